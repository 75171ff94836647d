import 'server-only'
import { z } from 'zod'
import { decrypt } from './cipher'
import type { Db } from './db'
import type { ErasedPerson } from './erasure'

const column = z.object({ table: z.string(), column: z.string(), type: z.enum(['bytea', 'text', 'jsonb', 'ARRAY']) })

/**
 * Looks for erased persons in every column of every table: for their keyed index where bytes stand, for their ID number where
 * text does, and within the audit log's contents under the master key. What stands under a destroyed key nobody can read.
 * @param but tables in which they may stand all the same
 * @returns how many columns were looked through, and where somebody was found: `table.column`
 */
export async function searchForErased(on: Db, persons: readonly ErasedPerson[], but: readonly string[] = []): Promise<{ columns: number; found: string[] }> {
  const all = z.array(column).parse(await on.$queryRaw`
    SELECT c.table_name AS "table", c.column_name AS "column", CASE WHEN c.data_type = 'character varying' THEN 'text' ELSE c.data_type END AS "type"
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND (c.data_type IN ('bytea', 'text', 'character varying', 'jsonb') OR (c.data_type = 'ARRAY' AND c.udt_name = '_text'))
    ORDER BY 1, 2`)
  const columns = all.filter(({ table }) => !but.includes(table))
  const found: string[] = []
  for (const one of columns) if (await (one.type === 'bytea' ? hasIndex(on, one, persons) : hasNumber(on, one, persons))) found.push(`${one.table}.${one.column}`)
  if (await isInAudit(on, persons)) found.push('audit_events.content_cipher, deciphered')
  return { columns: columns.length, found }
}

type Column = z.infer<typeof column>

// Names come from the catalogue of this very database and are quoted all the same.
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

async function hasIndex(on: Db, { table, column: name }: Column, persons: readonly ErasedPerson[]): Promise<boolean> {
  const rows = await on.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${quoted(table)} WHERE ${quoted(name)} = ANY($1::bytea[]) LIMIT 1`, persons.map(({ index }) => Buffer.from(index)))
  return rows.length > 0
}

/** An ID number as anybody may have written it: eighteen digits, the last of them perhaps an X. */
const ID_NUMBER = '[1-9][0-9]{16}[0-9Xx]'

async function hasNumber(on: Db, { table, column: name }: Column, persons: readonly ErasedPerson[]): Promise<boolean> {
  const rows = await on.$queryRawUnsafe<{ written: string }[]>(`SELECT DISTINCT upper((regexp_matches(${quoted(name)}::text, '${ID_NUMBER}', 'g'))[1]) AS written FROM ${quoted(table)}`)
  const numbers = new Set(persons.map(({ idNumber }) => idNumber))
  return rows.some(({ written }) => numbers.has(written))
}

const AT_ONCE = 5_000

async function isInAudit(on: Db, persons: readonly ErasedPerson[]): Promise<boolean> {
  const numbers = new Set(persons.map(({ idNumber }) => idNumber))
  for (let after = 0n; ; ) {
    const events = await on.auditEvent.findMany({ where: { id: { gt: after }, applicationId: null, contentCipher: { not: null } }, select: { id: true, contentCipher: true }, orderBy: { id: 'asc' }, take: AT_ONCE })
    const contents = events.flatMap(({ contentCipher }) => (contentCipher ? [decrypt('audit', contentCipher)] : []))
    if (contents.some((content) => (content.toUpperCase().match(new RegExp(ID_NUMBER, 'g')) ?? []).some((written) => numbers.has(written)))) return true
    const last = events.at(-1)
    if (!last || events.length < AT_ONCE) return false
    after = last.id
  }
}
