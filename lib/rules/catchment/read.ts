import { normalise } from '../addresses/characters'
import { cellText, cellWords, checkColumns } from '../columns'
import type { SeasonFinding, Table, TableRow } from '../table'
import { nearestWord } from '../text'
import { ALL, both, EVEN, numbersOf, NONE, ODD, OPEN, union, without, type NumberSet } from './number-set'
import { PARITIES, ROW_KINDS, USES, type CatchmentRow, type Item, type Parity, type RowKind } from './row'

const REQUIRED = ['row', 'schools', 'kind', 'place'] as const
const OPTIONAL = ['zone', 'town', 'aliases', 'parity', 'numbers', 'except', 'buildings', 'groups', 'applies', 'note'] as const
const RANKS: Record<RowKind, number> = { estate: 2, road: 4, village: 6, community: 7, town: 8 }
/** Columns of numbers with the only kind of row that may fill them. */
const NUMBER_COLUMNS = { numbers: 'road', except: 'road', buildings: 'estate', groups: 'village' } as const
type NumberColumn = keyof typeof NUMBER_COLUMNS
const KIND_NAMES: Record<RowKind, string> = { estate: '小区', road: '道路', village: '村', community: '社区', town: '乡镇' }

/**
 * Reads `catchment.csv` (R-51). What cannot be read as the county meant it is a finding, and its row is left out of `rows`; what
 * can be read but must not be published is for `lintCatchment`. An unknown school is a finding whose row stays.
 * @param schoolCodes the codes of `schools.csv`
 */
export function readCatchment(table: Table, schoolCodes: Iterable<string>): { rows: CatchmentRow[]; findings: SeasonFinding[] } {
  const known = [...schoolCodes]
  const codes = new Set(known)
  const findings = checkColumns(table, REQUIRED, OPTIONAL)
  const rows: CatchmentRow[] = []
  for (const entry of table.rows) {
    const reader = new RowReader(entry)
    const row = reader.read()
    if (row !== null) {
      rows.push(row)
      for (const code of new Set(row.schools)) if (!codes.has(code)) reader.report(`学校「${code}」不在 schools.csv 里${nearest(code, known)}`)
    }
    for (const message of reader.messages) findings.push({ file: table.file, line: entry.line, message })
  }
  if (table.rows.length === 0) findings.push({ file: table.file, line: 1, message: '没有一行学区' })
  return { rows, findings }
}

function nearest(wrong: string, known: readonly string[]): string {
  const word = nearestWord(wrong, known)
  return word === null ? '' : `，最接近的是「${word}」`
}

class RowReader {
  readonly messages: string[] = []
  readonly #cells: TableRow['cells']
  readonly #line: number
  readonly #id: string

  constructor(entry: TableRow) {
    this.#cells = entry.cells
    this.#line = entry.line
    this.#id = cellText(entry.cells.row)
  }

