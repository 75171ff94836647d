import 'server-only'
import { createHash } from 'node:crypto'
import { keyedDigest } from '@/lib/data/cipher'
import type { PrismaClient } from '@/lib/data/generated/client'

type Row = { id: bigint; transaction: bigint; at: Date; type: string; actor_kind: string; actor_id: string | null; application_id: string | null; county: string | null; content_cipher: string | null }

const COLUMNS = 'id, transaction, at, type, actor_kind, actor_id, application_id, county, content_cipher'

/** The audit rows below `through` that no seal before has taken, in the order in which they are sealed; `from` null: from the very first. */
export function readRows(on: Pick<PrismaClient, '$queryRawUnsafe'>, from: bigint | null, through: bigint): Promise<Row[]> {
  return on.$queryRawUnsafe<Row[]>(`SELECT ${COLUMNS} FROM audit_events WHERE ($1::bigint IS NULL OR transaction >= $1) AND transaction < $2 ORDER BY transaction, id`, from, through)
}

/** A plain hash over rows; after `previous`, as the first seals were made. */
export function hashRows(rows: readonly Row[], previous = ''): string {
  const hash = createHash('sha256').update(previous)
  for (const row of rows) {
    hash.update(
      JSON.stringify([String(row.id), String(row.transaction), row.at.toISOString(), row.type, row.actor_kind, row.actor_id, row.application_id, row.county, row.content_cipher]),
    )
  }
  return hash.digest('hex')
}

export type SealBody = { number: number; throughTransaction: bigint; eventCount: number; firstId: bigint; lastId: bigint; rowsHash: string; sealedAt: Date }

/**
 * What binds a seal to the one before it. Keyed: whoever has the database alone can change a row and work its hash out
 * again, but not the seals that follow.
 */
export function sealHash(previous: string, { number, throughTransaction, eventCount, firstId, lastId, rowsHash, sealedAt }: SealBody): string {
  return keyedDigest('audit-seal', JSON.stringify([previous, number, String(throughTransaction), eventCount, String(firstId), String(lastId), rowsHash, sealedAt.toISOString()]))
}

const LOCK = 7_215_340_001

/**
 * Seals what has been written since the last seal. Runs beside the submits and never inside one: a chain within the
 * transaction would make everybody wait for everybody. Only transactions below the oldest one still running are taken,
 * so that no late commit can slip in behind a seal. Two servers: an advisory lock lets one do it.
 * @returns how many events were sealed
 */
export async function sealAudit(client: PrismaClient): Promise<number> {
  return client.$transaction(async (transaction) => {
    const [lock] = await transaction.$queryRaw<{ held: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS held`
    if (!lock?.held) return 0
    const last = await transaction.auditSeal.findFirst({ orderBy: { number: 'desc' } })
    const from = last?.throughTransaction ?? null
    const [horizon] = await transaction.$queryRaw<{ xmin: bigint; now: Date }[]>`
      SELECT (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint AS xmin, date_trunc('milliseconds', clock_timestamp()) AS now`
    if (!horizon || (from !== null && horizon.xmin <= from)) return 0
    const rows = await readRows(transaction, from, horizon.xmin)
    const ids = rows.map((row) => row.id).toSorted((one, other) => (one < other ? -1 : 1))
    const [firstId, lastId] = [ids.at(0), ids.at(-1)]
    if (firstId === undefined || lastId === undefined) return 0
    const body: SealBody = { number: (last?.number ?? 0) + 1, throughTransaction: horizon.xmin, eventCount: rows.length, firstId, lastId, rowsHash: hashRows(rows), sealedAt: horizon.now }
    await transaction.auditSeal.create({ data: { ...body, hash: sealHash(last?.hash ?? '', body) } })
    return rows.length
  })
}
