import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { listBases, type BasisState } from '@/lib/data/bases'
import { listCompletableOf, type Completable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { listWithdrawals, type Withdrawal } from '@/lib/data/withdrawals'

type Input = { actor: StaffActor; applicationId: string; now: Now }

/** `bases`: what each would come to, judged as of when the appeal was sent: whether there is anything on which it can be completed. */
export type OpenedCompletion = Completable & { published: PublishedSeason; bases: readonly BasisState[]; withdrawals: readonly Withdrawal[] }

/** A registration of the officer's county that can be completed; that it was opened is written down. Null where there is no such one. */
export async function openCompletion({ actor, applicationId, now }: Input): Promise<OpenedCompletion | null> {
  const [found] = await listCompletableOf(db(), actor.county, now.season, applicationId)
  const published = found && (await getPublishedSeason(found.application.county, found.application.year))
  if (!published) return null
  const { application, guardian, judgedAt } = found
  await recordAudit(db(), { type: 'application-opened', actor: auditedAs(actor), application, content: { to: 'complete' } })
  return { ...found, published, bases: listBases(guardian, application, published.season, judgedAt), withdrawals: await listWithdrawals(db(), application) }
}
