import type { NextRequest } from 'next/server'
import { tryUpload } from '@/lib/commands/try-upload'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { MaterialFault } from '@/lib/domain/material-limits'
import { registerUpload, type UploadFault } from '@/lib/domain/registers'
import { UPLOAD_LIMITS } from '@/lib/domain/form-limits'
import { hasRight } from '@/lib/domain/staff'
import { isOwnOrigin } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { paths } from '@/lib/paths'
import { answerUpload, whenAdmitted } from '../../upload-answer'

/** Why nothing whole arrived, as this page says it. */
const FAULTS: Partial<Record<MaterialFault, UploadFault | 'TOO_MANY_UPLOADS'>> = {
  MATERIAL_MISSING: 'REGISTER_MISSING', MATERIAL_TOO_LARGE: 'REGISTER_TOO_LARGE', UPLOAD_TOO_LARGE: 'REGISTER_TOO_LARGE', UPLOAD_CUT: 'REGISTER_CUT', STORAGE_FULL: 'REGISTER_STORAGE', STORAGE_UNAVAILABLE: 'REGISTER_STORAGE',
}

/** Takes in a department's file and tries it: nothing of it is in a register before its page says so. The proxy stands aside here too. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const now = await requestNow()
  const actor = await findStaff()
  if (!actor) return answerUpload(request, `${paths.staffSignIn}?expired=1`, 'SIGNED_OUT')
  if (actor.due || !hasRight(actor.role, 'registers')) return new Response(null, { status: 404 })
  return whenAdmitted(request, actor.staffId, paths.registers, () => take(request, actor, now))
}

async function take(request: NextRequest, actor: StaffActor, now: Now): Promise<Response> {
  const { input, files, fault } = await receiveForm(request, registerUpload, UPLOAD_LIMITS)
  const [incoming] = files
  if (!input || !incoming) return answerUpload(request, paths.registers, fault === null ? 'REGISTER_UNREADABLE' : (FAULTS[fault] ?? 'REGISTER_MISSING'))
  const tried = await tryUpload({ actor, kind: input.kind[0], incoming, now })
  return tried.ok ? answerUpload(request, paths.registerUpload(tried.value.uploadId), null) : answerUpload(request, paths.registers, tried.failure.code)
}
