import 'server-only'
import { z } from 'zod'
import { allocationOutcome } from '@/lib/domain/admission'
import type { Db, Transaction } from './db'

const end = z.object({ outcome: allocationOutcome, school: z.string().nullable() })
const move = z.object({ from: end.nullable(), to: end.nullable(), count: z.int(), some: z.array(z.string()) })
/** How many end otherwise in the second run, from where to where; null where a child is in one of the two only. */
export type Move = z.infer<typeof move>

/** Of each kind of move that many are named. */
const NAMED = 20

/**
 * Lays a run that was just written beside each earlier one of its season, in the transaction that writes it: runs never
 * change, so that nobody who opens a comparison waits for a hundred thousand decisions.
 */
export async function writeMoves(transaction: Transaction, later: { id: string; county: string; year: number; number: number }): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO allocation_comparisons (earlier_id, later_id, moves)
    SELECT earlier.id, ${later.id}::uuid, coalesce((
      SELECT jsonb_agg(jsonb_build_object('from', move.was, 'to', move.is, 'count', move.count, 'some', move.some) ORDER BY move.count DESC, move.was, move.is) FROM (
        SELECT CASE WHEN one.run_id IS NOT NULL THEN jsonb_build_object('outcome', one.outcome, 'school', one.school_code) END AS was,
          CASE WHEN other.run_id IS NOT NULL THEN jsonb_build_object('outcome', other.outcome, 'school', other.school_code) END AS is,
          count(*)::int AS count, (array_agg(application_id ORDER BY application_id))[1:${NAMED}::int] AS some
        FROM (SELECT * FROM allocation_decisions WHERE run_id = earlier.id) one
        FULL JOIN (SELECT * FROM allocation_decisions WHERE run_id = ${later.id}::uuid) other USING (application_id)
        WHERE (one.outcome, one.school_code) IS DISTINCT FROM (other.outcome, other.school_code)
        GROUP BY 1, 2) move), '[]')
    FROM allocation_runs earlier WHERE earlier.county = ${later.county} AND earlier.year = ${later.year} AND earlier.number < ${later.number}`
}

/** Who ends otherwise in the second of two runs of a season, whichever was made first; the most first. */
export async function listMoves(on: Db, one: string, other: string): Promise<Move[]> {
  const found = await on.allocationComparison.findFirst({ where: { OR: [{ earlierId: one, laterId: other }, { earlierId: other, laterId: one }] } })
  if (!found) return []
  const moves = move.array().parse(found.moves)
  return found.earlierId === one ? moves : moves.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from }))
}
