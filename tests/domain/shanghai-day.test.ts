import { describe, expect, it } from 'vitest'
import { seeded } from '../bench/rules/families'
import { DAY_MS, shanghaiDay, shanghaiTime } from '@/lib/domain/shanghai-day'

const FROM = Date.parse('1992-01-01T00:00:00+08:00')
const UNTIL = Date.parse('2040-01-01T00:00:00+08:00')
const intl = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' })

function byIntl(at: number): Record<string, number> {
  return Object.fromEntries(intl.formatToParts(at).flatMap(({ type, value }) => (type === 'literal' ? [] : [[type, Number(value)]])))
}

describe('the wall clock of Shanghai', () => {
  it('is what the time zone database says of it, at any moment and at every midnight', () => {
    const next = seeded(2023)
    const any = Array.from({ length: 5000 }, () => FROM + Math.floor(next() * (UNTIL - FROM)))
    const midnights = Array.from({ length: 400 }, (_, day) => FROM + day * 40 * DAY_MS).flatMap((at) => [at - 1, at, at + 1])
    for (const at of [...any, ...midnights]) expect(shanghaiTime(at), String(at)).toEqual(byIntl(at))
  })

  it('has the day that the days are named by', () => {
    const at = Date.parse('2023-08-24T23:59:59.999+08:00')
    expect(shanghaiTime(at)).toEqual({ year: 2023, month: 8, day: 24, hour: 23, minute: 59, second: 59 })
    expect(shanghaiDay(at)).toBe('2023-08-24')
  })
})
