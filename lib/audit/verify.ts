import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { UNSEALED_MS } from '@/lib/domain/audit'
import type { NotedSeal } from './noted-seals'
import { hashRows, readRows, sealHash } from './seal'

/** The numbers and the times between which something is wrong; null where nothing that can be trusted says it. */
export type Stretch = { firstId: bigint | null; lastId: bigint | null; from: Date | null; to: Date | null }

export type AuditFault =
  | ({ because: 'row-changed' | 'row-removed' | 'row-added'; seal: number; sealed: number; found: number } & Stretch)
  /** numbers run without a gap; what it covered nothing vouches for */
  | ({ because: 'seal-removed'; seal: number } & Stretch)
  | ({ because: 'seal-altered'; seal: number } & Stretch)
  /** written long ago, or said to be of a transaction that has not been, and in no seal */
  | ({ because: 'not-sealed'; found: number } & Stretch)
  /** seals that were written down elsewhere are not there, or are others: from the first of them to the last */
  | { because: 'not-as-noted'; seal: number; last: number }

export type Verified = { seals: number; events: number; faults: AuditFault[]; newest: NotedSeal | null }

type Seal = Awaited<ReturnType<PrismaClient['auditSeal']['findMany']>>[number]
type Rows = Awaited<ReturnType<typeof readRows>>

/**
 * Walks the chain from the first seal and works every one out again. An empty list of faults: nothing that was sealed has
 * been changed, removed or slipped in, no seal is missing, and nothing waits that should have been sealed.
 * @param noted seals that were written down elsewhere: what was cut off from the end of the chain leaves no gap
 */
export async function verifyAudit(client: PrismaClient, noted: readonly NotedSeal[] = []): Promise<Verified> {
  const faults: AuditFault[] = []
  let before: Seal | null = null
  let known: string[] = ['']
  let events = 0
  const seals = await client.auditSeal.findMany({ orderBy: { number: 'asc' } })
  for (const seal of seals) {
    const rows = await readRows(client, before?.throughTransaction ?? null, seal.throughTransaction)
    events += rows.length
    const missing = seal.number - (before?.number ?? 0) - 1
    // What follows a gap cannot be told from what was in it: the gap is the fault, and the chain is taken up after it.
    if (missing > 0) faults.push(...Array.from({ length: missing }, (_, index): AuditFault => ({ because: 'seal-removed', seal: (before?.number ?? 0) + 1 + index, ...stretchOf(rows) })))
    const { hashes, fault } = missing > 0 ? { hashes: [seal.hash], fault: null } : examine(seal, rows, known, before?.rowsHash != null)
    if (fault) faults.push(fault)
    known = hashes
    before = seal
  }
  faults.push(...(await unsealed(client, before)))
  faults.push(...notAsNoted(seals, noted, faults))
  return { seals: seals.length, events, faults, newest: before && { number: before.number, hash: before.hash } }
}

/**
 * @param known what the seal before may have been: as it stands, and as it was worked out, if those differ
 * @param keyed whether the seals before are keyed already
 */
function examine(seal: Seal, rows: Rows, known: readonly string[], keyed: boolean): { hashes: string[]; fault: AuditFault | null } {
  const { number, hash, firstId, lastId, rowsHash } = seal
  const counted = { seal: number, sealed: seal.eventCount, found: rows.length }
  if (firstId === null || lastId === null || rowsHash === null) {
    // Of the time before seals were keyed. After a keyed one it is a forgery, however well it adds up.
    if (keyed) return { hashes: [hash], fault: { because: 'seal-altered', seal: number, ...stretchOf(rows) } }
    const expected = known.map((previous) => hashRows(rows, previous))
    return { hashes: [hash, ...expected], fault: expected.includes(hash) ? null : { because: ofCount(counted), ...counted, ...stretchOf(rows) } }
  }
  const body = { ...seal, firstId, lastId, rowsHash }
  const expected = known.map((previous) => sealHash(previous, body))
  if (!expected.includes(hash)) return { hashes: [hash, ...expected], fault: { because: 'seal-altered', seal: number, ...stretchOf(rows) } }
  if (hashRows(rows) === rowsHash) return { hashes: [hash], fault: null }
  return { hashes: [hash], fault: { because: ofCount(counted), ...counted, ...stretchOf(rows), firstId, lastId } }
}

function ofCount({ sealed, found }: { sealed: number; found: number }): 'row-changed' | 'row-removed' | 'row-added' {
  if (found === sealed) return 'row-changed'
  return found < sealed ? 'row-removed' : 'row-added'
}

function stretchOf(rows: Rows): Stretch {
  const ids = rows.map((row) => row.id).toSorted((one, other) => (one < other ? -1 : 1))
  const times = rows.map((row) => row.at).toSorted((one, other) => one.getTime() - other.getTime())
  return { firstId: ids.at(0) ?? null, lastId: ids.at(-1) ?? null, from: times.at(0) ?? null, to: times.at(-1) ?? null }
}

/** Seals of which something is said already are not named twice: a removed one, an altered one. */
function notAsNoted(seals: readonly Seal[], noted: readonly NotedSeal[], said: readonly AuditFault[]): AuditFault[] {
  const hashes = new Map(seals.map(({ number, hash }) => [number, hash]))
  const known = new Set(said.flatMap((fault) => (fault.because === 'seal-removed' || fault.because === 'seal-altered' ? [fault.seal] : [])))
  const missed = noted.map(({ number, hash }) => (hashes.get(number) === hash || known.has(number) ? null : number)).filter((number) => number !== null)
  if (missed.length === 0) return []
  const [seal, last] = missed.reduce(([least, most], number) => [Math.min(least, number), Math.max(most, number)], [Infinity, 0])
  return [{ because: 'not-as-noted', seal, last }]
}

async function unsealed(client: PrismaClient, last: Seal | null): Promise<AuditFault[]> {
  const [row] = await client.$queryRaw<{ found: number; first_id: bigint | null; last_id: bigint | null; from: Date | null; to: Date | null }[]>`
    SELECT count(*)::int AS found, min(id) AS first_id, max(id) AS last_id, min(at) AS "from", max(at) AS "to" FROM audit_events
    WHERE transaction >= ${last?.throughTransaction ?? 0n}
      AND (at < clock_timestamp() - ${UNSEALED_MS} * interval '1 millisecond' OR transaction >= (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint)`
  return row && row.found > 0 ? [{ because: 'not-sealed', found: row.found, firstId: row.first_id, lastId: row.last_id, from: row.from, to: row.to }] : []
}
