import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import { submissionContent, type ShownConfirmation, type SubmissionContent } from '@/lib/domain/submission'
import { ownedBy } from './applications'
import { decrypt, unwrapApplicationKey } from './cipher'
import { db, type Db } from './db'
import { readContent } from './json'
import type { Prisma } from './generated/client'

export type Receipt = {
  applicationId: string
  /** which of the family's submissions this is; a later one replaces it */
  round: number
  /** sent back for correction; it holds until the next round replaces it */
  returned: boolean
  receiptNumber: string
  checkCode: string
  submittedAt: number
  county: string
  year: number
  schoolCode: string | null
  shown: ShownConfirmation
} & Pick<SubmissionContent, 'assistedBy' | 'completed'>

/** What the other guardian on the record learns of a submission: that, by whom, when, for which school; nothing else. */
export type SubmissionByOther = {
  applicationId: string
  studentId: string
  studentIdNumber: string
  guardianName: string
  submittedAt: number
  county: string
  year: number
  schoolCode: string | null
  seasonVersionId: string
}

const select = {
  applicationId: true,
  round: true,
  receiptNumber: true,
  checkCode: true,
  submittedAt: true,
  county: true,
  year: true,
  schoolCode: true,
  contentCipher: true,
  application: { select: { status: true, wrappedKey: true } },
} as const satisfies Prisma.SubmissionSelect

/** The receipt of this guardian's own submission; the newest round counts. */
export async function findReceipt(actor: GuardianActor, applicationId: string): Promise<Receipt | null> {
  const row = await db().submission.findFirst({ where: { applicationId, ...ownedBy(actor) }, select, orderBy: { round: 'desc' } })
  return row?.application.wrappedKey ? toReceipt(row, row.application.wrappedKey) : null
}

export async function listReceipts(actor: GuardianActor): Promise<Receipt[]> {
  const rows = await db().submission.findMany({ where: ownedBy(actor), select, orderBy: [{ submittedAt: 'asc' }, { round: 'asc' }] })
  const newest = new Map<string, Receipt>()
  for (const row of rows) if (row.application.wrappedKey) newest.set(row.applicationId, toReceipt(row, row.application.wrappedKey))
  return [...newest.values()]
}

/** The certificate that this guardian's newest submission rests on: the next child of the family starts with it. */
export async function findLastCertificate(actor: GuardianActor): Promise<string | null> {
  const row = await db().submission.findFirst({ where: ownedBy(actor), select, orderBy: { submittedAt: 'desc' } })
  if (!row?.application.wrappedKey) return null
  const { answers } = readContent(unwrapApplicationKey(row.application.wrappedKey), 'submission', row.contentCipher, submissionContent)
  return answers.deed?.certificateNumber ?? null
}

function toReceipt(row: Prisma.SubmissionGetPayload<{ select: typeof select }>, wrappedKey: string): Receipt {
  const content = readContent(unwrapApplicationKey(wrappedKey), 'submission', row.contentCipher, submissionContent)
  return {
    applicationId: row.applicationId,
    round: row.round,
    returned: row.application.status === 'returned',
    receiptNumber: row.receiptNumber,
    checkCode: row.checkCode,
    submittedAt: row.submittedAt.getTime(),
    county: row.county,
    year: row.year,
    schoolCode: row.schoolCode,
    shown: content.shown,
    assistedBy: content.assistedBy,
    completed: content.completed,
  }
}

const byOther = {
  applicationId: true,
  studentId: true,
  submittedAt: true,
  county: true,
  year: true,
  schoolCode: true,
  seasonVersionId: true,
  guardianId: true,
  guardian: { select: { nameCipher: true } },
  student: { select: { idNumberCipher: true } },
} as const satisfies Prisma.SubmissionSelect

/** Submissions by other guardians for children whose record names this one. */
export async function listSubmissionsByOthers(actor: GuardianActor): Promise<SubmissionByOther[]> {
  const rows = await db().submission.findMany({
    where: { county: actor.assisted?.county, guardianId: { not: actor.guardianId }, student: { guardianships: { some: { guardianId: actor.guardianId } } } },
    select: byOther,
    orderBy: { round: 'asc' },
  })
  const newest = new Map(rows.map((row) => [`${row.studentId}:${row.year}`, row]))
  return [...newest.values()].map(toSubmissionByOther)
}

/** The child's submission of that year, whoever made it and in whichever county. Callers show it only to a guardian on the record. */
export async function findSubmissionOfChild(on: Db, studentId: string, year: number): Promise<(SubmissionByOther & { guardianId: string }) | null> {
  const row = await on.submission.findFirst({ where: { studentId, year }, select: byOther, orderBy: { round: 'desc' } })
  return row ? { ...toSubmissionByOther(row), guardianId: row.guardianId } : null
}

function toSubmissionByOther(row: Prisma.SubmissionGetPayload<{ select: typeof byOther }>): SubmissionByOther {
  return {
    applicationId: row.applicationId,
    studentId: row.studentId,
    studentIdNumber: decrypt('students.id_number', row.student.idNumberCipher),
    guardianName: decrypt('guardians.name', row.guardian.nameCipher),
    submittedAt: row.submittedAt.getTime(),
    county: row.county,
    year: row.year,
    schoolCode: row.schoolCode,
    seasonVersionId: row.seasonVersionId,
  }
}
