import 'server-only'
import { decrypt } from './cipher'
import { db } from './db'

/** A text message that is this server's to send, until its next attempt is due. */
export type ClaimedDelivery = { messageId: string; attempt: number; code: string; phone: string | null }

export const MOST_ATTEMPTS = 8
/** The first wait, doubled at each attempt; longer than any sending takes, because until then nobody else takes the row. */
export const FIRST_WAIT_MS = 30_000

type Row = { message_id: string; attempts: number; code: string; phone_cipher: string | null }

/**
 * Takes up to `batch` due text messages in one statement: each counts an attempt and is put off before anything is sent, so
 * that no transaction is open meanwhile, two servers never take the same one, and a server that dies loses none.
 * @param now real time, milliseconds
 */
export async function claimDeliveries(now: number, batch: number): Promise<ClaimedDelivery[]> {
  const at = new Date(now)
  const rows = await db().$queryRaw<Row[]>`
    WITH due AS (
      SELECT message_id FROM deliveries
      WHERE status = 'pending' AND next_attempt_at <= ${at} AND attempts < ${MOST_ATTEMPTS}
      ORDER BY next_attempt_at LIMIT ${batch} FOR UPDATE SKIP LOCKED
    )
    UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = ${at}::timestamptz + interval '1 millisecond' * (${FIRST_WAIT_MS} * 2 ^ attempts)
    FROM due, messages, guardians
    WHERE deliveries.message_id = due.message_id AND messages.id = due.message_id AND guardians.id = messages.guardian_id
    RETURNING deliveries.message_id, deliveries.attempts, messages.code, guardians.phone_cipher`
  return rows.map((row) => ({
    messageId: row.message_id,
    attempt: row.attempts,
    code: row.code,
    phone: row.phone_cipher ? decrypt('guardians.phone', row.phone_cipher) : null,
  }))
}

export async function recordSent(messageId: string, reference: string | null, now: number): Promise<void> {
  await db().delivery.updateMany({ where: { messageId, status: 'pending' }, data: { status: 'sent', sentAt: new Date(now), reference, fault: null } })
}

/** @param final no further attempt: it stays as failed, with the fault of the last one */
export async function recordFailure({ messageId, attempt }: ClaimedDelivery, fault: string, final: boolean): Promise<void> {
  await db().delivery.updateMany({ where: { messageId, status: 'pending', attempts: attempt }, data: { fault, ...(final ? { status: 'failed' } : {}) } })
}

/** Those whose last attempt never came back, because the server ended in the middle of it. */
export async function failInterrupted(now: number, fault: string): Promise<void> {
  await db().delivery.updateMany({ where: { status: 'pending', attempts: { gte: MOST_ATTEMPTS }, nextAttemptAt: { lte: new Date(now) } }, data: { status: 'failed', fault } })
}
