/** An address that no row of the table has, where nothing is refused for that: the county places the child. */
export const PLACED_BY_HAND = '由区县人工安排'

/** The schools that a family reads: one, those of a choice zone, or that the county places by hand. */
export function schoolWords(schools: readonly { name: string }[]): string {
  return schools.length > 0 ? schools.map((school) => school.name).join('或') : PLACED_BY_HAND
}

/** Beside the verdict of such an address. */
export const BY_HAND = '登记的地址没有对上学区表，由区县人工核对后安排学校，不影响提交。'
