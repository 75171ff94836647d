import 'server-only'
import type { RegisterKind } from '@/lib/domain/registers'
import { isOpenForAnswers, type Status } from '@/lib/domain/status'
import { REGISTER_KINDS } from '@/lib/domain/registers'
import { z } from 'zod'
import { db, type Db, type Transaction } from './db'

const BATCH = 1_000
/** The first wait after a register that did not answer, doubled each time up to an hour. Real time. */
const AGAIN_MS = 60_000
const SELDOM_MS = 60 * 60_000

type Cause = { importId: string } | { inquiryId: string }
type Touch = { applicationId: string; status: Status; kinds: readonly RegisterKind[] }

/**
 * Notes that registers say something else of these families than before. Of a draft the registers are asked again, in the
 * background: one that is silent then holds up no import. A submission stays what it is, and its reviewer sees the note.
 */
export async function touchApplications(transaction: Transaction, cause: Cause, touched: readonly Touch[], now: { season: number; real: number }): Promise<void> {
  const rows = touched.flatMap(({ applicationId, status, kinds }) =>
    kinds.map((kind) => ({ ...cause, applicationId, kind, touchedAt: new Date(now.season), askAt: isOpenForAnswers(status) ? new Date(now.real) : null })),
  )
  for (let from = 0; from < rows.length; from += BATCH) await transaction.registerTouch.createMany({ data: rows.slice(from, from + BATCH) })
}

const word = z.enum(REGISTER_KINDS)

/** What of one family is to be asked again; `imports` are those of which it has not been told yet. */
export type DueTouch = { applicationId: string; ids: readonly string[]; kinds: readonly RegisterKind[]; imports: readonly string[] }

/** Takes what is due, so that no other server does; what is not settled afterwards is due again after a while. */
export async function claimTouches(real: number, most: number): Promise<DueTouch[]> {
  const rows = await db().$queryRaw<{ id: string; application_id: string; kind: string; import_id: string | null }[]>`
    UPDATE register_touches SET attempts = attempts + 1, ask_at = ${new Date(real)}::timestamptz + least(${AGAIN_MS} * 2 ^ least(attempts, 10), ${SELDOM_MS}) * interval '1 millisecond'
    WHERE id IN (SELECT id FROM register_touches WHERE ask_at <= ${new Date(real)} ORDER BY ask_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id, application_id, kind, import_id`
  return [...Map.groupBy(rows, (row) => row.application_id)].map(([applicationId, of]) => ({
    applicationId,
    ids: of.map((row) => row.id),
    kinds: [...new Set(of.map((row) => word.parse(row.kind)))],
    imports: [...new Set(of.flatMap((row) => row.import_id ?? []))],
  }))
}

export async function settleTouches(on: Db, ids: readonly string[]): Promise<void> {
  await on.registerTouch.updateMany({ where: { id: { in: [...ids] } }, data: { askAt: null } })
}

/** That a register's file changed something of this family after it had submitted. */
export type LateChange = { id: string; kind: RegisterKind; number: number; at: number }

/** @param since the submission, of the season's clock in milliseconds */
export async function listLateChanges(on: Db, applicationId: string, since: number): Promise<LateChange[]> {
  const rows = await on.registerTouch.findMany({
    where: { applicationId, import: { isNot: null }, touchedAt: { gte: new Date(since) } },
    select: { id: true, kind: true, touchedAt: true, import: { select: { number: true } } },
    orderBy: { id: 'desc' },
  })
  return rows.flatMap((row) => (row.import ? [{ id: row.id, kind: word.parse(row.kind), number: row.import.number, at: row.touchedAt.getTime() }] : []))
}
