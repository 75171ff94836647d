import { randomUUID } from 'node:crypto'
import { APPEAL_KINDS, GROUNDS, type AppealKind } from '@/lib/rules'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { AUDIT_REASONS } from '@/lib/domain/cases'
import { dueAt } from '@/lib/domain/working-days'
import { writeContent } from '@/lib/data/json'
import type { Setting } from './family'
import { anEvent, type Registration } from './registration'
import { instant, type Rows } from './rows'

export type Officer = { id: string; name: string }
export type Officers = { reviewers: readonly [Officer, ...Officer[]]; admins: readonly [Officer, Officer]; desk: readonly [Officer, Officer] }

const HOUR_MS = 60 * 60 * 1000
const CLAIM_MS = 30 * 60 * 1000

/** One draft in three and one registration without valid materials has appealed; of submissions one in fifteen is checked. */
export function whatIsReviewed(rows: Rows, registration: Registration, setting: Setting, { reviewers }: Officers): void {
  const { status, family, submissionId } = registration
  const { next, pick } = setting.chance
  const { basis } = family.application.answers
  if (basis === 'NO_VALID_MATERIALS' && submissionId) anAppeal(rows, registration, setting, reviewers, 'NO_VALID_MATERIALS', 'approved')
  else if (status === 'draft' && next() < 0.35) anAppeal(rows, registration, setting, reviewers, pick(APPEAL_KINDS), mostlyDecided(registration, next()) ?? pick(['refused', 'approved', 'approved']))
  if (submissionId && next() < 0.07) aCheck(rows, registration, setting, reviewers)
}

/** What came lately waits; of what came days ago only a little does, and is overdue. */
function mostlyDecided({ family, clock }: Registration, chance: number): 'waiting' | null {
  const days = (clock.season - family.startedAt) / (24 * HOUR_MS)
  return chance < (days < 1 ? 0.8 : days < 2 ? 0.4 : 0.03) ? 'waiting' : null
}

function anAppeal(rows: Rows, registration: Registration, { published, chance }: Setting, reviewers: Officers['reviewers'], kind: AppealKind, status: 'waiting' | 'refused' | 'approved'): void {
  const { family, clock } = registration
  const { id: applicationId, county, year, key } = family.application
  const ground = kind === 'NO_VALID_MATERIALS' ? chance.pick(GROUNDS) : null
  const claim = claimOf(kind, ground ?? 'BUSINESS', registration)
  const id = randomUUID()
  const sentAt = family.startedAt + chance.next() * Math.min(HOUR_MS, clock.season - family.startedAt)
  const decidedAt = status === 'waiting' ? null : sentAt + chance.next() * Math.min(30 * HOUR_MS, clock.season - sentAt)
  const officer = chance.pick(reviewers)
  rows.add('appeals', { id, application_id: applicationId, county, year, kind, ground, status, version: 3, round: 1, answers_cipher: writeContent(key, 'appeal', claim), created_at: instant(family.startedAt), updated_at: instant(decidedAt ?? sentAt), sent_at: instant(sentAt) })
  rows.add('appeal_rounds', { appeal_id: id, number: 1, sent_at: instant(sentAt), content_cipher: writeContent(key, 'appeal-round', { schemaVersion: 1, claim, requirements: [], materialIds: [], seasonVersionId: published.versionId }) })
  rows.add('audit_events', anEvent(family, 'appeal-sent', { kind: 'guardian', id: family.actor.guardianId }, sentAt + clock.ahead, { kind, round: 1 }))
  if (decidedAt !== null) {
    rows.add('appeal_decisions', { appeal_id: id, number: 1, outcome: status, decided_at: instant(decidedAt), decided_by: officer.name, decided_by_id: officer.id, reason_code: null, content_cipher: writeContent(key, 'appeal-decision', { schemaVersion: 1, reason: status === 'refused' ? '户口簿缺监护人页，请补拍。' : '', wanted: null }) })
    rows.add('audit_events', anEvent(family, 'case-opened', { kind: 'staff', id: officer.id }, sentAt + (decidedAt - sentAt) * 0.9 + clock.ahead, { kind }))
    rows.add('audit_events', anEvent(family, status === 'refused' ? 'appeal-refused' : 'appeal-approved', { kind: 'staff', id: officer.id }, decidedAt + clock.ahead, { kind, round: 1, by: officer.name }))
  }
  aCase(rows, registration, published, { kind, ground, because: null, appeal_id: id, submission_id: null, openedAt: sentAt, closedAt: decidedAt, outcome: status === 'waiting' ? null : status, officer, held: chance.next() < 0.05 })
}

