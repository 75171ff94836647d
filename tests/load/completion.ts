import type { Now, StaffActor } from '@/lib/domain/actor'
import { prepareConfirmation } from '@/lib/data/confirmations'
import { proposeCompletion, type Completable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import type { PublishedSeason } from '@/lib/data/seasons'

type Completed = { published: PublishedSeason; actor: StaffActor; assistanceId: string; now: Now }

/** The first of these that reaches its confirmation, completed by an officer and waiting for the second one; the same again is the same. @returns the proposal */
export async function aCompletion(rows: readonly Completable[], { published, actor, assistanceId, now }: Completed): Promise<string> {
  for (const { application, guardian, judgedAt } of rows) {
    const confirmation = prepareConfirmation(guardian, application, published, judgedAt)
    if (!confirmation) continue
    const { fingerprint, shown } = confirmation
    const id = await db().$transaction((transaction) => proposeCompletion(transaction, { staffId: actor.staffId, application, content: { schemaVersion: 1, fingerprint, shown, judgedAt, assistanceId }, now }))
    if (id) return id
  }
  throw new Error('nothing of the load is to be completed')
}
