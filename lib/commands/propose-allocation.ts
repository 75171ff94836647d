import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { publishableNow, type PublicationObstacle } from '@/lib/data/allocation-now'
import { findAllocationRun, holdSeason } from '@/lib/data/allocation-runs'
import { addCountyProposal } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { LONGEST_PUBLICATION_MS } from '@/lib/data/season-versions'
import { getPublishedSeason } from '@/lib/data/seasons'

export type ProposeAllocationFailure = PublicationObstacle | { code: 'NOT_FOUND' | 'NO_SEASON' | 'ALREADY_WAITING' }

type Propose = { actor: StaffActor; runId: string; now: Now }

/** The first of the two administrators that telling the families takes; nobody is told anything yet. */
export async function proposeAllocation({ actor, runId, now }: Propose): Promise<Result<{ id: string }, ProposeAllocationFailure>> {
  return db().$transaction(
    async (transaction) => {
      const run = await findAllocationRun(transaction, actor, runId)
      if (!run) return fail({ code: 'NOT_FOUND' })
      const published = await getPublishedSeason(run.county, run.year, transaction)
      if (!published) return fail({ code: 'NO_SEASON' })
      await holdSeason(transaction, published)
      const publishable = await publishableNow(transaction, published, run, now.season)
      if (!publishable.ok) return publishable
      const content = { schemaVersion: 1, decisionsHash: run.decisionsHash }
      const proposed = await addCountyProposal(transaction, { actor, year: run.year, kind: 'publish-allocation', subjectId: run.id, content, now })
      if (proposed.ok) await recordAudit(transaction, { type: 'allocation-proposed', actor: auditedAs(actor), county: actor.county, content: { run: run.number, decisionsHash: run.decisionsHash } })
      return proposed
    },
    { timeout: LONGEST_PUBLICATION_MS },
  )
}
