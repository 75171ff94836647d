import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { ClaimOf } from '@/lib/domain/appeal-claims'
import { wantedAfter } from '@/lib/domain/appeal-requirements'
import { APPEAL_STEP } from '@/lib/domain/appeals'
import { reasonsFor } from '@/lib/domain/case-decision'
import type { DraftAnswers } from '@/lib/domain/answers'
import { answersUpTo } from '@/lib/domain/journey'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers } from '@/lib/domain/status'
import { wantedWords } from '@/lib/copy/appeals'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findAppealToDecide, type Appeal, type DecisionContent } from '@/lib/data/appeals'
import { childAs, type Application } from '@/lib/data/applications'
import { claimOfAppeal, closeCasesOfAppeal, isOfCounty } from '@/lib/data/cases'
import { db, type Transaction } from '@/lib/data/db'
import { whatItEstablishes, type WouldEstablish } from '@/lib/data/establishing'
import { addEstablishedGuardians, readIdNumber } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { listApplication } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'
import { getPublishedSeason } from '@/lib/data/seasons'

/** Decided: by somebody, or taken back, since it was read. Not yours: its claim ran out, or is somebody else's. Outdated: the record that it speaks of has changed; it can only be refused. */
export type DecideFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'CASE_NOT_YOURS' | 'REASON_MISSING' | 'CLAIM_OUTDATED' }

type Decide = {
  actor: StaffActor
  appealId: string
  /** the round that was read before deciding: one that was sent since is another one */
  round: number
  outcome: 'approved' | 'refused'
  /** what the family reads; a refusal needs one, and without it has the words of its code or of the document that is wanted */
  reason: string
  /** of the season's table of reasons */
  reasonCode?: string | null
  /** the name of the one document that is still asked for, where everything else was in order */
  wanted?: string | null
  /** the files that were found in order, by id */
  checked?: readonly string[]
  now: Now
}

/**
 * A reviewer's verdict on the round that waits (R-11, R-12, R-15, R-16, R-34, R-42). Decision, status, what the county thereby
 * established, the way back into the journey, the message to the family and the audit event are one transaction. The
 * registries' own answers stay as they are.
 */
export async function decideAppeal({ actor, appealId, round, outcome, checked = [], now, ...given }: Decide): Promise<Result<{ kind: Appeal['kind'] }, DecideFailure>> {
  return db().$transaction(async (transaction) => {
    // Application before appeal, as everywhere: the family may be saving a step, or taking the appeal back, at this moment.
    // No stronger than an update takes it: a message that speaks of the application may be written meanwhile.
    await transaction.$executeRaw`SELECT a.id FROM applications a JOIN appeals p ON p.application_id = a.id WHERE p.id = ${appealId}::uuid FOR NO KEY UPDATE OF a`
    const found = await findAppealToDecide(transaction, appealId)
    if (!found) return fail({ code: 'NOT_FOUND' })
    const { appeal, application } = found
    // Another county's appeals are not there at all.
    if (!(await isOfCounty(transaction, appealId, actor.county))) return fail({ code: 'NOT_FOUND' })
    if (appeal.status !== 'waiting' || !isOpenForAnswers(application.status) || round !== appeal.round) return fail({ code: 'CASE_DECIDED' })
    const claim = await claimOfAppeal(transaction, appealId, round, now.real)
    if (claim?.staffId !== actor.staffId) return fail({ code: claim ? 'CASE_NOT_YOURS' : 'CASE_DECIDED' })
    const established = outcome === 'approved' ? whatItEstablishes(appeal.claim, application) : null
    if (outcome === 'approved' && !established) return fail({ code: 'CLAIM_OUTDATED' })
    const said = await whatIsSaid(transaction, { outcome, ...given }, appeal, application)
    if (!said) return fail({ code: 'REASON_MISSING' })
    const decidedAt = new Date(now.season)
    const moved = await transaction.appeal.updateMany({
      where: { id: appealId, status: 'waiting', version: appeal.version },
      data: { status: outcome, version: { increment: 1 }, updatedAt: decidedAt },
    })
    if (moved.count === 0) return fail({ code: 'CASE_DECIDED' })
    const { reasonCode, ...words } = said
    const content: DecisionContent = { schemaVersion: 1, ...words, checked: [...checked] }
    await transaction.appealDecision.create({
      data: { appealId, number: appeal.round, outcome, decidedAt, decidedBy: actor.name, decidedById: actor.staffId, reasonCode, contentCipher: writeContent(application.key, 'appeal-decision', content) },
      select: { number: true },
    })
    await closeCasesOfAppeal(transaction, appealId, outcome, decidedAt)
    if (established) await establish(transaction, { appeal, application, actor, now, ...established })
    await tell(transaction, { appeal, application, outcome, said: content, actor, now })
    await listApplication(transaction, application.id, now.season)
    return succeed({ kind: appeal.kind })
  })
}