function claimOf(kind: AppealKind, ground: (typeof GROUNDS)[number], { family: { application, actor, other } }: Registration): AppealClaim {
  const version = { schemaVersion: 1 } as const
  const record = application.findings.record?.outcome === 'found' ? application.findings.record.value : null
  const student = record?.student ?? { idNumber: application.studentIdNumber, name: '' }
  const guardians = (record?.guardians ?? []).map(({ idNumber, name, relation }) => ({ idNumber, name: name ?? '', relation }))
  const address = '龙津镇文峰路12号'
  switch (kind) {
    case 'STUDENT_NOT_FOUND': return { ...version, kind, student, guardians, household: { address, headIdNumber: null } }
    case 'GUARDIAN_MISMATCH': return { ...version, kind, student, guardians, explanation: '登记的监护人和实际不一样' }
    case 'SINGLE_PARENT': return { ...version, kind, removed: other.idNumber, reason: 'DIVORCED', explanation: '' }
    case 'BLENDED_FAMILY': return { ...version, kind, kept: actor.idNumber, explanation: '' }
    case 'GRANDPARENT_KINSHIP': return { ...version, kind, grandparent: { idNumber: other.idNumber, name: other.name }, kinship: 'PATERNAL_GRANDFATHER', through: actor.idNumber }
    case 'NO_VALID_MATERIALS': return { ...version, kind, ground, address, evidence: '便民超市' }
  }
}

function aCheck(rows: Rows, registration: Registration, { published, chance }: Setting, reviewers: Officers['reviewers']): void {
  const { at, clock, submissionId, family } = registration
  const closedAt = chance.next() < 0.9 ? at + chance.next() * Math.min(40 * HOUR_MS, clock.season - at) : null
  const officer = chance.pick(reviewers)
  const id = aCase(rows, registration, published, { kind: 'MATERIAL_AUDIT', ground: null, because: chance.pick(AUDIT_REASONS), appeal_id: null, submission_id: submissionId, openedAt: at, closedAt, outcome: closedAt === null ? null : 'confirmed', officer, held: chance.next() < 0.05 })
  if (closedAt !== null) rows.add('case_verdicts', { case_id: id, outcome: 'confirmed', decided_at: instant(closedAt), decided_by_id: officer.id, content_cipher: writeContent(family.application.key, 'case-verdict', { schemaVersion: 1, reason: '' }) })
}

type Opened = { kind: string; ground: string | null; because: string | null; appeal_id: string | null; submission_id: string | null; outcome: string | null; openedAt: number; closedAt: number | null; officer: Officer; held: boolean }

function aCase(rows: Rows, { family, schoolCode, clock }: Registration, { county, year, season }: Setting['published'], { openedAt, closedAt, officer, held, ...opened }: Opened): string {
  const id = randomUUID()
  const claimed = closedAt !== null || held
  rows.add('review_cases', {
    id, county, year, ...opened, application_id: family.application.id, round: 1, school_code: schoolCode, status: closedAt === null ? 'open' : 'closed', opened_at: instant(openedAt), due_at: instant(dueAt(openedAt, season.settings.review)),
    closed_at: closedAt === null ? null : instant(closedAt), claimed_by_id: claimed ? officer.id : null, claimed_until: claimed ? instant((closedAt ?? clock.season) + clock.ahead + CLAIM_MS) : null,
  })
  return id
}
