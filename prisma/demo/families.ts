import { DEED_FAMILIES } from './families/deeds'
import { OTHER_BASIS_FAMILIES } from './families/other-bases'
import { RECORD_FAMILIES } from './families/records'
import { SECOND_COUNTY_FAMILIES } from './families/second-county'
import type { Family } from './family'

/**
 * The demonstration's families, one for each situation of the notice. Nobody here lives: the ID numbers that
 * `generate.ts` makes of this carry an area code that was never assigned. Change a family, then run
 * `node_modules/.bin/tsx prisma/demo/generate.ts`; the ID numbers hang on `no` and on the order within the family,
 * so that a family keeps its numbers whatever happens to the others.
 */
export const FAMILIES: readonly Family[] = [...DEED_FAMILIES, ...OTHER_BASIS_FAMILIES, ...RECORD_FAMILIES, ...SECOND_COUNTY_FAMILIES]
