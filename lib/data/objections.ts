import 'server-only'
import { z } from 'zod'
import type { GuardianActor } from '@/lib/domain/actor'
import { COMPLAINTS, objectionAnswer, objectionContent, type Complaint, type ObjectionAnswer } from '@/lib/domain/objections'
import { ownedBy, type Application } from './applications'
import type { Db, Transaction } from './db'
import { readContent, writeContent } from './json'
import type { Prisma } from './generated/client'

/** What a family said is wrong with one of its results, and what came of it. */
export type Objection = {
  id: string
  resultId: string
  guardianId: string
  status: 'waiting' | 'answered' | 'withdrawn'
  complaint: Complaint
  text: string
  /** milliseconds of the season's clock */
  sentAt: number
  endedAt: number | null
  answer: ObjectionAnswer | null
}

const columns = { id: true, resultId: true, guardianId: true, status: true, complaint: true, contentCipher: true, sentAt: true, endedAt: true, answerCipher: true } as const satisfies Prisma.ObjectionSelect
const complaints = z.enum(COMPLAINTS)

function toObjection({ contentCipher, answerCipher, ...row }: Prisma.ObjectionGetPayload<{ select: typeof columns }>, { key }: Pick<Application, 'key'>): Objection {
  return {
    ...row,
    complaint: complaints.parse(row.complaint),
    text: readContent(key, 'objection', contentCipher, objectionContent).text,
    sentAt: row.sentAt.getTime(),
    endedAt: row.endedAt?.getTime() ?? null,
    answer: answerCipher === null ? null : readContent(key, 'objection-answer', answerCipher, objectionAnswer),
  }
}

/** What this guardian has objected to in an application of its own, the newest first. */
export async function listObjections(on: Db, actor: GuardianActor, application: Pick<Application, 'id' | 'key'>): Promise<Objection[]> {
  const rows = await on.objection.findMany({ where: { applicationId: application.id, application: ownedBy(actor) }, select: columns, orderBy: { id: 'desc' } })
  return rows.map((row) => toObjection(row, application))
}

/** One of an application that the caller has been given. */
export async function findObjection(on: Db, application: Pick<Application, 'id' | 'key'>, id: string): Promise<Objection | null> {
  const row = await on.objection.findFirst({ where: { id, applicationId: application.id }, select: columns })
  return row && toObjection(row, application)
}

type Written = { application: Pick<Application, 'id' | 'key'>; resultId: string; guardianId: string; complaint: Complaint; text: string; at: number }

/** @returns its id; null where one waits for this result already, however fast somebody pressed twice */
export async function writeObjection(transaction: Transaction, { application, text, at, ...written }: Written): Promise<string | null> {
  const [row] = await transaction.objection.createManyAndReturn({
    data: [{ ...written, applicationId: application.id, contentCipher: writeContent(application.key, 'objection', { schemaVersion: 1, text } satisfies z.infer<typeof objectionContent>), sentAt: new Date(at) }],
    skipDuplicates: true,
    select: { id: true },
  })
  return row?.id ?? null
}

/** Ends what waits: answered by two officers, or taken back by the family. @returns false when it ended meanwhile */
export async function endObjection(transaction: Transaction, { key }: Pick<Application, 'key'>, id: string, answer: ObjectionAnswer | null, at: number): Promise<boolean> {
  const moved = await transaction.objection.updateMany({
    where: { id, status: 'waiting' },
    data: { status: answer ? 'answered' : 'withdrawn', endedAt: new Date(at), answerCipher: answer && writeContent(key, 'objection-answer', answer) },
  })
  return moved.count === 1
}
