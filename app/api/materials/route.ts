import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { attachMaterial } from '@/lib/commands/attach-material'
import { findGuardian, requestNow } from '@/lib/auth/require-guardian'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { bundleKey } from '@/lib/domain/materials'
import { isOwnOrigin } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { localPath, paths } from '@/lib/paths'
import { answerUpload, whenAdmitted } from '../upload-answer'

const one = <Schema extends z.ZodType>(schema: Schema) => z.tuple([schema])

const upload = z.object({
  appealId: one(z.uuid()),
  document: one(z.string().regex(/^[\w-]{1,60}$/)),
  subject: one(z.string().regex(/^[\w-]{0,20}$/)),
  months: z.array(z.string().max(7)).max(12).default([]),
  back: one(z.string().transform(localPath)),
})

/**
 * Takes in files for an appeal: one after another from the page's script, which wants JSON, or several at once from a
 * plain form, which is sent back to its page. The proxy would hold every body in memory, so it stands aside here, and where
 * the request comes from is asked by this route itself.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const now = await requestNow()
  const actor = await findGuardian()
  if (!actor) return answerUpload(request, `${paths.signIn}?expired=1`, 'SIGNED_OUT')
  return whenAdmitted(request, actor.guardianId, paths.children, () => take(request, actor, now))
}

async function take(request: NextRequest, actor: GuardianActor, now: Now): Promise<Response> {
  const { input, files, fault: received } = await receiveForm(request, upload)
  if (!input) return answerUpload(request, paths.children, received ?? 'NOT_YOURS')
  const { appealId: [appealId], document: [document], subject: [subject], back: [back], months } = input
  let fault: string | null = received
  for (const incoming of files) {
    const attached = await attachMaterial({ actor, appealId, document, subject, months, incoming, now })
    if (!attached.ok) fault ??= attached.failure.code
  }
  return answerUpload(request, fault === null ? `${back}#${bundleKey({ document, subject })}` : back, fault)
}
