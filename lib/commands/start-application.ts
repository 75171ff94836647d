import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { ageFault, type AgeFault } from '@/lib/domain/age'
import { noAnswers } from '@/lib/domain/answers'
import type { Answer, RecordFinding } from '@/lib/domain/findings'
import { QUERY_CONSENT_KIND, witnessedBy } from '@/lib/domain/consent'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { newApplicationKey, unwrapApplicationKey, type ApplicationKey } from '@/lib/data/cipher'
import { db, isUniqueViolation, type Transaction } from '@/lib/data/db'
import { writeFinding } from '@/lib/data/findings'
import { ensureStudent, isEstablishedGuardian, replaceGuardianships } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { countAgainst, waitFor } from '@/lib/data/limits'
import { listApplication } from '@/lib/data/listings'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { findSubmissionOfChild } from '@/lib/data/submissions'
import { registries, type Registries } from '@/lib/registry/registries'

type Failure =
  | { code: 'NO_SEASON' }
  /** an officer registers nobody in another county, and is told nothing of a registration there */
  | { code: 'NOT_THIS_DESK' }
  | { code: 'SEASON_NOT_OPEN' | 'SEASON_CLOSED' }
  | ({ code: 'AGE' } & AgeFault)
  | { code: 'TOO_MANY_QUERIES'; waitMs: number }

type Input = { actor: GuardianActor; county: string; idNumber: string; consentVersion: string; now: Now; ask?: Registries }
type Started = { to: 'application'; applicationId: string } | { to: 'submitted' }
type Written = Started | { to: 'elsewhere' }

/**
 * Starts a child's registration, or resumes the draft that this guardian already has. The registry is asked
 * before any transaction is open. Whom the record does not name gets a draft that knows nothing of the child.
 */
export async function startApplication({ actor, county, idNumber, consentVersion, now, ask = registries() }: Input): Promise<Result<Started, Failure>> {
  if (isElsewhere(actor, county)) return fail({ code: 'NOT_THIS_DESK' })
  const published = await getSeasonUnderWay(county, now.season)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { settings } = published.season
  const phase = seasonPhase(settings, now.season)
  if (phase !== 'open') return fail({ code: phase === 'before' ? 'SEASON_NOT_OPEN' : 'SEASON_CLOSED' })
  const age = ageFault(idNumber, settings)
  if (age) return fail({ code: 'AGE', ...age })

  const wait = (await waitFor('child-not-named', actor.guardianId)) ?? (await countAgainst('child-query', actor.guardianId))
  if (wait !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs: wait })

  const answer = await ask.record.findRecord(idNumber)
  const named = answer.outcome === 'found' && answer.value.guardians.some((guardian) => guardian.idNumber === actor.idNumber)
  // Whom the county established as a guardian is one, although the registry has not heard of it.
  const established = !named && (await isEstablishedGuardian(db(), idNumber, actor.guardianId))
  if (!named && !established && answer.outcome !== 'unavailable') await countAgainst('child-not-named', actor.guardianId)

  const write = () => db().$transaction((transaction) => writeStart(transaction, { actor, county, year: settings.year, idNumber, consentVersion, now, answer, named, established }))
  try {
    return started(await write())
  } catch (error) {
    // Pressed twice: the other request made the draft between our look and our insert. Now it is there to be resumed.
    if (isUniqueViolation(error)) return started(await write())
    throw error
  }
}

function started(written: Written): Result<Started, Failure> {
  return written.to === 'elsewhere' ? fail({ code: 'NOT_THIS_DESK' }) : succeed(written)
}

/** Whether a county is not that of the officer who acts for the guardian; of guardians themselves every county is theirs. */
function isElsewhere({ assisted }: GuardianActor, county: string): boolean {
  return assisted !== undefined && assisted.county !== county
}

type Start = { actor: GuardianActor; county: string; year: number; idNumber: string; consentVersion: string; now: Now; answer: Answer<RecordFinding>; named: boolean; established: boolean }

async function writeStart(transaction: Transaction, start: Start): Promise<Written> {
  const { actor, county, year, now, answer } = start
  const at = new Date(now.season)
  const studentId = await ensureStudent(transaction, start.idNumber)
  if (start.named && answer.outcome === 'found') await replaceGuardianships(transaction, studentId, answer.value, at)
  if (start.named || start.established) {
    const submission = await findSubmissionOfChild(transaction, studentId, year)
    if (submission) return { to: isElsewhere(actor, submission.county) ? 'elsewhere' : 'submitted' }
  }
  const draft = await transaction.application.findFirst({
    where: { guardianId: actor.guardianId, studentId, year, status: 'draft' },
    select: { id: true, county: true, wrappedKey: true },
  })
  if (draft && isElsewhere(actor, draft.county)) return { to: 'elsewhere' }
  const application = draft?.wrappedKey
    ? { id: draft.id, county: draft.county, key: unwrapApplicationKey(draft.wrappedKey) }
    : await createDraft(transaction, { actor, county, year, studentId, at })
  await transaction.consent.createMany({
    data: [{ applicationId: application.id, kind: QUERY_CONSENT_KIND, version: start.consentVersion, givenAt: at, ...witnessedBy(actor) }],
    skipDuplicates: true,
  })
  const actedBy = auditedAs(actor)
  await recordAudit(transaction, { type: draft ? 'application-resumed' : 'application-started', actor: actedBy, application })
  await recordAudit(transaction, { type: 'consent-given', actor: actedBy, application, content: { kind: QUERY_CONSENT_KIND, version: start.consentVersion } })
  if (answer.outcome === 'found' && !start.named && !start.established) await recordAudit(transaction, { type: 'record-not-named', actor: actedBy, application })
  await recordAudit(transaction, { type: 'registry-asked', actor: actedBy, application, content: { registry: 'record', outcome: answer.outcome } })
  await writeFinding(transaction, application, 'record', answer, now.season)
  await listApplication(transaction, application.id, now.season)
  return { to: 'application', applicationId: application.id }
}

type NewDraft = { actor: GuardianActor; county: string; year: number; studentId: string; at: Date }

async function createDraft(transaction: Transaction, { actor, county, year, studentId, at }: NewDraft): Promise<{ id: string; county: string; key: ApplicationKey }> {
  const { key, wrapped } = newApplicationKey()
  const created = await transaction.application.create({
    data: {
      county,
      year,
      guardianId: actor.guardianId,
      studentId,
      wrappedKey: wrapped,
      answersCipher: writeContent(key, 'answers', noAnswers),
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  })
  return { id: created.id, county, key }
}
