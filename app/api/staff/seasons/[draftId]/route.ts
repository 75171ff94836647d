import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { replaceSeasonFile } from '@/lib/commands/replace-season-file'
import { findStaff } from '@/lib/auth/require-staff'
import type { StaffActor } from '@/lib/domain/actor'
import { MATERIAL_LIMITS } from '@/lib/domain/material-limits'
import { draftId, isSeasonTable } from '@/lib/domain/season-draft'
import { hasRight } from '@/lib/domain/staff'
import { isOwnOrigin } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { paths } from '@/lib/paths'
import { answerUpload, whenAdmitted } from '../../../upload-answer'

/** Of several only the first would be read, and the others would lie on the disk until they are swept. */
const ONE_FILE = { ...MATERIAL_LIMITS, files: 1 }

type Context = { params: Promise<{ draftId: string }> }

/** Takes in one file over the draft's own. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const actor = await findStaff()
  if (!actor) return answerUpload(request, `${paths.staffSignIn}?expired=1`, 'SIGNED_OUT')
  const asked = draftId.safeParse(await params)
  if (!asked.success || actor.due || !hasRight(actor.role, 'season')) return new Response(null, { status: 404 })
  return whenAdmitted(request, actor.staffId, paths.seasonDraft(asked.data.draftId), () => take(request, actor, asked.data.draftId))
}

async function take(request: NextRequest, actor: StaffActor, id: string): Promise<Response> {
  const { files, fault } = await receiveForm(request, z.object({}), ONE_FILE)
  const [file] = files
  if (!file) return answerUpload(request, paths.seasonDraft(id), fault === 'MATERIAL_MISSING' || fault === null ? 'SEASON_FILE_UNKNOWN' : fault)
  const replaced = await replaceSeasonFile({ actor, draftId: id, file })
  if (!replaced.ok) return answerUpload(request, paths.seasonDraft(id), replaced.failure.code)
  const { part } = replaced.value
  return answerUpload(request, isSeasonTable(part) ? paths.seasonTable(id, part) : paths.seasonDraft(id), null)
}
