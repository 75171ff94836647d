import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import { message, type Message, type MessageCode, type MessageOf } from '@/lib/domain/messages'
import { z } from 'zod'
import { unwrapApplicationKey, type ApplicationKey } from './cipher'
import { db, type Transaction } from './db'
import { readContent, writeContent } from './json'
import { uuid7 } from './uuid7'
import type { Prisma } from './generated/client'

type Written<Code extends MessageCode> = MessageOf<Code> & {
  guardianId: string
  /** under whose key the content stands; it need not be the reader's own application */
  application: { id: string; key: ApplicationKey }
  /** a message with this key is written once, however often and on however many servers it is tried */
  onceKey?: string
  /** whether a text message goes out as well */
  sms: boolean
  /** the season's clock, milliseconds: the same instant as what it speaks of */
  at: number
}

/**
 * Writes a message and, for a text message, its row in the outbox, in the transaction of what they speak of: they stand or
 * fall together. @returns false when `onceKey` was there already
 */
export async function writeMessage<Code extends MessageCode>(transaction: Transaction, told: Written<Code>): Promise<boolean> {
  const { application, code, content } = told
  const [row] = await transaction.message.createManyAndReturn({
    data: [
      {
        guardianId: told.guardianId,
        applicationId: application.id,
        code,
        contentCipher: writeContent(application.key, 'message', { schemaVersion: 1, told: { code, content } }),
        onceKey: told.onceKey ?? null,
        createdAt: new Date(told.at),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  })
  if (!row) return false
  if (told.sms) await transaction.delivery.create({ data: { messageId: row.id }, select: { messageId: true } })
  return true
}

type OneOfMany<Code extends MessageCode> = Pick<Written<Code>, 'guardianId' | 'application'> & MessageOf<Code>

/** The same of many at once, in the caller's transaction: one statement for all of them. */
export async function writeMessages<Code extends MessageCode>(transaction: Transaction, told: readonly OneOfMany<Code>[], { sms, at }: Pick<Written<Code>, 'sms' | 'at'>): Promise<void> {
  const rows = told.map(({ guardianId, application, code, content }) => ({
    id: uuid7(), guardianId, applicationId: application.id, code, contentCipher: writeContent(application.key, 'message', { schemaVersion: 1, told: { code, content } }),
  }))
  await transaction.$executeRaw`
    WITH written AS (
      INSERT INTO messages (id, guardian_id, application_id, code, content_cipher, created_at)
      SELECT m.id, m."guardianId", m."applicationId", m.code, m."contentCipher", ${new Date(at)}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, "guardianId" uuid, "applicationId" uuid, code text, "contentCipher" text) RETURNING id
    ) INSERT INTO deliveries (message_id) SELECT id FROM written WHERE ${sms}`
}

/** A message as its reader gets it. `applicationId` is null where the application is another guardian's: no link leads there. */
export type InboxMessage = { id: string; at: number; unread: boolean; applicationId: string | null; told: Message }

/**
 * What a family that was erased had been told is gone with its key. While an officer acts for the guardian, only what is
 * about registrations of that officer's county is there.
 */
function readableBy({ guardianId, assisted }: GuardianActor) {
  return { guardianId, application: { wrappedKey: { not: null }, county: assisted?.county } } satisfies Prisma.MessageWhereInput
}
const NEWEST = 200

const messageContent = z.object({ schemaVersion: z.literal(1), told: message })

const select = {
  id: true,
  createdAt: true,
  readAt: true,
  contentCipher: true,
  application: { select: { id: true, guardianId: true, wrappedKey: true } },
} as const satisfies Prisma.MessageSelect

/** This guardian's messages, newest first. */
export async function listMessages(actor: GuardianActor): Promise<InboxMessage[]> {
  const rows = await db().message.findMany({ where: readableBy(actor), select, orderBy: { id: 'desc' }, take: NEWEST })
  return rows.map((row) => toInboxMessage(row, actor)).filter((one) => one !== null)
}

/** One of this guardian's messages; somebody else's is not there at all. */
export async function findMessage(actor: GuardianActor, id: string): Promise<InboxMessage | null> {
  const row = await db().message.findFirst({ where: { id, ...readableBy(actor) }, select })
  return row && toInboxMessage(row, actor)
}

function toInboxMessage({ application, contentCipher, ...row }: Prisma.MessageGetPayload<{ select: typeof select }>, actor: GuardianActor): InboxMessage | null {
  if (!application?.wrappedKey || !contentCipher) return null
  return {
    id: row.id,
    at: row.createdAt.getTime(),
    unread: row.readAt === null,
    applicationId: application.guardianId === actor.guardianId ? application.id : null,
    told: readContent(unwrapApplicationKey(application.wrappedKey), 'message', contentCipher, messageContent).told,
  }
}

/** What was told about an application, to whom, and what became of the text message; the caller has been given the application. */
export type Told = { id: string; at: number; told: Message; own: boolean; read: boolean; sms: { status: 'pending' | 'sent' | 'failed'; fault: string | null } | null }

export async function listTold({ id: applicationId, guardianId, key }: { id: string; guardianId: string; key: ApplicationKey }): Promise<Told[]> {
  const rows = await db().message.findMany({
    where: { applicationId },
    select: { id: true, createdAt: true, readAt: true, guardianId: true, contentCipher: true, delivery: { select: { status: true, fault: true } } },
    orderBy: { id: 'desc' },
  })
  return rows.flatMap((row) =>
    row.contentCipher
      ? [{ id: row.id, at: row.createdAt.getTime(), read: row.readAt !== null, own: row.guardianId === guardianId, told: readContent(key, 'message', row.contentCipher, messageContent).told, sms: row.delivery }]
      : [],
  )
}

export async function countUnread(actor: GuardianActor): Promise<number> {
  return db().message.count({ where: { readAt: null, ...readableBy(actor) } })
}

/**
 * Marks one of this guardian's messages as read, or all up to one: their ids are in the order of their writing. The first
 * reading counts.
 * @param at the season's clock, milliseconds
 */
export async function markRead(actor: GuardianActor, which: { id: string } | { upTo: string }, at: number): Promise<void> {
  const id = 'id' in which ? which.id : { lte: which.upTo }
  await db().message.updateMany({ where: { id, readAt: null, ...readableBy(actor) }, data: { readAt: new Date(at) } })
}
