import { withClient } from '../support/database'
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
