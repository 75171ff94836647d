import 'server-only'
import { createHash } from 'node:crypto'
import type { PrismaClient } from '@/lib/data/generated/client'

type Row = { id: bigint; transaction: bigint; at: Date; type: string; actor_kind: string; actor_id: string | null; application_id: string | null; county: string | null; content_cipher: string | null }

/** The hash of a seal: over the seal before it and every event in it, in order of transaction and number. */
function chain(previous: string, rows: readonly Row[]): string {
  const hash = createHash('sha256').update(previous)
  for (const row of rows) {
    hash.update(
      JSON.stringify([String(row.id), String(row.transaction), row.at.toISOString(), row.type, row.actor_kind, row.actor_id, row.application_id, row.county, row.content_cipher]),
    )
  }
  return hash.digest('hex')
}

const COLUMNS = 'id, transaction, at, type, actor_kind, actor_id, application_id, county, content_cipher'
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
    const from = last?.throughTransaction ?? 0n
    const [horizon] = await transaction.$queryRaw<{ xmin: bigint }[]>`SELECT (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint AS xmin`
    if (!horizon || horizon.xmin <= from) return 0
    const rows = await transaction.$queryRawUnsafe<Row[]>(
      `SELECT ${COLUMNS} FROM audit_events WHERE transaction >= $1 AND transaction < $2 ORDER BY transaction, id`,
      from,
      horizon.xmin,
    )
    if (rows.length === 0) return 0
    await transaction.auditSeal.create({
      data: { number: (last?.number ?? 0) + 1, throughTransaction: horizon.xmin, eventCount: rows.length, hash: chain(last?.hash ?? '', rows) },
    })
    return rows.length
  })
}

export type ChainFault = { seal: number; because: 'count' | 'hash' | 'gap' }

/** Works every seal out again. An empty answer: nothing that was sealed has been changed, removed or slipped in. */
export async function checkAudit(client: PrismaClient): Promise<ChainFault[]> {
  const faults: ChainFault[] = []
  let previous = ''
  let from = 0n
  let number = 0
  for (const seal of await client.auditSeal.findMany({ orderBy: { number: 'asc' } })) {
    const rows = await client.$queryRawUnsafe<Row[]>(
      `SELECT ${COLUMNS} FROM audit_events WHERE transaction >= $1 AND transaction < $2 ORDER BY transaction, id`,
      from,
      seal.throughTransaction,
    )
    if (seal.number !== ++number) faults.push({ seal: seal.number, because: 'gap' })
    if (rows.length !== seal.eventCount) faults.push({ seal: seal.number, because: 'count' })
    else if (chain(previous, rows) !== seal.hash) faults.push({ seal: seal.number, because: 'hash' })
    previous = seal.hash
    from = seal.throughTransaction
  }
  return faults
}
