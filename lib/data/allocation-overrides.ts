import 'server-only'
import type { ByHandBeside } from '@/lib/domain/allocation'
import type { Db, Transaction } from './db'

/**
 * Takes a run for the rest of the transaction: decisions by hand beside it, and its publication, come one after the other.
 * Whoever publishes holds it before the overrides are read, or one that is approved at that moment would be lost; and after
 * the application, where both are taken.
 */
export async function holdRun(transaction: Transaction, runId: string): Promise<void> {
  await transaction.$executeRaw`SELECT id FROM allocation_runs WHERE id = ${runId}::uuid FOR NO KEY UPDATE`
}

/** The schools that two officers gave children beside a run, by application; of several for one child the newest. */
export async function findOverrides(on: Db, runId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await on.allocationOverride.findMany({ where: { runId }, select: { applicationId: true, schoolCode: true }, orderBy: { id: 'asc' } })
  return new Map(rows.map(({ applicationId, schoolCode }) => [applicationId, schoolCode]))
}

/** The children with a school by hand beside this run, and those who have one beside another run of the season only. */
export async function countByHand(on: Db, { id, county, year }: { id: string; county: string; year: number }): Promise<ByHandBeside> {
  const [row] = await on.$queryRaw<ByHandBeside[]>`
    SELECT (count(*) FILTER (WHERE here))::int AS here, (count(*) FILTER (WHERE NOT here))::int AS elsewhere FROM (
      SELECT bool_or(o.run_id = ${id}::uuid) AS here FROM allocation_overrides o JOIN allocation_runs r ON r.id = o.run_id
      WHERE r.county = ${county} AND r.year = ${year} GROUP BY o.application_id
    ) children`
  return row ?? { here: 0, elsewhere: 0 }
}
