import { assess } from './assessment'
import type { Category, NearMiss } from './decisions'
import type { Facts } from './facts'
import type { Placement } from './placement'
import { testRefusals, type Refusal } from './refusals'
import type { Season } from './season'
import type { TraceEntry } from './trace'

/** What the rules say of one child, with the reasons. */
export type Determination = {
  readonly season: { readonly county: string; readonly year: number; readonly version: string }
  readonly admissible: boolean
  /** in the order of `REFUSAL_CODES` */
  readonly refusals: readonly Refusal[]
  /** null only with `NO_CATEGORY` */
  readonly category: Category | null
  readonly placement: Placement
  /** every test that was made: the refusals, the addresses, the rows of the decision table with their criteria */
  readonly trace: readonly TraceEntry[]
  readonly nearMisses: readonly NearMiss[]
}

/**
 * Judges one child. Total, deterministic, and the only place where it is done:
 * the confirmation page, the reviewer's page, the county's simulation and the final allocation all call it. Category and
 * placement are worked out whether or not something is refused.
 */
export function determine(facts: Facts, season: Season): Determination {
  const child = assess(facts, season)
  const { refusals, trace } = testRefusals(child)
  const { county, year } = season.settings
  return {
    season: { county, year, version: season.version },
    admissible: refusals.length === 0,
    refusals,
    category: child.decision.category,
    placement: child.placement,
    trace: trace.concat(child.addresses, child.decision.trace),
    nearMisses: child.decision.nearMisses,
  }
}
