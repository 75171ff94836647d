import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** One statement, or one set of them, on a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function at(url: string, database: string): string {
  const there = new URL(url)
  there.pathname = `/${database}`
  return there.toString()
}

/** A database of its own for a test file, copied from a migrated template. */
export async function createFrom(template: string, maintenanceUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await withClient(maintenanceUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return at(maintenanceUrl, name)
}

export async function drop(url: string, maintenanceUrl: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await withClient(maintenanceUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

/** Tables whose rows are the families'; the season, the registers, accounts of staff and the clock's row stay. */
const OF_FAMILIES = [
  'audit_events', 'audit_seals', 'deliveries', 'messages', 'reveals', 'desk_scans', 'case_verdicts', 'case_notes', 'review_cases', 'objections', 'listings', 'listing_counts', 'register_touches', 'inquiries', 'establishments', 'simulations', 'admission_results', 'allocation_overrides', 'allocation_decisions', 'allocation_comparisons', 'allocation_runs', 'proposals', 'appeal_decisions', 'appeal_rounds', 'materials', 'appeals', 'submissions', 'confirmations', 'findings', 'consents', 'applications',
  'guardianships', 'students', 'guardian_sessions', 'assistances', 'guardians', 'rate_limits',
]

/**
 * Back to no family at all, between the tests of one file. The tables that are written once refuse it as they should:
 * only this, as the database's owner, with their triggers asleep for one transaction.
 */
export async function emptyFamilies(databaseUrl: string): Promise<void> {
  // An application that runs on it works beside us (outbox, seals, listings): where the two wait for each other, once more.
  for (let attempt = 1; ; attempt++) {
    try {
      return await withClient(databaseUrl, emptyOnce)
    } catch (error) {
      if (attempt === 5 || !isDeadlock(error)) throw error
    }
  }
}

async function emptyOnce(client: Client): Promise<void> {
  await client.query('BEGIN')
  await client.query(`SET LOCAL session_replication_role = 'replica'`)
  await client.query(OF_FAMILIES.map((table) => `DELETE FROM ${table}`).join('; '))
  // What was being prepared and proposed goes too; what published a season stays with the season.
  await client.query('DELETE FROM season_drafts; DELETE FROM county_proposals WHERE NOT EXISTS (SELECT FROM season_versions v WHERE v.proposal_id = county_proposals.id)')
  await client.query('COMMIT')
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01'
}

/** Takes away a season that a test has published, with its drafts and versions, which nothing else ever removes. */
export async function removeSeason(databaseUrl: string, county: string, year: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN')
    await client.query(`SET LOCAL session_replication_role = 'replica'`)
    const versions = `SELECT v.id FROM season_versions v JOIN seasons s ON s.id = v.season_id WHERE s.county = $1 AND s.year = $2`
    for (const table of ['schools', 'catchment_rows', 'category_rows', 'material_rows', 'reason_rows']) await client.query(`DELETE FROM ${table} WHERE version_id IN (${versions})`, [county, year])
    await client.query(`DELETE FROM season_versions WHERE id IN (${versions})`, [county, year])
    for (const table of ['seasons', 'season_drafts', 'county_proposals']) await client.query(`DELETE FROM ${table} WHERE county = $1 AND year = $2`, [county, year])
    await client.query('COMMIT')
  })
}
