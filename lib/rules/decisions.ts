import type { CategoryRow } from './categories'
import type { TraceEntry } from './trace'
import { BASES, CRITERIA, GROUNDS, HOUSEHOLD_HEADS, HOUSEHOLD_PLACES, YES_NO, type Basis, type Criterion, type Ground, type HouseholdHead, type HouseholdPlace } from './vocabulary'

export type Category = { readonly row: string; readonly code: string; readonly label: string }
/** A row that one criterion alone kept the family from. */
export type NearMiss = { readonly row: string; readonly unmet: readonly Criterion[] }

/** What the decision table says to one combination of criteria. */
export type Decision = {
  readonly category: Category | null
  readonly nearMisses: readonly NearMiss[]
  readonly trace: readonly TraceEntry[]
}

/** A family, as the decision table sees it. `ground` is null for every basis but `NO_VALID_MATERIALS`. */
export type CriterionValues = {
  readonly basis: Basis
  readonly ground: Ground | null
  readonly student_household: HouseholdPlace
  readonly guardian_household: HouseholdPlace
  readonly household_head: HouseholdHead
  readonly family_owns_urban_housing: 'yes' | 'no'
}

/**
 * The vocabulary is closed, so that a family is one of 378 combinations. Each is decided once, when the season is
 * compiled; a determination then only looks its own up, the words of explanation included.
 */
export type Decisions = readonly Decision[]

/** Every basis, that of no valid materials once a ground. */
const WAYS: readonly { basis: Basis; ground: Ground | null }[] = [
  ...BASES.filter((basis) => basis !== 'NO_VALID_MATERIALS').map((basis) => ({ basis, ground: null })),
  ...GROUNDS.map((ground): { basis: Basis; ground: Ground } => ({ basis: 'NO_VALID_MATERIALS', ground })),
]

const COMBINATIONS: readonly CriterionValues[] = WAYS.flatMap((way) =>
  HOUSEHOLD_PLACES.flatMap((student_household) =>
    HOUSEHOLD_PLACES.flatMap((guardian_household) =>
      HOUSEHOLD_HEADS.flatMap((household_head) =>
        YES_NO.map((family_owns_urban_housing) => ({ ...way, student_household, guardian_household, household_head, family_owns_urban_housing })),
      ),
    ),
  ),
)

export function compileCategories(rows: readonly CategoryRow[]): Decisions {
  const tests = rows.map((row) => new RowTests(row))
  return COMBINATIONS.map((values) => decide(tests, values))
}

/** Where a family's combination stands among the 378. */
export function decisionFor(decisions: Decisions, values: CriterionValues): Decision {
  const way = values.ground === null ? wayOfBasis(values.basis) : 4 + GROUNDS.indexOf(values.ground)
  const places = (way * 3 + HOUSEHOLD_PLACES.indexOf(values.student_household)) * 3 + HOUSEHOLD_PLACES.indexOf(values.guardian_household)
  const place = (places * 3 + HOUSEHOLD_HEADS.indexOf(values.household_head)) * 2 + (values.family_owns_urban_housing === 'yes' ? 0 : 1)
  return decisions[place] ?? NOTHING
}

/**
 * Rows that no family can reach, because earlier ones take every combination that they match, with those earlier rows
 * (none: the row contradicts itself, such as a title deed with a ground).
 */
export function hiddenRows(rows: readonly CategoryRow[]): { row: CategoryRow; behind: readonly CategoryRow[] }[] {
  const taken = COMBINATIONS.map((values) => rows.findIndex((row) => CRITERIA.every((criterion) => isMet(row, criterion, values))))
  return rows.flatMap((row, index) => {
    const wanted = COMBINATIONS.flatMap((values, place) => (CRITERIA.every((criterion) => isMet(row, criterion, values)) ? [place] : []))
    if (wanted.some((place) => taken[place] === index)) return []
    const alone = rows.slice(0, index).find((earlier) => wanted.length > 0 && wanted.every((place) => matches(earlier, COMBINATIONS[place])))
    const first = rows.slice(0, index).filter((_, earlier) => wanted.some((place) => taken[place] === earlier))
    return [{ row, behind: alone ? [alone] : first }]
  })
}

function matches(row: CategoryRow, values: CriterionValues | undefined): boolean {
  return values !== undefined && CRITERIA.every((criterion) => isMet(row, criterion, values))
}

function isMet(row: CategoryRow, criterion: Criterion, values: CriterionValues): boolean {
  const wanted = row.criteria[criterion]
  const value = values[criterion]
  return wanted === undefined || (value !== null && wanted.includes(value))
}

function wayOfBasis(basis: Basis): number {
  return BASES.indexOf(basis)
}

const NOTHING: Decision = { category: null, nearMisses: [], trace: [] }

function decide(tests: readonly RowTests[], values: CriterionValues): Decision {
  const trace: TraceEntry[] = []
  const nearMisses: NearMiss[] = []
  for (const test of tests) {
    const unmet = test.run(values, trace)
    if (unmet.length === 0) return { category: test.category, nearMisses, trace }
    const [only] = unmet
    if (unmet.length === 1 && only !== 'basis' && only !== 'ground') nearMisses.push({ row: test.category.row, unmet })
  }
  return { category: null, nearMisses, trace }
}

/** The tests of one row. Entries of a trace are the same for every family with the same value, so each is made once. */
class RowTests {
  readonly category: Category
  readonly #row: CategoryRow
  readonly #entries = new Map<string, TraceEntry>()

  constructor(row: CategoryRow) {
    this.#row = row
    this.category = { row: row.row, code: row.category, label: row.label }
  }

  /** Writes the row and its criteria to the trace. A row of another basis is not tested any further. */
  run(values: CriterionValues, trace: TraceEntry[]): Criterion[] {
    const { row, criteria } = this.#row
    const tested = isMet(this.#row, 'basis', values) ? CRITERIA.filter((criterion) => criteria[criterion]) : (['basis'] as const)
    const unmet = tested.filter((criterion) => !isMet(this.#row, criterion, values))
    const list = unmet.join(' ')
    trace.push(this.#once(list, () => ({ code: row, verdict: unmet.length === 0 ? 'met' : 'unmet', because: unmet.length === 0 ? { category: this.category.code } : { unmet } })))
    for (const criterion of tested) {
      const value = values[criterion]
      const verdict = unmet.includes(criterion) ? 'unmet' : 'met'
      trace.push(this.#once(`${criterion}=${value}`, () => ({ code: criterion, verdict, because: { row, value, wanted: criteria[criterion] ?? [] } })))
    }
    return unmet
  }

  #once(key: string, make: () => TraceEntry): TraceEntry {
    const made = this.#entries.get(key) ?? make()
    this.#entries.set(key, made)
    return made
  }
}
