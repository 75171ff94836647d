import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { extendWindowContent } from '@/lib/domain/county-proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { windowFault, type WindowFault } from '@/lib/domain/season-window'
import { instantOf } from '@/lib/rules'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { decideCountyProposal, findCountyProposal } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { holdSeason, LONGEST_PUBLICATION_MS, writeLaterClose } from '@/lib/data/season-versions'
import { getPublishedSeason } from '@/lib/data/seasons'
import { areResultsOut } from '@/lib/data/season-window'

type Failure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'PROPOSAL_REASON_MISSING' | WindowFault | 'WINDOW_MOVED' | 'WINDOW_RESULTS_OUT' }
type Decide = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The second administrator's word on a later close. Approved, the newest version with nothing changed but its close is the next
 * one; `remindFamilies` then tells whoever has not finished. The close may have moved since it was proposed: then it can only be refused.
 */
export async function decideWindow({ actor, proposalId, outcome, note, now }: Decide): Promise<Result<{ outcome: 'approved' | 'refused' }, Failure>> {
  if (outcome === 'refused' && note === '') return fail({ code: 'PROPOSAL_REASON_MISSING' })
  return db().$transaction(async (transaction) => {
    const proposal = await findCountyProposal(transaction, actor, proposalId)
    if (proposal?.kind !== 'extend-window') return fail({ code: 'NOT_FOUND' })
    const { county, year } = proposal
    const { from, closesAt, reason } = extendWindowContent.parse(proposal.content)
    const event = { actor: auditedAs(actor), county } as const
    if (outcome === 'refused') {
      const decided = await decideCountyProposal(transaction, { actor, proposal, outcome, note, now })
      if (!decided.ok) return decided
      await recordAudit(transaction, { ...event, type: 'window-refused', content: { year, proposalId, note } })
      return succeed({ outcome })
    }
    await holdSeason(transaction, { county, year })
    const published = await getPublishedSeason(county, year, transaction)
    if (published?.season.settings.closesAt !== from) return fail({ code: 'WINDOW_MOVED' })
    const fault = windowFault(published.season.settings, instantOf(closesAt) ?? 0, now.season)
    if (fault) return fail({ code: fault })
    if (await areResultsOut(transaction, published)) return fail({ code: 'WINDOW_RESULTS_OUT' })
    const decided = await decideCountyProposal(transaction, { actor, proposal, outcome, note, now })
    if (!decided.ok) return decided
    const { number } = await writeLaterClose(transaction, published, { closesAt, proposalId })
    await recordAudit(transaction, { ...event, type: 'window-extended', content: { year, version: number, proposalId, closesAt, reason, proposedBy: proposal.proposedById } })
    return succeed({ outcome })
  }, { timeout: LONGEST_PUBLICATION_MS })
}
