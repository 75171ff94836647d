import 'server-only'
import { deskEntry, type Withdrawable } from '@/lib/domain/desk-entries'
import type { Application } from './applications'
import type { Db } from './db'
import { readProposal } from './proposals'

/** Something that the county established and took back: what it was and since when, who took it back when, and why. `id` is of the withdrawal. */
export type Withdrawal = { id: string; fact: Withdrawable; establishedAt: number; establishedBy: string; at: number; by: string; why: string }

/**
 * What two officers took back of an application that the caller has been given, the newest first. An establishment that is
 * taken back stays as it was: reviewers read what had been confirmed beside why it counts no longer. What another county's
 * officers said is not this one's to read.
 */
export async function listWithdrawals(on: Db, { county, established: { withdrawn }, key }: Pick<Application, 'county' | 'established' | 'key'>): Promise<Withdrawal[]> {
  if (withdrawn.length === 0) return []
  const rows = await on.establishment.findMany({
    where: { id: { in: withdrawn.flatMap(({ id, fact }) => [id, fact.id]) } },
    select: { id: true, establishedAt: true, establishedBy: true, proposal: { select: { id: true, county: true } } },
  })
  const rowOf = (id: string) => rows.find((row) => row.id === id)
  const found: Withdrawal[] = []
  for (const { id, fact, at } of withdrawn) {
    const [withdrawal, before] = [rowOf(id), rowOf(fact.id)]
    if (withdrawal?.proposal?.county !== county || !before) continue
    const { why } = await readProposal(on, withdrawal.proposal, key, deskEntry)
    found.push({ id, fact, at, by: withdrawal.establishedBy, why, establishedAt: before.establishedAt.getTime(), establishedBy: before.establishedBy })
  }
  return found.toSorted((one, other) => other.at - one.at)
}
