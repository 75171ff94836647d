import type { NumberSet, Span } from './number-set'

export const ROW_KINDS = ['estate', 'road', 'village', 'community', 'town'] as const
export type RowKind = (typeof ROW_KINDS)[number]
export const PARITIES = ['all', 'odd', 'even'] as const
export type Parity = (typeof PARITIES)[number]
/** Whose address a row is for: any, a property's, a household's, or both at once (人户一致). */
export const USES = ['any', 'property', 'household', 'both'] as const
export type Uses = (typeof USES)[number]

/** An item of a cell of numbers as the officer wrote it, for the checks before publication. */
export type Item = { readonly text: string; readonly span: Span | null; readonly parity: Parity }

/** A row of `catchment.csv`, read. `place`, `aliases` and `town` are as they are compared, not as they were written. */
export type CatchmentRow = {
  readonly row: string
  /** line of the file */
  readonly line: number
  readonly schools: readonly string[]
  readonly zone: string
  readonly kind: RowKind
  readonly town: string
  readonly place: string
  readonly aliases: readonly string[]
  readonly parity: Parity
  readonly numbers: readonly Item[]
  readonly except: readonly Item[]
  readonly buildings: readonly Item[]
  readonly groups: readonly Item[]
  readonly applies: Uses
  readonly note: string
  /** the numbers, buildings or groups that the row is about; null where it asks for none */
  readonly covered: NumberSet | null
  /** 1 is the most specific: estate with buildings, estate, road with numbers, road, village with groups, village, community, town */
  readonly rank: number
}

/** Every name under which a row's place is known. */
export function namesOf(row: CatchmentRow): readonly string[] {
  return row.aliases.length === 0 ? [row.place] : [row.place, ...row.aliases.filter((alias) => alias !== row.place)]
}

/** The same for two rows that name the same set of schools, in whatever order. */
export function schoolSet(row: CatchmentRow): string {
  return row.schools.length === 1 ? (row.schools[0] ?? '') : [...new Set(row.schools)].toSorted().join('|')
}
