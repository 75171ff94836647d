import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { DEPARTMENTS, departmentOf, INQUIRY_OUTCOMES, INQUIRY_SUBJECTS, inquiryNumber, type Department, type InquiryOutcome, type InquirySubject } from '@/lib/domain/inquiries'
import { answerContent, inquiryContent, type ExportedLine, type InquiryContent } from '@/lib/domain/inquiry-content'
import { z } from 'zod'
import { unwrapApplicationKey, type ApplicationKey } from './cipher'
import { db, type Db, type Transaction } from './db'
import { readContent, writeContent } from './json'
import { staffNames } from './staff'

const subjectWord = z.enum(INQUIRY_SUBJECTS)
const departmentWord = z.enum(DEPARTMENTS)
const outcomeWord = z.enum(INQUIRY_OUTCOMES)

/** What a department is to be asked about one family, in the round in which it has not been asked yet. */
export type Candidate = { application: { id: string; key: ApplicationKey }; subject: InquirySubject; appealId: string | null; round: number; content: InquiryContent }

export type ExportedInquiry = ExportedLine & { applicationId: string }

const LOCK = 7_215_340_011

/** One export after another: numbers follow each other, and nobody is asked about twice. */
export async function lockInquiries(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`
}

type Export = { actor: StaffActor; year: number; department: Department; exportId: string; at: number }

/** Writes what goes out with one file. The caller holds the lock. */
export async function addInquiries(transaction: Transaction, { actor, year, department, exportId, at }: Export, candidates: readonly Candidate[]): Promise<ExportedInquiry[]> {
  const last = await transaction.inquiry.findFirst({ where: { county: actor.county, year }, select: { number: true }, orderBy: { number: 'desc' } })
  const numbered = candidates.map((one, place) => ({ ...one, number: (last?.number ?? 0) + 1 + place }))
  await transaction.inquiry.createMany({
    data: numbered.map(({ application, subject, appealId, round, content, number }) => ({
      county: actor.county, year, number, department, applicationId: application.id, subject, appealId, round, exportId,
      contentCipher: writeContent(application.key, 'inquiry', content), exportedById: actor.staffId, exportedAt: new Date(at),
    })),
  })
  return numbered.map(({ application, subject, content, number }) => ({ ...content, applicationId: application.id, subject, number: inquiryNumber({ county: actor.county, year, number }) }))
}

/** What went out with a file of the officer's own county, without the families that were erased since. */
export async function listExported(on: Db, { county }: Pick<StaffActor, 'county'>, exportId: string): Promise<{ department: Department; lines: ExportedInquiry[] } | null> {
  const rows = await on.inquiry.findMany({
    where: { county, exportId },
    select: { county: true, year: true, number: true, department: true, subject: true, applicationId: true, contentCipher: true, application: { select: { wrappedKey: true } } },
    orderBy: { number: 'asc' },
  })
  const [first] = rows
  if (!first) return null
  const lines = rows.flatMap(({ application, contentCipher, ...row }) =>
    application.wrappedKey ? [{ ...readContent(unwrapApplicationKey(application.wrappedKey), 'inquiry', contentCipher, inquiryContent), applicationId: row.applicationId, subject: subjectWord.parse(row.subject), number: inquiryNumber(row) }] : [],
  )
  return { department: departmentWord.parse(first.department), lines }
}

/** A file that went out: to whom, by whom, and how far the department is. */
export type ExportLine = { id: string; department: Department; at: number; by: string; count: number; answered: number }
const EXPORTS = 30

export async function listExports({ county }: Pick<StaffActor, 'county'>): Promise<ExportLine[]> {
  const rows = await db().inquiry.groupBy({ by: ['exportId', 'department', 'exportedById', 'exportedAt'], where: { county }, _count: { _all: true, answeredAt: true }, orderBy: { exportedAt: 'desc' }, take: EXPORTS })
  const names = await staffNames(db(), rows.map((row) => row.exportedById))
  return rows.map((row) => ({ id: row.exportId, department: departmentWord.parse(row.department), at: row.exportedAt.getTime(), by: names.get(row.exportedById) ?? '', count: row._count._all, answered: row._count.answeredAt }))
}

/** How an inquiry about a family stands, for the reviewer. */
export type FiledInquiry = { id: string; number: string; department: Department; subject: InquirySubject; at: number; answer: { outcome: InquiryOutcome; at: number; remark: string } | null }

/** Everything that departments were asked about a family, the newest first; the caller has been given the application. */
export async function listInquiriesOf(on: Db, { id: applicationId, county, key }: { id: string; county: string; key: ApplicationKey }): Promise<FiledInquiry[]> {
  const rows = await on.inquiry.findMany({ where: { applicationId, county }, orderBy: { number: 'desc' } })
  return rows.map((row) => {
    const subject = subjectWord.parse(row.subject)
    const answer = row.outcome && row.answeredAt && row.answerCipher
      ? { outcome: outcomeWord.parse(row.outcome), at: row.answeredAt.getTime(), remark: readContent(key, 'inquiry-answer', row.answerCipher, answerContent).remark }
      : null
    return { id: row.id, number: inquiryNumber(row), department: departmentOf(subject), subject, at: row.exportedAt.getTime(), answer }
  })
}
