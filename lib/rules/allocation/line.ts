/** One child in the allocation. Nothing says who it is, and nothing says when it was submitted: the order of submission plays no part. */
export type Candidate = {
  readonly id: string
  /** the place of the category in the county's table, from 0 */
  readonly rank: number
  /** the school that it is pre-allocated to; null where the catchment gives none */
  readonly school: string | null
  /** its place by each of the season's criteria, the smaller first */
  readonly criteria: readonly number[]
  /** drawn outside, the same for all of a family: hexadecimal of one length */
  readonly lot: string
  /** children who share a guardian; null of an only one */
  readonly family: string | null
}

/** What gets its seats together or not at all: one child, or siblings of one category who want one school. */
export type Unit = { readonly school: string; readonly members: readonly Candidate[]; readonly first: Candidate }

/** Who stands before whom: category, then the season's criteria, then the lot. Ids only make the order total. */
function inLine(one: Candidate, other: Candidate): number {
  if (one.rank !== other.rank) return one.rank - other.rank
  for (let index = 0; index < one.criteria.length; index++) {
    const difference = (one.criteria[index] ?? 0) - (other.criteria[index] ?? 0)
    if (difference !== 0) return difference
  }
  return inOrder(one.lot, other.lot) || inOrder(one.id, other.id)
}

/** By code units, whatever the machine's language. */
export function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** All units of all schools in line, siblings at the place of whichever of them stands first. */
export function lineOf(candidates: readonly Candidate[]): Unit[] {
  const units = new Map<string, { school: string; members: Candidate[]; first: Candidate }>()
  for (const candidate of candidates.toSorted(inLine)) {
    const { id, school, rank, family } = candidate
    if (school === null) continue
    const key = family === null ? id : JSON.stringify([family, school, rank])
    const unit = units.get(key)
    if (unit) unit.members.push(candidate)
    else units.set(key, { school, members: [candidate], first: candidate })
  }
  return [...units.values()]
}

/** Those of one school for whom only the lot says who comes first have the same. */
export function beforeTheLot({ school, first: { rank, criteria } }: Unit): string {
  return JSON.stringify([school, rank, criteria])
}
