import { randomBytes, randomUUID } from 'node:crypto'
import type { Determination, Facts } from '@/lib/rules'
import type { AuditEventType } from '@/lib/domain/audit'
import { checkCode, receiptNumber } from '@/lib/domain/receipt'
import type { ShownConfirmation, SubmissionContent } from '@/lib/domain/submission'
import { prepareConfirmation } from '@/lib/data/confirmations'
import { encrypt, encryptUnder, keyedIndex } from '@/lib/data/cipher'
import { writeContent } from '@/lib/data/json'
import { draftOutcome, frozenOutcome, listingOf } from '@/lib/data/listings'
import type { LoadedFamily, Setting } from './family'
import { bytes, instant, type LoadRow, type Rows } from './rows'

/** How far a family has come, as `aRegistration` wrote it. */
export type Registration = { family: LoadedFamily; status: 'draft' | 'submitted' | 'returned' | 'withdrawn'; submissionId: string | null; schoolCode: string | null; at: number; clock: Clock }
/** The season's clock, and how far real time is ahead of it: the log is written in real time. */
export type Clock = { season: number; ahead: number }

const HOUR_MS = 60 * 60 * 1000

/** Writes a family's registration as the commands would have left it. Whoever cannot be admitted stays a draft. */
export function aRegistration(rows: Rows, family: LoadedFamily, { published, chance }: Setting, clock: Clock): Registration {
  const { application, actor, startedAt } = family
  const judged = prepareConfirmation(actor, application, published, startedAt)
  const wanted = chance.next()
  const admissible = judged?.determination.admissible === true && judged.determination.category !== null
  const status = wanted < 0.74 && admissible ? 'submitted' : wanted < 0.75 && admissible ? 'returned' : wanted < 0.92 ? 'draft' : 'withdrawn'
  const at = startedAt + chance.next() * Math.min(4 * HOUR_MS, clock.season - startedAt)
  // Some who have not finished have not chosen a basis yet.
  if ((status === 'draft' || status === 'withdrawn') && chance.next() < 0.4) application.answers = { ...application.answers, basis: undefined }
  application.status = status
  people(rows, family)
  rows.add('applications', { id: application.id, county: application.county, year: application.year, guardian_id: application.guardianId, student_id: application.studentId, status, version: application.version, wrapped_key: family.wrappedKey, answers_cipher: writeContent(application.key, 'answers', application.answers), created_at: instant(startedAt), updated_at: instant(at) })
  rows.add('consents', { id: randomUUID(), application_id: application.id, kind: 'agreement', version: published.agreementVersion, given_at: instant(startedAt) })
  whatRegistersSaid(rows, family)
  const log = (type: AuditEventType, when: number, content: object | null) => rows.add('audit_events', anEvent(family, type, { kind: 'guardian', id: actor.guardianId }, when + clock.ahead, content))
  log('application-started', startedAt, null)
  log('registry-asked', startedAt, { registry: 'record', outcome: 'found' })
  log('step-saved', startedAt + (at - startedAt) / 3, { step: 'household' })
  log('step-saved', startedAt + (at - startedAt) / 2, { step: 'basis' })
  if (status === 'withdrawn') log('application-withdrawn', at, null)
  const listed = judged && (status === 'submitted' || status === 'returned') ? aSubmission(rows, family, published, judged, at) : null
  if (listed) log('application-submitted', at, { receiptNumber: listed.frozen.receiptNumber, category: listed.frozen.categoryRow })
  const outcome = listed ? frozenOutcome(listed.frozen, listed.content, published.season) : draftOutcome(actor, application, published, status === 'draft' ? startedAt : null)
  const { submittedAt: _instant, ...line } = listingOf(application, actor, outcome, new Date(at))
  rows.add('listings', {
    application_id: application.id, county: line.county, year: line.year, status, version: line.version, season_version_id: line.seasonVersionId ?? null, basis: line.basis ?? null, category: line.category ?? null, category_row: line.categoryRow ?? null,
    placement_status: line.placementStatus ?? null, school_code: line.schoolCode ?? null, catchment_row: line.catchmentRow ?? null, receipt_number: line.receiptNumber ?? null, submitted_at: listed ? instant(at) : null,
    changed_at: instant(at), home_index: line.homeIndex ? bytes(line.homeIndex) : null, tokens: line.tokens.map(String), detail_cipher: line.detailCipher,
  })
  return { family, status, submissionId: listed?.id ?? null, schoolCode: line.schoolCode ?? null, at, clock }
}

