import { pool } from '../../rows'

type Row = { table: string; row: unknown }

/** Writes the rows that it is sent into the tables of that name in the schema `bare`, in one transaction. */
export async function POST(request: Request): Promise<Response> {
  const rows: Row[] = await request.json()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const { table, row } of rows) await client.query({ name: table, text: `INSERT INTO bare.${client.escapeIdentifier(table)} SELECT * FROM json_populate_record(NULL::bare.${client.escapeIdentifier(table)}, $1)`, values: [JSON.stringify(row)] })
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  return Response.json({ written: rows.length })
}
