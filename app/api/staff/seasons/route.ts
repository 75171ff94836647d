import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { uploadSeason } from '@/lib/commands/upload-season'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { hasRight } from '@/lib/domain/staff'
import { isOwnOrigin } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { paths } from '@/lib/paths'
import { answerUpload, whenAdmitted } from '../../upload-answer'

/** Takes in a season's folder as a new draft. The proxy stands aside, as it does for all that comes with files. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const now = await requestNow()
  const actor = await findStaff()
  if (!actor) return answerUpload(request, `${paths.staffSignIn}?expired=1`, 'SIGNED_OUT')
  if (actor.due || !hasRight(actor.role, 'season')) return new Response(null, { status: 404 })
  return whenAdmitted(request, actor.staffId, paths.season, () => take(request, actor, now))
}

async function take(request: NextRequest, actor: StaffActor, now: Now): Promise<Response> {
  const { files, fault } = await receiveForm(request, z.object({}))
  const uploaded = await uploadSeason({ actor, files, now })
  if (uploaded.ok) return answerUpload(request, paths.seasonDraft(uploaded.value.id), null)
  return answerUpload(request, paths.season, files.length === 0 && fault !== 'MATERIAL_MISSING' ? (fault ?? uploaded.failure.code) : uploaded.failure.code)
}
