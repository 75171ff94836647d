import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { succeed, type Result } from '@/lib/domain/result'
import { markRead } from '@/lib/data/messages'

/** 「全部标为已读」: all that the page showed. What arrived while it lay open is newer than `newest`, and stays unread. */
export async function readMessages({ actor, newest, now }: { actor: GuardianActor; newest: string; now: Now }): Promise<Result<null, never>> {
  await markRead(actor, { upTo: newest }, now.season)
  return succeed(null)
}
