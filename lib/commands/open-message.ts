import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { findMessage, markRead, type InboxMessage } from '@/lib/data/messages'

/** Follows a message to where it leads; from then on it counts as read. */
export async function openMessage({ actor, messageId, now }: { actor: GuardianActor; messageId: string; now: Now }): Promise<Result<InboxMessage, { code: 'NOT_YOURS' }>> {
  const message = await findMessage(actor, messageId)
  if (!message) return fail({ code: 'NOT_YOURS' })
  await markRead(actor, { id: messageId }, now.season)
  return succeed(message)
}
