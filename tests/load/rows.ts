import type { Client } from 'pg'

/** The tables that a load fills, what is referred to before what refers to it. */
const TABLES = [
  'staff_accounts', 'guardians', 'students', 'guardianships', 'applications', 'consents', 'findings', 'submissions', 'appeals', 'appeal_rounds',
  'appeal_decisions', 'establishments', 'listings', 'review_cases', 'case_verdicts', 'proposals', 'audit_events',
] as const
export type LoadTable = (typeof TABLES)[number]
type Value = string | number | boolean | null | readonly string[]
export type LoadRow = Readonly<Record<string, Value>>

/** Rows that wait to be written, by table. */
export class Rows {
  readonly #rows = new Map<LoadTable, LoadRow[]>(TABLES.map((table) => [table, []]))
  #count = 0

  add(table: LoadTable, row: LoadRow): void {
    this.#rows.get(table)?.push(row)
    this.#count++
  }

  get count(): number {
    return this.#count
  }

  /** One statement a table: PostgreSQL takes the rows out of one document, with its own types. Every row of a table has the same columns. */
  async write(client: Client): Promise<void> {
    await client.query('BEGIN')
    for (const [table, rows] of this.#rows) {
      const [first] = rows
      if (!first) continue
      const columns = Object.keys(first).join(', ')
      await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(rows)])
    }
    await client.query('COMMIT')
  }
}

export const bytes = (value: Uint8Array): string => `\\x${Buffer.from(value).toString('hex')}`
export const instant = (at: number): string => new Date(at).toISOString()
