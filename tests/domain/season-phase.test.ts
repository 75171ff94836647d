import { expect, test } from 'vitest'
import { seasonOfYear, seasonsOnShow, seasonUnderWay } from '@/lib/domain/season-phase'
import { shanghai } from '../support/clock'

const season = (year: number, opens: string, closes: string) => ({ year, season: { settings: { opensAt: shanghai(`${opens} 00:00:00.000`), closesAt: shanghai(`${closes} 00:00:00.000`) } } })
const OLD = season(2023, '2023-08-14', '2023-08-25')
const YOUNG = season(2024, '2024-08-12', '2024-08-23')
const BOTH = [YOUNG, OLD]
const years = (seasons: readonly { year: number }[]) => seasons.map(({ year }) => year)

test.each([
  ['before either has opened', '2023-08-01', 2023, [2023, 2024]],
  ['in the old one, with the new one published', '2023-08-20', 2023, [2023, 2024]],
  ['between the two', '2024-02-01', 2023, [2024, 2023]],
  ['in the new one', '2024-08-12', 2024, [2024]],
  ['after both', '2024-09-01', 2024, [2024]],
])('R-51 the turn of the year: %s', (_when, day, underWay, onShow) => {
  const at = shanghai(`${day} 00:00:00.000`)
  expect(seasonUnderWay(BOTH, at)?.year).toBe(underWay)
  expect(years(seasonsOnShow(BOTH, at))).toEqual(onShow)
})

test('R-51 an old season whose window was extended into the new one stays on show; the new one is worked on', () => {
  const extended = season(2023, '2023-08-14', '2024-09-30')
  const at = shanghai('2024-08-20 00:00:00.000')
  expect(seasonUnderWay([YOUNG, extended], at)?.year).toBe(2024)
  expect(years(seasonsOnShow([YOUNG, extended], at))).toEqual([2024, 2023])
})

test('an address may name the year; one that no season has is as if it did not', () => {
  const at = shanghai('2024-08-20 00:00:00.000')
  expect([seasonOfYear(BOTH, '2023', at)?.year, seasonOfYear(BOTH, '1999', at)?.year, seasonOfYear(BOTH, ['2023', '2024'], at)?.year, seasonOfYear([], '2023', at)]).toEqual([2023, 2024, 2024, null])
})