  report(message: string): void {
    this.messages.push(`${this.#id === '' ? '' : `${this.#id}：`}${message}`)
  }

  read(): CatchmentRow | null {
    if (this.#id === '') this.report('缺少行号 row')
    const schools = cellWords(this.#cells.schools ?? '')
    if (schools.length === 0) this.report('缺少学校 schools')
    const kind = this.#word('kind', ROW_KINDS, null)
    const parity = this.#word('parity', PARITIES, 'all')
    const applies = this.#word('applies', USES, 'any')
    const place = normalise(this.#cells.place ?? '')
    if (place === '') this.report('缺少地名 place')
    const numbers = this.#numbers('numbers')
    const except = this.#numbers('except')
    const buildings = this.#numbers('buildings')
    const groups = this.#numbers('groups')
    if (kind !== null) this.#checkColumns(kind, parity ?? 'all')
    if (this.messages.length > 0 || kind === null || parity === null || applies === null) return null
    const covered = coveredBy(parity, numbers, except, kind === 'estate' ? buildings : groups)
    return {
      row: this.#id,
      line: this.#line,
      schools,
      zone: (this.#cells.zone ?? '').trim(),
      kind,
      town: normalise(this.#cells.town ?? ''),
      place,
      aliases: cellWords(this.#cells.aliases ?? '').map(normalise).filter((alias) => alias !== ''),
      parity,
      numbers,
      except,
      buildings,
      groups,
      applies,
      note: (this.#cells.note ?? '').trim(),
      covered,
      rank: covered === null ? RANKS[kind] : RANKS[kind] - 1,
    }
  }

  #word<Word extends string>(column: string, known: readonly Word[], blank: Word | null): Word | null {
    const written = cellText(this.#cells[column])
    if (written === '' && blank !== null) return blank
    const word = known.find((one) => one === written.toLowerCase())
    if (word !== undefined) return word
    this.report(written === '' ? `缺少 ${column}` : `${column} 里的「${written}」不认识${nearest(written, known)}`)
    return null
  }

  #checkColumns(kind: RowKind, parity: Parity): void {
    for (const column of ['numbers', 'except', 'buildings', 'groups'] as const) {
      const only = NUMBER_COLUMNS[column]
      if (only !== kind && cellText(this.#cells[column]) !== '') this.report(`${column} 只用于${KIND_NAMES[only]}（${only}），这一行是${KIND_NAMES[kind]}（${kind}）`)
    }
    if (kind !== 'road' && parity !== 'all') this.report(`parity 只用于道路（road），这一行是${KIND_NAMES[kind]}（${kind}）`)
  }

  #numbers(column: NumberColumn): readonly Item[] {
    const written = (this.#cells[column] ?? '').trim()
    const text = cellText(written)
    if (text === '') return []
    if (DATE.some((pattern) => pattern.test(text))) {
      this.report(`${column} 里的「${written}」变成了日期：请把 ${column} 这一列的单元格格式设为文本（text），再重新填写`)
      return []
    }
    const items: Item[] = []
    for (const part of text.replace(/[，、]/g, ',').replace(/[‐‑‒–—―−～~〜]/g, '-').replace(/\s/g, '').split(',')) {
      const item = readItem(part, column)
      if (item !== null) items.push(item)
      else this.report(`${column} 里的「${part}」看不懂：应写成 1-15、18、20- 或 -20，用逗号分开${column === 'buildings' ? '，也可以写 odd、even' : ''}，0 不是号码`)
    }
    return items
  }
}

/** What spreadsheets make of 1-15 when nobody tells them that it is text. */
const DATE = [
  /^(19|20)\d{2}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?([T\s].*)?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}([T\s].*)?$/,
  /^\d{1,2}[/.]\d{1,2}$/,
  /^\d{1,2}月(\d{1,2}日?)?$/,
  /^\d{1,2}[-/\s]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?([-/\s,]*\d{2,4})?$/i,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[-/\s]?\d{1,4}([-/\s,]*\d{2,4})?$/i,
  /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s.*\d{4}/i,
]

function readItem(part: string, column: NumberColumn): Item | null {
  const word = part.toLowerCase()
  if (column === 'buildings' && (word === 'odd' || word === 'even')) return { text: word, span: null, parity: word }
  const found = /^(\d{0,9})(-?)(\d{0,9})$/.exec(part)
  if (found === null) return null
  const [, low = '', dash = '', high = ''] = found
  if (low === '' && high === '') return null
  const from = low === '' ? 1 : Number(low)
  const to = dash === '' ? from : high === '' ? OPEN : Number(high)
  return from === 0 || to === 0 ? null : { text: part, span: { from, to }, parity: 'all' }
}

/** The numbers of items: a comma is *or*. */
export function setOf(items: readonly Item[]): NumberSet {
  return items.reduce((set, item) => union(set, itemSet(item)), NONE)
}

export function itemSet(item: Item): NumberSet {
  return item.span === null ? paritySet(item.parity) : numbersOf(item.span)
}

function paritySet(parity: Parity): NumberSet {
  return parity === 'odd' ? ODD : parity === 'even' ? EVEN : ALL
}

function coveredBy(parity: Parity, numbers: readonly Item[], except: readonly Item[], others: readonly Item[]): NumberSet | null {
  if (others.length > 0) return setOf(others)
  if (numbers.length === 0 && except.length === 0 && parity === 'all') return null
  const listed = numbers.length === 0 ? ALL : setOf(numbers)
  return without(both(listed, paritySet(parity)), setOf(except))
}
