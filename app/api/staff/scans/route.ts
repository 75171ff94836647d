import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { attachScan } from '@/lib/commands/attach-scan'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { hasRight } from '@/lib/domain/staff'
import { isOwnOrigin } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { paths } from '@/lib/paths'
import { answerUpload, whenAdmitted } from '../../upload-answer'

const upload = z.object({ proposalId: z.tuple([z.uuid()]) })

/**
 * Takes in scans for a draft of the desk (R-46), as families' photographs are taken in: one after another from the page's
 * script, or several at once from a plain form. The proxy stands aside here too.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const now = await requestNow()
  const actor = await findStaff()
  if (!actor) return answerUpload(request, `${paths.staffSignIn}?expired=1`, 'SIGNED_OUT')
  if (actor.due || !hasRight(actor.role, 'desk')) return new Response(null, { status: 404 })
  return whenAdmitted(request, actor.staffId, paths.desk, () => take(request, actor, now))
}

async function take(request: NextRequest, actor: StaffActor, now: Now): Promise<Response> {
  const { input, files, fault: received } = await receiveForm(request, upload)
  if (!input) return answerUpload(request, paths.desk, received ?? 'NOT_FOUND')
  const [proposalId] = input.proposalId
  let fault: string | null = received
  for (const incoming of files) {
    const attached = await attachScan({ actor, proposalId, incoming, now })
    if (!attached.ok) fault ??= attached.failure.code
  }
  return answerUpload(request, paths.proposal(proposalId), fault)
}
