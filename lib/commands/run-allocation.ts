import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { allocateNow, type RunObstacle } from '@/lib/data/allocation-now'
import { holdSeason, writeAllocationRun } from '@/lib/data/allocation-runs'
import { db } from '@/lib/data/db'
import { LONGEST_PUBLICATION_MS } from '@/lib/data/season-versions'
import { getPublishedSeason, getSeasonUnderWay } from '@/lib/data/seasons'

export type RunAllocationFailure = RunObstacle | { code: 'NO_SEASON' }
export type AllocationMade = { runId: string; number: number; outcome: 'run' | 'same' }

type Run = { /** of whose county it is; null where the operator runs it */ actor: StaffActor | null; county: string; /** the season under way, where none is named */ year?: number; seed: string; now: Now }

/** A trial of the final allocation: numbered, kept for good, and seen by nobody outside the county. */
export async function runAllocation({ actor, county, year, seed, now }: Run): Promise<Result<AllocationMade, RunAllocationFailure>> {
  return db().$transaction(
    async (transaction) => {
      const published = await (year === undefined ? getSeasonUnderWay(county, now.season, transaction) : getPublishedSeason(county, year, transaction))
      if (!published) return fail({ code: 'NO_SEASON' })
      await holdSeason(transaction, published)
      const allocated = await allocateNow(transaction, published, seed, now.season)
      if (!allocated.ok) return allocated
      const { inputs, worked } = allocated.value
      const run = await writeAllocationRun(transaction, { published, seed, inputs, worked, createdById: actor?.staffId ?? null, at: now.season })
      if (run.isNew) {
        const content = { run: run.number, seasonVersion: published.number, seed, inputsHash: worked.inputsHash, decisionsHash: worked.decisionsHash }
        await recordAudit(transaction, { type: 'allocation-run', actor: actor ? auditedAs(actor) : { kind: 'operator' }, county, content })
      }
      return succeed({ runId: run.id, number: run.number, outcome: run.isNew ? 'run' : 'same' })
    },
    { timeout: LONGEST_PUBLICATION_MS },
  )
}
