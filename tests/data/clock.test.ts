import { expect, test } from 'vitest'
import { readClock } from '@/lib/clock'
import { getEnv } from '@/lib/env'
import { setSeasonClock, shanghai } from '../support/clock'

test('R-01 the season is read from the database’s clock plus its offset, to the millisecond', async () => {
  await setSeasonClock(getEnv().databaseUrl, '2023-08-24 23:59:59.000')
  const { season, real } = await readClock()
  expect(season).toBeGreaterThanOrEqual(shanghai('2023-08-24 23:59:59.000'))
  expect(season).toBeLessThan(shanghai('2023-08-25 00:00:30.000'))
  expect(Math.abs(real - Date.now())).toBeLessThan(30_000)
})

test('R-01 without an offset the season’s clock is the real one', async () => {
  await setSeasonClock(getEnv().databaseUrl, new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, -1))
  const { season, real } = await readClock()
  expect(Math.abs(season - real)).toBeLessThan(5000)
})
