import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { withClient } from './database'

/** Most are empty after most tests: one question instead of three for each of them. */
async function tablesWithRows(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  )
  if (rows.length === 0) return []
  const filled = rows.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`)
  return (await client.query<{ name: string }>(filled.join(' UNION ALL '))).rows.map(({ name }) => name)
}

/** Every row of every table as text, as a backup would show them; columns of bytes as hexadecimal. */
export async function dumpDatabase(databaseUrl: string, file: string): Promise<number> {
  mkdirSync(path.dirname(file), { recursive: true })
  const out = createWriteStream(file)
  let rowCount = 0
  await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN READ ONLY')
    for (const name of await tablesWithRows(client)) {
      out.write(`-- ${name}\n`)
      await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT t::text AS row FROM ${name} t`)
      for (;;) {
        const { rows } = await client.query<{ row: string }>('FETCH 5000 FROM rows')
        if (rows.length === 0) break
        rowCount += rows.length
        if (!out.write(`${rows.map(({ row }) => row).join('\n')}\n`)) await once(out, 'drain')
      }
      await client.query('CLOSE rows')
    }
    await client.query('COMMIT')
  })
  out.end()
  await finished(out)
  return rowCount
}
