import { z } from 'zod'
import { APPEAL_KINDS, CRITERIA, CRITERION_VALUES, GROUNDS, PARITIES, PER, ROW_KINDS, USES } from '@/lib/rules'
import { SEASON_LIMITS } from './form-limits'

/** The tables of a season's folder, in the order in which an officer goes through them, with the columns that each may have. */
export const SEASON_COLUMNS = {
  schools: ['code', 'name', 'phones', 'capacity', 'address'],
  catchment: ['row', 'schools', 'zone', 'kind', 'town', 'place', 'aliases', 'parity', 'numbers', 'except', 'buildings', 'groups', 'applies', 'note'],
  categories: ['row', 'category', 'label', ...CRITERIA],
  materials: ['kind', 'ground', 'document', 'label', 'min', 'per', 'note'],
  reasons: ['kind', 'code', 'label', 'words'],
} as const
export type SeasonTable = keyof typeof SEASON_COLUMNS
export const SEASON_TABLES = ['schools', 'catchment', 'categories', 'materials', 'reasons'] as const satisfies readonly SeasonTable[]

export function isSeasonTable(name: string): name is SeasonTable {
  return SEASON_TABLES.some((one) => one === name)
}

export const SETTINGS_FILE = 'season.json'
export const AGREEMENT_FILE = 'agreement.md'

/** The part of the folder that a file belongs to, whichever format it has; null for a file that no season has. */
export function partOf(file: string): SeasonTable | 'settings' | 'agreement' | null {
  if (file === SETTINGS_FILE) return 'settings'
  if (file === AGREEMENT_FILE) return 'agreement'
  const [, name = ''] = /^(.+)\.(?:csv|xlsx)$/.exec(file) ?? []
  return isSeasonTable(name) ? name : null
}

/** Words of a closed vocabulary: one of them, or several with `|` between; `none` is what stands for no choice. */
export type Vocabulary = { several: boolean; values: readonly string[]; none: '' | '-' }

/** Which words a cell may hold, where they are closed; null where anything may be written. @param schools codes of the draft's own */
export function vocabularyOf(table: SeasonTable, column: string, schools: readonly string[]): Vocabulary | null {
  const one = (values: readonly string[]): Vocabulary => ({ several: false, values, none: '' })
  if (table === 'categories') {
    const criterion = CRITERIA.find((name) => name === column)
    return criterion ? { several: true, values: CRITERION_VALUES[criterion], none: '-' } : null
  }
  if (column === 'schools') return { several: true, values: schools, none: '' }
  if (column === 'kind') return one(table === 'catchment' ? ROW_KINDS : APPEAL_KINDS)
  if (column === 'ground') return one(GROUNDS)
  if (column === 'per') return one(PER)
  if (column === 'parity') return one(PARITIES)
  return column === 'applies' ? one(USES) : null
}

export const draftId = z.object({ draftId: z.uuid() })

/** Where a row stands and how it looked when the officer opened it. */
const place = { draftId: z.uuid(), table: z.enum(SEASON_TABLES), list: z.string().max(300), line: z.coerce.number().int().min(1), seen: z.string().max(64) }
export const rowAnswers = z.object(place)
export const moveAnswers = z.object({ ...place, to: z.enum(['up', 'down']) })
/** A column that no season has, and which of the season's it is; none means that it goes. */
export const columnAnswers = z.object({ draftId: z.uuid(), table: z.enum(SEASON_TABLES), list: z.string().max(300), column: z.string().max(200), as: z.string().max(40) })

/** The name of a cell's field; ticks have a list of their own, whose first value is what stands for none. */
export function cellField(column: string, ticks = false): string {
  return `cell-${column}${ticks ? '[]' : ''}`
}

/** One kind of line end, and nothing that no cell can hold. */
const cellText = z.string().max(SEASON_LIMITS.cell, { error: 'CELL_TOO_LONG' }).transform((text) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ''))
const ticked = z.array(cellText).transform(([none = '', ...words]) => words.join('|') || none)

/** A row as its form posts it; without a line it is a new one, which goes behind `after`, or to the end. */
export const rowForm = z
  .object({ draftId: z.uuid(), table: z.enum(SEASON_TABLES), list: z.string().max(300), line: z.string(), after: z.string(), seen: z.string().max(64) })
  .catchall(z.union([cellText, ticked]))
  .transform(({ draftId: id, table, list, line, after, seen, ...fields }) => ({
    draftId: id, table, list, seen,
    line: numberOf(line),
    after: numberOf(after),
    cells: Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (name.startsWith('cell-') ? [[name.slice(5).replace(/\[\]$/, ''), value] as const] : []))),
  }))

function numberOf(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}
