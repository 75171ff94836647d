'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { objectionAnswers } from '@/lib/domain/objections'
import { sendObjection } from '@/lib/commands/send-objection'
import { withdrawObjection } from '@/lib/commands/withdraw-objection'
import { guardianAction, guardianPost } from '@/lib/forms/action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  return id.success ? paths.objection(id.data) : paths.children
}

export const send = guardianAction(objectionAnswers, pageOf, async ({ actor, input, now }) => {
  const sent = await sendObjection({ actor, now, ...input })
  if (sent.ok) return { to: paths.objection(sent.value.applicationId) }
  // The page shows the newest result, and what was written may be sent about that one.
  if (sent.failure.code === 'RESULT_CHANGED') refresh()
  return { refused: sent.failure }
})

export const withdraw = guardianPost(
  z.object({ applicationId: z.uuid(), objectionId: z.uuid() }),
  pageOf,
  ({ actor, input, now }) => withdrawObjection({ actor, now, ...input }),
  ({ applicationId }) => paths.objection(applicationId),
)
