import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { reasonsFor } from '@/lib/domain/case-decision'
import type { AuditOutcome } from '@/lib/domain/cases'
import type { ReturnSubmissionContent } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { closeCasesOfSubmission, closeCheck } from '@/lib/data/cases'
import { addVerdict, type VerdictWords } from '@/lib/data/case-verdicts'
import { holdCase, type HeldCase } from '@/lib/data/claims'
import { db, type Transaction } from '@/lib/data/db'
import { addProposal, listWaitingProposals } from '@/lib/data/proposals'
import { isReturnOpen } from '@/lib/data/returns'
import { getPublishedSeason } from '@/lib/data/seasons'

export type DecideAuditFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'CASE_NOT_YOURS' | 'REASON_MISSING' | 'RETURN_ALREADY_PROPOSED' | 'RETURN_CLOSED' }

type Input = {
  actor: StaffActor
  caseId: string
  outcome: AuditOutcome
  /** of a proposal to return it, which without it has the words of its code; a confirmation may have one */
  reason: string
  /** of the season's table of reasons */
  reasonCode?: string | null
  /** the papers that were found in order, by id */
  checked?: readonly string[]
  now: Now
}

/**
 * What a reviewer says of a submission that was checked: it is confirmed, or its return is proposed, which two others
 * decide while the season is open. The submission itself stays as it is. Verdict, proposal and audit event are one transaction.
 */
export async function decideAudit({ actor, caseId, outcome, reason, reasonCode = null, checked = [], now }: Input): Promise<Result<{ caseId: string }, DecideAuditFailure>> {
  return db().$transaction(async (transaction) => {
    // Application before case, as everywhere: somebody else may be proposing its return at this moment.
    await transaction.$executeRaw`SELECT a.id FROM applications a JOIN review_cases c ON c.application_id = a.id WHERE c.id = ${caseId}::uuid AND c.county = ${actor.county} FOR NO KEY UPDATE OF a`
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held?.submissionId) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    if (held.holderId !== actor.staffId) return fail({ code: 'CASE_NOT_YOURS' })
    const { application, submissionId } = held
    if (outcome === 'proposed-for-return' && !(await isReturnOpen(transaction, application, now.season))) return fail({ code: 'RETURN_CLOSED' })
    const said = await whatIsSaid(transaction, application, { reason: reason.trim(), reasonCode })
    if (outcome === 'proposed-for-return' && said.reason === '') return fail({ code: 'REASON_MISSING' })
    if (outcome === 'proposed-for-return') {
      const waiting = await listWaitingProposals(transaction, actor, { kinds: ['return-submission'], applicationId: application.id }, 1)
      if (waiting.length > 0) return fail({ code: 'RETURN_ALREADY_PROPOSED' })
      const content: ReturnSubmissionContent = { schemaVersion: 1, submissionId, reason: said.reason }
      await addProposal(transaction, { actor, application, kind: 'return-submission', content, now })
    }
    await writeVerdict(transaction, { actor, held, outcome, words: { ...said, checked: [...checked] }, now })
    const at = new Date(now.season)
    await closeCheck(transaction, caseId, outcome, at)
    await closeCasesOfSubmission(transaction, submissionId, at)
    return succeed({ caseId })
  })
}

/** A code of the season brings its words where nothing was written. */
async function whatIsSaid(transaction: Transaction, { county, year }: HeldCase['application'], { reason, reasonCode }: Omit<VerdictWords, 'checked'>): Promise<Omit<VerdictWords, 'checked'>> {
  const published = reasonCode && (await getPublishedSeason(county, year, transaction))
  const ofSeason = published ? reasonsFor('MATERIAL_AUDIT', published.season.reasons).find((one) => one.code === reasonCode) : undefined
  return { reason: reason || ofSeason?.words || '', reasonCode: ofSeason?.code ?? null }
}

type Verdict = { actor: StaffActor; held: HeldCase; outcome: AuditOutcome; words: VerdictWords; now: Now }

async function writeVerdict(transaction: Transaction, { actor, held: { id: caseId, application }, outcome, words, now }: Verdict): Promise<void> {
  await addVerdict(transaction, application, { caseId, outcome, words, staffId: actor.staffId, at: new Date(now.season) })
  await recordAudit(transaction, { type: outcome === 'confirmed' ? 'submission-confirmed' : 'return-proposed', actor: auditedAs(actor), application, content: { caseId, by: actor.name, reason: words.reason } })
}
