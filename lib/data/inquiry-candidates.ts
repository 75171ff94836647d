import 'server-only'
import { POLICE_SUBJECTS, type Department, type InquiryFacts } from '@/lib/domain/inquiries'
import { isOpenForAnswers, OPEN_STATUSES } from '@/lib/domain/status'
import { writtenNumber } from '@/lib/domain/written-number'
import { findAppealToDecide } from './appeals'
import { applicationColumns, countedRecord, toApplication, valuesOf, type Application, type Finding } from './applications'
import { db, type Db } from './db'
import { Prisma } from './generated/client'

/** Something to ask about a family that has not been asked in this round. */
export type OpenQuestion = { application: Application; appealId: string | null; round: number; facts: InquiryFacts }

type Scope = { county: string; year: number }

/** How much one file may hold: a department works through no more at a time, and the rest comes in the next. */
const MOST_AT_ONCE = 500

/** What a department is to be asked next, the oldest first. */
export function listOpenQuestions(on: Db, department: Department, scope: Scope): Promise<OpenQuestion[]> {
  return department === 'police' ? listAppealed(on, scope) : listMissingHomes(on, scope)
}

/** Waiting appeals that say that a register of people is wrong, in rounds that nobody has asked about. */
const appealed = ({ county, year }: Scope) => Prisma.sql`
  SELECT p.id, p.sent_at FROM appeals p WHERE p.county = ${county} AND p.year = ${year} AND p.status = 'waiting' AND p.kind = ANY(${[...POLICE_SUBJECTS]})
    AND NOT EXISTS (SELECT 1 FROM inquiries i WHERE i.appeal_id = p.id AND i.round = p.round)`

/** Where a deed or a contract may be missing, or was seen by the desk alone; whether it is stands in what is encrypted. */
const homes = ({ county, year }: Scope) => Prisma.sql`
  SELECT a.id, a.created_at FROM listings l JOIN applications a ON a.id = l.application_id
  WHERE l.county = ${county} AND l.year = ${year} AND l.status = ANY(${[...OPEN_STATUSES]}::application_status[]) AND a.wrapped_key IS NOT NULL
    AND ((l.basis IN ('TITLE_DEED', 'GRANDPARENT_DEED') AND l.home_index IS NULL) OR (l.basis = 'PURCHASE_CONTRACT' AND l.category_row IS NULL))
  UNION SELECT a.id, a.created_at FROM establishments e JOIN proposals p ON p.id = e.proposal_id JOIN applications a ON a.id = e.application_id
  WHERE e.kind = 'property' AND p.county = ${county} AND a.county = ${county} AND a.year = ${year} AND a.status <> 'withdrawn' AND a.wrapped_key IS NOT NULL`

/** How much there is to ask a department. `exact`: each has been looked at; else that many may turn out to be something to ask. */
export type OpenCount = { count: number; exact: boolean }
/** So many are looked at one by one for a page. */
const LOOKED_AT = 100

export async function countOpenQuestions(scope: Scope): Promise<Record<Department, OpenCount>> {
  const [row] = await db().$queryRaw<Record<Department, number>[]>`
    SELECT (SELECT count(*)::int FROM (${appealed(scope)}) AS waiting) AS police, (SELECT count(*)::int FROM (${homes(scope)}) AS home) AS resources`
  const { police = 0, resources = 0 } = row ?? {}
  const few = resources <= LOOKED_AT
  return { police: { count: police, exact: true }, resources: { count: few ? (await listMissingHomes(db(), scope)).length : resources, exact: few } }
}

async function listAppealed(on: Db, scope: Scope): Promise<OpenQuestion[]> {
  const rows = await on.$queryRaw<{ id: string }[]>`${appealed(scope)} ORDER BY sent_at, id LIMIT ${MOST_AT_ONCE}`
  const questions: OpenQuestion[] = []
  for (const { id } of rows) {
    const found = await findAppealToDecide(on, id)
    const subject = POLICE_SUBJECTS.find((one) => one === found?.appeal.kind)
    if (!found || !subject) continue
    const { application, appeal } = found
    questions.push({ application, appealId: id, round: appeal.round, facts: { subject, claim: appeal.claim, known: { ...valuesOf(application.findings), record: countedRecord(application)?.value ?? null } } })
  }
  return questions
}

const PAGE = 200

async function listMissingHomes(on: Db, scope: Scope): Promise<OpenQuestion[]> {
  const ids = (await on.$queryRaw<{ id: string }[]>`${homes(scope)} ORDER BY created_at, id`).map((row) => row.id)
  const questions: OpenQuestion[] = []
  for (let from = 0; from < ids.length && questions.length < MOST_AT_ONCE; from += PAGE) {
    const rows = await on.application.findMany({ where: { id: { in: ids.slice(from, from + PAGE) } }, select: { ...applicationColumns, inquiries: { where: { appealId: null }, select: { subject: true, round: true, answeredAt: true } } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    for (const row of rows) {
      const application = toApplication(row)
      for (const { facts, since } of application ? missingOf(application) : []) {
        const before = row.inquiries.filter((one) => one.subject === facts.subject)
        // Asked again only about what was said since the last answer.
        const isAsked = before.some(({ answeredAt }) => answeredAt === null || answeredAt.getTime() >= since)
        if (application && !isAsked) questions.push({ application, appealId: null, round: before.length + 1, facts })
      }
    }
  }
  return questions.slice(0, MOST_AT_ONCE)
}

type Missing = { facts: InquiryFacts; /** when it was said, of the season's clock */ since: number }

/** What the registers lack of that on which this family asks for its seat. */
function missingOf(application: Application): Missing[] {
  const { answers, findings, status, established } = application
  const record = countedRecord(application)?.value
  const family = record ? [record.student, ...record.guardians] : []
  const bound = (answers.bound ?? []).map(({ idNumber, name }) => ({ idNumber, name }))
  const open = isOpenForAnswers(status)
  const lacks = (finding: Finding<{ properties: readonly unknown[] }> | null) => finding !== null && (finding.outcome === 'not-found' || (finding.outcome === 'found' && finding.value.properties.length === 0))
  const missing: Missing[] = []
  if (open && answers.basis === 'TITLE_DEED' && findings.property && lacks(findings.property)) missing.push({ since: findings.property.askedAt, facts: { subject: 'no-property', people: family } })
  if (open && answers.basis === 'GRANDPARENT_DEED' && findings.grandparentProperty && lacks(findings.grandparentProperty)) missing.push({ since: findings.grandparentProperty.askedAt, facts: { subject: 'no-grandparent-property', people: bound } })
  if (open && answers.certificate?.outcome === 'not-found' && findings.grandparentProperty) missing.push({ since: findings.grandparentProperty.askedAt, facts: { subject: 'certificate-not-found', number: answers.certificate.certificateNumber, people: bound } })
  if (open && answers.contract?.outcome === 'not-found' && findings.contract) missing.push({ since: findings.contract.askedAt, facts: { subject: 'contract-not-found', number: answers.contract.contractNumber, people: family } })
  const [verified] = established.properties
  if (verified && !isRegistered(application, verified.value.certificateNumber)) missing.push({ since: verified.at, facts: { subject: 'verified-property', property: verified.value } })
  return missing
}

function isRegistered({ findings: { property, grandparentProperty } }: Application, certificateNumber: string): boolean {
  const known = [property, grandparentProperty].flatMap((finding) => (finding?.outcome === 'found' ? finding.value.properties : []))
  return known.some((one) => writtenNumber(one.certificateNumber) === writtenNumber(certificateNumber))
}
