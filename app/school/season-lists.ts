import { NO_CATEGORY, NO_ROW } from '@/lib/copy/staff/school'
import { NONE } from '@/lib/domain/list-query'
import type { OwnSchool } from '@/lib/data/own-school'

export type Listed = { key: string; label: string }

/** The season's categories in its order; several rows of its table may lead to one. */
export function categoriesOf({ published }: OwnSchool): Listed[] {
  const byCategory = new Map(published.season.categories.toReversed().map(({ category, label }) => [category, label]))
  return [...byCategory].toReversed().map(([key, label]) => ({ key, label }))
}

/** The rows of the catchment table that lead to this school, in its order. */
export function rowsOf({ published, school }: OwnSchool): Listed[] {
  return published.season.catchmentRows.filter((row) => row.schools.includes(school.code)).map(({ row, zone, place }) => ({ key: row, label: `${row} ${zone || place}` }))
}

/** With what a frozen submission still has of an earlier version of the season, and what has none. */
export function withOthers(listed: readonly Listed[], keys: Iterable<string>, none: typeof NO_CATEGORY | typeof NO_ROW): Listed[] {
  const others = [...keys].filter((key) => !listed.some((one) => one.key === key)).map((key) => ({ key, label: key === NONE ? none : key }))
  return [...listed, ...others]
}
