import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import {
  compileCatchment, matchParts, parseAddress, readCatchment, type AddressSettings, type Catchment, type CatchmentRow, type MatchUse,
} from '@/lib/rules/catchment/catchment'
import type { SeasonFinding, Table } from '@/lib/rules/table'

const SEASON = path.join(import.meta.dirname, '../../../prisma/seasons/360123-2023')

export const SETTINGS: AddressSettings = { county: '360123', countyName: '安义县', urbanPlaces: [{ town: '龙津镇' }] }
export const SCHOOLS = ['LJ', 'YF', 'SX', 'SY']
export const HEADER = 'row,schools,zone,kind,town,place,aliases,parity,numbers,except,buildings,groups,applies,note'

/** A table from the text of a CSV file, each row on a line of its own. */
export function tableOf(text: string, file = 'catchment.csv'): Table {
  const [header = [], ...records] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  const rows = records.map((record, index) => ({ line: index + 2, cells: Object.fromEntries(header.map((name, at) => [name, record[at] ?? ''])) }))
  return { file, header, rows }
}

export function demonstrationTable(): Table {
  return tableOf(readFileSync(path.join(SEASON, 'catchment.csv'), 'utf8'))
}

/** Rows under the usual header, as an officer would add them. */
export function tableWith(...lines: readonly string[]): Table {
  return tableOf([HEADER, ...lines].join('\n'))
}

export function rowsOf(table: Table): readonly CatchmentRow[] {
  const { rows, findings } = readCatchment(table, new Set(SCHOOLS))
  if (findings.length > 0) throw new Error(findings.map(({ line, message }: SeasonFinding) => `${line}: ${message}`).join('\n'))
  return rows
}

export function compiled(table: Table = demonstrationTable(), settings: AddressSettings = SETTINGS): Catchment {
  return compileCatchment(rowsOf(table), settings)
}

/** The row of an address, or its status where it has none. */
export function answer(address: string, catchment: Catchment, use: MatchUse = 'any', counterparts: readonly string[] = []): string {
  const match = matchParts(parseAddress(address, catchment), catchment, use, counterparts.map((one) => parseAddress(one, catchment)))
  return match.status === 'matched' ? match.row.row : match.status
}
