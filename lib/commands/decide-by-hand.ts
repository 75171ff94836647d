import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { isByHand, type ProposalHead } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findResult } from '@/lib/data/admission-results'
import { childAs, findApplicationOfCounty, type Application } from '@/lib/data/applications'
import { checkPlaceable, placeByHand, type NotPlaceable, type RunBeside } from '@/lib/data/by-hand'
import { readByHand, type ByHandContent } from '@/lib/data/by-hand-proposals'
import { closeCaseOfObjection, giveBackForAnother } from '@/lib/data/cases'
import { db, type Transaction } from '@/lib/data/db'
import { readIdNumber } from '@/lib/data/guardians'
import { writeMessage } from '@/lib/data/messages'
import { endObjection } from '@/lib/data/objections'
import { findProposal, markDecided } from '@/lib/data/proposals'

export type DecideByHandFailure = { code: NotPlaceable['code'] | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'REFUSAL_NOTE_MISSING' }
type Decide = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; /** for the colleague; a refusal needs one */ note: string; now: Now }

/**
 * The second officer's word on a school by hand, or on the answer to an objection. Approved, the child's school stands
 * beside the run, the family's next result says so, and the family is told, all in one transaction; what no longer fits can
 * only be refused. A refused answer goes back to the reviewer who proposed it.
 */
export async function decideByHand({ actor, proposalId, outcome, note: written, now }: Decide): Promise<Result<{ outcome: 'approved' | 'refused' }, DecideByHandFailure>> {
  const note = written.trim()
  if (outcome === 'refused' && note === '') return fail({ code: 'REFUSAL_NOTE_MISSING' })
  return db().$transaction(async (transaction) => {
    // Application before proposal, as everywhere: the family may be taking its objection back at this moment.
    await transaction.$executeRaw`SELECT a.id FROM applications a JOIN proposals p ON p.application_id = a.id WHERE p.id = ${proposalId}::uuid AND p.county = ${actor.county} FOR NO KEY UPDATE OF a`
    const proposal = await findProposal(transaction, actor, proposalId)
    const application = proposal && (await findApplicationOfCounty(actor, proposal.applicationId, transaction))
    if (!application || !isByHand(proposal.kind)) return fail({ code: 'NOT_FOUND' })
    if (proposal.status !== 'waiting') return fail({ code: 'CHANGED_MEANWHILE' })
    const content = await readByHand(transaction, { ...proposal, kind: proposal.kind }, application)
    const placeable = outcome === 'approved' ? await checkStill(transaction, actor, application, content) : succeed(null)
    if (!placeable.ok) return placeable
    const decided = await markDecided(transaction, { actor, proposal, key: application.key, outcome, note, now })
    if (!decided.ok) return decided
    if (outcome === 'refused') {
      await recordAudit(transaction, { type: 'proposal-refused', actor: auditedAs(actor), application, content: { proposalId, kind: proposal.kind, note } })
      await giveBackForAnother(transaction, proposal, now.real)
    } else await carryOut(transaction, { actor, application, proposal, content, run: placeable.value, now })
    return succeed({ outcome })
  })
}

/** @returns the run beside which the school is given; null where the result holds as it is */
async function checkStill(transaction: Transaction, actor: StaffActor, application: Application, { runId, resultId, schoolCode, overCapacity }: ByHandContent): Promise<Result<RunBeside | null, NotPlaceable>> {
  if (schoolCode !== null) return checkPlaceable(transaction, actor, application, { runId, resultId, schoolCode, overCapacity })
  const result = await findResult(transaction, application.id)
  return result?.id === resultId ? succeed(null) : fail({ code: 'RESULT_CHANGED' })
}

type Approved = { actor: StaffActor; application: Application; proposal: ProposalHead; content: ByHandContent; run: RunBeside | null; now: Now }

async function carryOut(transaction: Transaction, { actor, application, proposal: { id: proposalId, proposedById }, content, run, now }: Approved): Promise<void> {
  const { schoolCode, reason, objectionId, overCapacity } = content
  const at = now.season
  const audited = { actor: auditedAs(actor), application }
  const about = { guardianId: application.guardianId, application, at, sms: true }
  const child = childAs(application, await readIdNumber(transaction, application.guardianId))
  const school = run?.published.season.schools.find(({ code }) => code === schoolCode)?.name ?? ''
  if (run && schoolCode !== null) {
    await placeByHand(transaction, { application, run, schoolCode, proposalId, at })
    await recordAudit(transaction, { ...audited, type: 'override-approved', content: { proposalId, runId: run.id, schoolCode, overCapacity, reason, proposedById } })
  }
  if (objectionId === null) {
    // Before the publication nobody outside the county learns anything.
    if (run?.publishedAt != null) await writeMessage(transaction, { ...about, code: 'school-decided', content: { child, school, reason } })
    return
  }
  const outcome = schoolCode === null ? 'kept' : 'changed'
  if (!(await endObjection(transaction, application, objectionId, { schemaVersion: 1, schoolCode, reason }, at))) throw new Error('an objection had ended while its answer waited')
  await closeCaseOfObjection(transaction, objectionId, outcome, new Date(at))
  await recordAudit(transaction, { ...audited, type: 'objection-answered', content: { proposalId, objectionId, outcome, schoolCode, reason, proposedById } })
  await (outcome === 'kept'
    ? writeMessage(transaction, { ...about, code: 'objection-kept', content: { child, reason } })
    : writeMessage(transaction, { ...about, code: 'objection-changed', content: { child, school, reason } }))
}
