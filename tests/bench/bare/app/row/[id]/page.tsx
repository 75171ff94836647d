import { pool } from '../../../rows'

type Row = { id: string; status: string; version: number }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { rows } = await pool.query<Row>({ name: 'row', text: 'SELECT id, status, version FROM applications WHERE id = $1', values: [(await params).id] })
  const [row] = rows
  return <p>{row?.id} {row?.status} {row?.version}</p>
}
