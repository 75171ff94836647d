import { describeCatchment } from '@/lib/copy/catchment'
import type { PublishedSeason } from '@/lib/data/seasons'

type Season = PublishedSeason['season']

/** SY-07 教育北路，归实验学校; a row that the table has lost by its number alone. */
export function rowWords(season: Season, id: string | null): string {
  const row = season.catchmentRows.find((one) => one.row === id)
  return row ? `${row.row} ${describeCatchment(row)}，归${schoolNames(season, row.schools)}` : (id ?? '')
}

export function schoolNames(season: Season, codes: readonly string[]): string {
  return codes.map((code) => season.schools.find((school) => school.code === code)?.name ?? code).join('或')
}
