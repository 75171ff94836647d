import type { SeasonFiles, Table, TableRow } from '@/lib/rules'
import { SEASON_TABLES, type SeasonTable } from './season-draft'

/** By which columns a row of each table is the same row, and whether its place counts. */
const SAMENESS = {
  schools: { key: ['code'], ordered: false },
  catchment: { key: ['row'], ordered: false },
  /** the first row that fits decides, so that a row that has moved is a change */
  categories: { key: ['row'], ordered: true },
  materials: { key: ['kind', 'ground', 'document'], ordered: false },
  reasons: { key: ['kind', 'code'], ordered: false },
} as const satisfies Record<SeasonTable, { key: readonly string[]; ordered: boolean }>

/** What is held against each other: a published version, or a draft, whose files may be missing. */
export type ComparedSeason = Pick<SeasonFiles, 'settings'> & Partial<Record<SeasonTable, Table | null>> & { readonly agreement: string | null }

/** A cell that says something else; one that was not there is empty. */
export type CellChange = { readonly column: string; readonly before: string; readonly after: string }
/** Places count from 1. `key` is as the columns of the table are, and of rows with the same key the first is the first. */
export type RowChange =
  | { readonly kind: 'added'; readonly key: readonly string[]; readonly place: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'removed'; readonly key: readonly string[]; readonly from: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'changed'; readonly key: readonly string[]; readonly place: number; readonly cells: readonly CellChange[] }
  | { readonly kind: 'moved'; readonly key: readonly string[]; readonly from: number; readonly place: number }
export type LineChange = { readonly kind: 'added' | 'removed'; readonly text: string }

export type SeasonChanges = {
  readonly tables: Readonly<Record<SeasonTable, readonly RowChange[]>>
  /** by key, with dots into objects; a list or a value in JSON, empty where there is none */
  readonly settings: readonly { readonly key: string; readonly before: string; readonly after: string }[]
  /** the privacy agreement, line by line */
  readonly agreement: readonly LineChange[]
}

/** What one season would change of another: row by row, by what makes a row the same row, and never by its line. */
export function compareSeasons(before: ComparedSeason, after: ComparedSeason): SeasonChanges {
  const table = (name: SeasonTable) => compareTables(before[name] ?? null, after[name] ?? null, SAMENESS[name])
  return {
    tables: { schools: table('schools'), catchment: table('catchment'), categories: table('categories'), materials: table('materials'), reasons: table('reasons') },
    settings: compareSettings(before.settings, after.settings),
    agreement: compareLines(linesOf(before.agreement), linesOf(after.agreement)),
  }
}

export function countChanges({ tables, settings, agreement }: SeasonChanges): number {
  return SEASON_TABLES.reduce((sum, name) => sum + tables[name].length, settings.length + agreement.length)
}

type Placed = { id: string; key: readonly string[]; place: number; row: TableRow }

function compareTables(before: Table | null, after: Table | null, { key, ordered }: { key: readonly string[]; ordered: boolean }): RowChange[] {
  const [old, young] = [placed(before, key), placed(after, key)]
  const known = new Map(old.map((one) => [one.id, one]))
  const kept = new Set(young.map((one) => one.id))
  const columns = [...new Set([...(before?.header ?? []), ...(after?.header ?? [])])]
  const both = { old: old.filter(({ id }) => kept.has(id)), young: young.filter(({ id }) => known.has(id)) }
  const still = ordered ? new Set(inBoth(both.old.map(({ id }) => id), both.young.map(({ id }) => id))) : null
  return [
    ...old.filter(({ id }) => !kept.has(id)).map((one): RowChange => ({ kind: 'removed', key: one.key, from: one.place, cells: one.row.cells })),
    ...young.flatMap(({ id, key: words, place, row }): RowChange[] => {
      const was = known.get(id)
      if (!was) return [{ kind: 'added', key: words, place, cells: row.cells }]
      const cells = columns.flatMap((column) => cellChange(column, was.row, row))
      return [
        ...(cells.length > 0 ? [{ kind: 'changed', key: words, place, cells } as const] : []),
        ...(still && !still.has(id) ? [{ kind: 'moved', key: words, from: was.place, place } as const] : []),
      ]
    }),
  ]
}

/** Rows with their keys. One that is written twice, as a draft may have it, is the first, the second, and so on. */
function placed(table: Table | null, columns: readonly string[]): Placed[] {
  const times = new Map<string, number>()
  return (table?.rows ?? []).map((row, index) => {
    const key = columns.map((column) => (row.cells[column] ?? '').normalize('NFKC').trim())
    const word = JSON.stringify(key)
    const time = (times.get(word) ?? 0) + 1
    times.set(word, time)
    return { id: `${word} ${time}`, key, place: index + 1, row }
  })
}

function cellChange(column: string, { cells: before }: TableRow, { cells: after }: TableRow): CellChange[] {
  const [was, is] = [before[column] ?? '', after[column] ?? '']
  return was === is ? [] : [{ column, before: was, after: is }]
}

function compareSettings(before: unknown, after: unknown): SeasonChanges['settings'] {
  const [old, young] = [new Map(leaves('', before)), new Map(leaves('', after))]
  return [...new Set([...old.keys(), ...young.keys()])]
    .map((key) => ({ key, before: old.get(key) ?? '', after: young.get(key) ?? '' }))
    .filter((one) => one.before !== one.after)
}

/** Every value with its key. A list is one value: what stands in it belongs together. */
function leaves(key: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'object' || Array.isArray(value)) return [[key, typeof value === 'string' ? value : JSON.stringify(value)]]
  return Object.entries(value).flatMap(([name, part]) => leaves(key === '' ? name : `${key}.${name}`, part))
}

function linesOf(text: string | null): string[] {
  return text === null || text === '' ? [] : text.split(/\r?\n/)
}

function compareLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = []
  const common = inBoth(before, after)
  let [old, young] = [0, 0]
  for (const line of [...common, null]) {
    for (; old < before.length && before[old] !== line; old++) changes.push({ kind: 'removed', text: before[old] ?? '' })
    for (; young < after.length && after[young] !== line; young++) changes.push({ kind: 'added', text: after[young] ?? '' })
    old += 1
    young += 1
  }
  return changes
}

/** The longest list of what stands in both in the same order. What begins and ends both alike needs no looking for. */
function inBoth(before: readonly string[], after: readonly string[]): string[] {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const middle = longestCommon(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  return [...before.slice(0, head), ...middle, ...before.slice(before.length - tail)]
}

/** Of pairs of lines; beyond it a text counts as written anew. */
const MOST_LOOKS = 4_000_000

function longestCommon(before: readonly string[], after: readonly string[]): string[] {
  if (before.length * after.length > MOST_LOOKS) return []
  // lengths[i][j]: of what stands in both from i and j on
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0
  for (let one = before.length - 1; one >= 0; one--) {
    for (let other = after.length - 1; other >= 0; other--) {
      lengths[one * width + other] = before[one] === after[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1))
    }
  }
  const common: string[] = []
  for (let one = 0, other = 0; one < before.length && other < after.length; ) {
    const word = before[one]
    if (word !== undefined && word === after[other]) {
      common.push(word)
      one += 1
      other += 1
    } else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return common
}
