import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { deskEntry, isDeskKind, type DeskEntry } from '@/lib/domain/desk-entries'
import type { ProposalHead } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { OPEN_STATUSES } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { childAs, findApplicationOfCounty, listOpenApplicationsOfChild, type Application } from '@/lib/data/applications'
import { db, type Transaction } from '@/lib/data/db'
import { effectOf, isOutdated, onceEstablished, restate } from '@/lib/data/desk-effects'
import { addEstablishedGuardians, findGuardian, removeEstablishedGuardian } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { listApplication } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'
import { findProposal, markDecided, readProposal } from '@/lib/data/proposals'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { staffNames } from '@/lib/data/staff'

type Failure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'PROPOSAL_OUTDATED' | 'FAMILY_NOT_OPEN' | 'NO_SEASON' | 'REFUSAL_NOTE_MISSING' }

type Decide = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; /** for colleagues; a refusal needs one */ note: string; now: Now }

/**
 * The second officer's word on what the desk has entered. The decision, what the county thereby
 * established, the family's answers, its message and the audit event are one transaction; that the second officer is another
 * person is held by the database as well. What has changed since it was proposed can only be refused.
 */
export async function decideProposal({ actor, proposalId, outcome, note, now }: Decide): Promise<Result<{ kind: ProposalHead['kind'] }, Failure>> {
  if (outcome === 'refused' && note.trim() === '') return fail({ code: 'REFUSAL_NOTE_MISSING' })
  return db().$transaction(async (transaction) => {
    // Application before proposal, as everywhere; and no stronger than an update takes it. All of the child's, in order, for a guardian's removal.
    await transaction.$executeRaw`
      SELECT a.id FROM applications a JOIN applications own ON own.student_id = a.student_id JOIN proposals p ON p.application_id = own.id
      WHERE p.id = ${proposalId}::uuid AND p.county = ${actor.county} AND (a.id = own.id OR p.kind = 'remove-guardian') ORDER BY a.id FOR NO KEY UPDATE OF a`
    const proposal = await findProposal(transaction, actor, proposalId)
    const application = proposal && (await findApplicationOfCounty(actor, proposal.applicationId, transaction))
    if (!application || !isDeskKind(proposal.kind) || proposal.status === 'draft') return fail({ code: 'NOT_FOUND' })
    const published = await getPublishedSeason(application.county, application.year, transaction)
    if (!published) return fail({ code: 'NO_SEASON' })
    const entry = await readProposal(transaction, proposal, application.key, deskEntry)
    if (outcome === 'approved' && proposal.status === 'waiting') {
      if (!OPEN_STATUSES.includes(application.status)) return fail({ code: 'FAMILY_NOT_OPEN' })
      if (isOutdated(entry, await restate(transaction, application, published.season, entry))) return fail({ code: 'PROPOSAL_OUTDATED' })
    }
    const decided = await markDecided(transaction, { actor, proposal, key: application.key, outcome, note: note.trim(), now })
    if (!decided.ok) return decided
    await recordAudit(transaction, { type: outcome === 'approved' ? 'proposal-approved' : 'proposal-refused', actor: auditedAs(actor), application, content: { proposalId, kind: proposal.kind, proposedBy: proposal.proposedById, note: note.trim() } })
    if (outcome === 'approved') await carryOut(transaction, { actor, proposal, application, entry, published, now })
    return succeed({ kind: proposal.kind })
  })
}

type CarryOut = { actor: StaffActor; proposal: ProposalHead; application: Application; entry: DeskEntry; published: PublishedSeason; now: Now }

async function carryOut(transaction: Transaction, given: CarryOut): Promise<void> {
  const { application, entry, now } = given
  const at = new Date(now.season)
  if (entry.kind === 'identity') await addEstablishedGuardians(transaction, application.studentId, entry.guardians, at)
  if (entry.kind === 'remove-guardian') {
    await removeEstablishedGuardian(transaction, application.studentId, entry.guardian.guardianId)
    // Another guardian's registration of the same child may rest on that guardian too.
    const others = (await listOpenApplicationsOfChild(transaction, application)).filter((one) => one.id !== application.id && effectOf(entry, one))
    for (const other of others) await establish(transaction, { ...given, application: other })
  }
  await establish(transaction, given)
}

/** Writes what it makes true for one registration, if anything, leads its family back to where it is asked again, and tells it. */
async function establish(transaction: Transaction, { actor, proposal, application, entry, published, now }: CarryOut): Promise<void> {
  const effect = effectOf(entry, application)
  const guardian = await findGuardian(application.guardianId, transaction)
  let changed = application
  if (effect) {
    const at = new Date(now.season)
    const names = await staffNames(transaction, [proposal.proposedById])
    const { id } = await transaction.establishment.create({
      data: {
        applicationId: application.id, kind: effect.kind, proposalId: proposal.id, establishedAt: at,
        establishedBy: [names.get(proposal.proposedById), actor.name].join('、'),
        contentCipher: writeContent(application.key, 'establishment', effect.content),
      },
      select: { id: true },
    })
    changed = onceEstablished(application, { effect, id, guardian, season: published.season, at: now.season })
    await transaction.application.updateMany({
      where: { id: application.id, version: application.version },
      data: { answersCipher: writeContent(application.key, 'answers', changed.answers), version: { increment: 1 }, updatedAt: at },
    })
    // What was read before is not what is so now: the reading starts again.
    await transaction.confirmation.deleteMany({ where: { applicationId: application.id } })
    await listApplication(transaction, application.id, now.season)
  }
  await writeMessage(transaction, { guardianId: application.guardianId, application, at: now.season, sms: true, code: 'desk-entered', content: { child: childAs(changed, guardian.idNumber), entered: entry.kind, late: seasonPhase(published.season.settings, now.season) === 'after', ...(entry.kind === 'withdrawal' ? { fact: entry.known.kind } : {}) } })
}