type Said = Pick<DecisionContent, 'reason' | 'wanted'> & { reasonCode: string | null }

/** Null for a refusal of which the family would not learn why. */
async function whatIsSaid(transaction: Transaction, { outcome, reason, reasonCode = null, wanted = null }: Pick<Decide, 'outcome' | 'reason' | 'reasonCode' | 'wanted'>, { kind, round }: Appeal, { county, year }: Application): Promise<Said | null> {
  if (outcome === 'approved') return { reason: reason.trim(), reasonCode: null, wanted: null }
  const published = reasonCode && (await getPublishedSeason(county, year, transaction))
  const ofSeason = published ? reasonsFor(kind, published.season.reasons).find((one) => one.code === reasonCode) : undefined
  const asked = wanted?.trim() ? wantedAfter(round, wanted.trim()) : null
  const words = reason.trim() || ofSeason?.words || (asked && wantedWords(asked.label))
  return words ? { reason: words, reasonCode: ofSeason?.code ?? null, wanted: asked } : null
}

type Establish = WouldEstablish & { appeal: Appeal; application: Application; actor: StaffActor; now: Now }

/** Writes what the county established and leads the family back to the right step: what rested on the old record is asked again. */
async function establish(transaction: Transaction, { kind, content, appeal, application, actor, now }: Establish): Promise<void> {
  const at = new Date(now.season)
  const { id } = await transaction.establishment.create({
    data: { applicationId: application.id, kind, appealId: appeal.id, establishedAt: at, establishedBy: actor.name, contentCipher: writeContent(application.key, 'establishment', content) },
    select: { id: true },
  })
  const { claim } = appeal
  if (claim.kind === 'GRANDPARENT_KINSHIP') return proveAsked(transaction, claim, application, at)
  if (kind !== 'record') return
  if (claim.kind === 'STUDENT_NOT_FOUND' || claim.kind === 'GUARDIAN_MISMATCH') await addEstablishedGuardians(transaction, application.studentId, claim.guardians, at)
  await transaction.application.updateMany({
    where: { id: application.id, status: application.status },
    data: { answersCipher: writeContent(application.key, 'answers', answersOnceEstablished(appeal, application, id)), version: { increment: 1 }, updatedAt: at },
  })
  await transaction.confirmation.deleteMany({ where: { applicationId: application.id } })
}

/** Where the family stands before that very grandparent, the binding comes next; whoever went on with another basis is left there. */
async function proveAsked(transaction: Transaction, { grandparent }: ClaimOf<'GRANDPARENT_KINSHIP'>, { id, key, answers, status }: Application, at: Date): Promise<void> {
  const asked = answers.grandparent
  if (asked?.idNumber !== grandparent.idNumber || asked.name !== grandparent.name) return
  await transaction.application.updateMany({
    where: { id, status },
    data: { answersCipher: writeContent(key, 'answers', { ...answers, grandparent: { ...asked, outcome: 'proved' } }), version: { increment: 1 }, updatedAt: at },
  })
}

/** Fourth step next for a new record; the household once more where a guardian was removed or chosen. */
function answersOnceEstablished({ kind }: Appeal, { answers }: Application, establishmentId: string): DraftAnswers {
  if (APPEAL_STEP[kind] === 'record') return { schemaVersion: 1, record: { findingId: establishmentId } }
  return { ...answersUpTo('agreement', answers), record: { findingId: establishmentId } }
}

type Tell = { appeal: Appeal; application: Application; outcome: 'approved' | 'refused'; said: DecisionContent; actor: StaffActor; now: Now }

async function tell(transaction: Transaction, { appeal, application, outcome, said: { reason, wanted }, actor, now }: Tell): Promise<void> {
  const { kind, round } = appeal
  await recordAudit(transaction, { type: outcome === 'approved' ? 'appeal-approved' : 'appeal-refused', actor: auditedAs(actor), application, content: { kind, round, by: actor.name, reason } })
  const reader = await readIdNumber(transaction, application.guardianId)
  const told = { guardianId: application.guardianId, application, at: now.season, sms: true } as const
  const about = { child: childAs(application, reader), kind }
  if (outcome === 'approved') await writeMessage(transaction, { ...told, code: 'appeal-approved', content: about })
  else await writeMessage(transaction, { ...told, code: 'appeal-refused', content: { ...about, reason, ...(wanted ? { wanted: wanted.label } : {}) } })
}