function people(rows: Rows, { actor, other, application }: LoadedFamily): void {
  const { studentId, studentIdNumber } = application
  const guardian = (id: string, idNumber: string, name: string, phone: string | null) =>
    rows.add('guardians', { id, id_number_index: bytes(keyedIndex('id-number', idNumber)), id_number_cipher: encrypt('guardians.id_number', idNumber), name_cipher: encrypt('guardians.name', name), phone_cipher: phone && encrypt('guardians.phone', phone), created_at: instant(0) })
  guardian(actor.guardianId, actor.idNumber, actor.name, actor.phone)
  guardian(other.id, other.idNumber, other.name, null)
  rows.add('students', { id: studentId, id_number_index: bytes(keyedIndex('id-number', studentIdNumber)), id_number_cipher: encrypt('students.id_number', studentIdNumber) })
  for (const [id, relation] of [[actor.guardianId, other.relation === 'FATHER' ? 'MOTHER' : 'FATHER'], [other.id, other.relation]] as const) {
    rows.add('guardianships', { student_id: studentId, guardian_id: id, relation, source: 'registry', recorded_at: instant(0) })
  }
}

function whatRegistersSaid(rows: Rows, { application: { id, key, findings, established }, startedAt }: LoadedFamily): void {
  for (const [registry, finding] of Object.entries(findings)) {
    if (finding?.outcome === 'found') rows.add('findings', { id: finding.id, application_id: id, registry, outcome: 'found', asked_at: instant(startedAt), snapshot_version: 'load', content_cipher: writeContent(key, 'finding', finding.value) })
  }
  const { materials } = established
  if (materials) rows.add('establishments', { id: materials.id, application_id: id, kind: 'no-valid-materials', established_at: instant(materials.at), established_by: '周审核', content_cipher: writeContent(key, 'establishment', materials.value) })
}

type Judged = { facts: Facts; determination: Determination; shown: ShownConfirmation }

function aSubmission(rows: Rows, { application, actor }: LoadedFamily, published: Setting['published'], { facts, determination, shown }: Judged, at: number) {
  const { placement } = determination
  const content: SubmissionContent = { schemaVersion: 1, answers: application.answers, shown, facts, determination, findingIds: [], establishmentIds: [], agreementVersion: published.agreementVersion, assistedBy: null, completed: null }
  const frozen = {
    submittedAt: new Date(at), receiptNumber: receiptNumber(application.county, application.year, randomBytes(8)), basis: facts.choice.basis, categoryRow: determination.category?.row ?? '',
    placementStatus: placement.status, schoolCode: placement.schools.length === 1 ? (placement.schools[0] ?? null) : null, catchmentRow: placement.row, seasonVersionId: published.versionId,
  }
  const id = randomUUID()
  rows.add('submissions', {
    id, application_id: application.id, student_id: application.studentId, guardian_id: actor.guardianId, county: application.county, year: application.year, round: 1, receipt_number: frozen.receiptNumber,
    check_code: checkCode(randomBytes(12)), submitted_at: instant(at), basis: frozen.basis, category_row: frozen.categoryRow, placement_status: frozen.placementStatus, school_code: frozen.schoolCode,
    catchment_row: frozen.catchmentRow, season_version_id: frozen.seasonVersionId, content_cipher: writeContent(application.key, 'submission', content),
  })
  return { id, frozen, content }
}

/** A row of the log, about a registration. @param at real time, milliseconds */
export function anEvent({ application }: LoadedFamily, type: AuditEventType, actor: { kind: 'guardian' | 'staff'; id: string }, at: number, content: object | null): LoadRow {
  return { at: instant(at), type, actor_kind: actor.kind, actor_id: actor.id, application_id: application.id, county: application.county, content_cipher: content && encryptUnder(application.key, 'audit', JSON.stringify(content)) }
}
