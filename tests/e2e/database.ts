import { withClient } from '../support/database'
import { runOnAppData } from '../support/app-program'
import { appDatabaseUrl } from '../support/running-app'

/** Makes every confirmation that was served look sixteen seconds older: the server still does the judging. */
export async function ageServedConfirmations(): Promise<void> {
  await withClient(appDatabaseUrl(), (client) => client.query(`UPDATE confirmations SET served_at = served_at - interval '16 seconds'`))
}

export async function count(table: 'submissions' | 'applications' | 'confirmations'): Promise<number> {
  return withClient(appDatabaseUrl(), async (client) => Number((await client.query(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n))
}

/** As if no confirmation had been served yet. */
export async function forgetConfirmations(): Promise<void> {
  await withClient(appDatabaseUrl(), (client) => client.query('DELETE FROM confirmations'))
}

/** While `work` runs, a register answers nobody: its file is as if it had never been handed in. */
export async function whileSilent(register: 'contracts' | 'properties' | 'relations', work: () => Promise<void>): Promise<void> {
  const rename = (from: string, to: string) => withClient(appDatabaseUrl(), (client) => client.query('UPDATE registry_snapshots SET kind = $2 WHERE kind = $1', [from, to]))
  await rename(register, `${register}-silent`)
  try {
    await work()
  } finally {
    await rename(`${register}-silent`, register)
  }
}

/** A county in the middle of its season: invented families in the running application's database. */
export async function inventFamilies(count: number): Promise<void> {
  await runOnAppData('tests/load/seed.ts', String(count), '--demonstration', '--yes')
}
