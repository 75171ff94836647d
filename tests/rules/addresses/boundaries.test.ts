import { describe, expect, it } from 'vitest'
import { OPEN, type Span } from '@/lib/rules/catchment/number-set'
import { answer, compiled, demonstrationTable, rowsOf } from './demonstration'

const rows = rowsOf(demonstrationTable())
const catchment = compiled()
const counted = rows.filter((row) => row.covered !== null)

const FORMS = { road: (place: string, number: number) => `${place}${number}号`, estate: (place: string, number: number) => `${place}${number}栋`, village: (place: string, number: number) => `${place}${number}组` }

/** Which row should have a number, read off the cells again in the plainest way. */
function expected(place: string, number: number): string {
  const inItems = (items: readonly { span: Span | null; parity: string }[]) =>
    items.some(({ span, parity }) => (span === null ? number % 2 === (parity === 'odd' ? 1 : 0) : number >= span.from && number <= span.to))
  const found = counted.filter((row) => {
    if (row.place !== place) return false
    const listed = [...row.numbers, ...row.buildings, ...row.groups]
    const parity = row.parity === 'all' || number % 2 === (row.parity === 'odd' ? 1 : 0)
    return number > 0 && (listed.length === 0 || inItems(listed)) && parity && !inItems(row.except)
  })
  expect(found.length).toBeLessThan(2)
  return found[0]?.row ?? 'unmatched'
}

describe('both ends of every range of the demonstration table, and one beside', () => {
  const places = [...new Map(counted.map((row) => [row.place, row.kind])).entries()]
  const cases = places.flatMap(([place, kind]) => {
    const spans = counted.filter((row) => row.place === place).flatMap((row) => [...row.numbers, ...row.except, ...row.buildings, ...row.groups])
    const ends = spans.flatMap(({ span }) => (span === null ? [] : [span.from, span.to])).filter((end) => end !== OPEN)
    const numbers = [...new Set([0, 1, 2, 3, 9998, 9999, ...ends.flatMap((end) => [end - 1, end, end + 1])])].toSorted((one, other) => one - other)
    return kind === 'community' || kind === 'town' ? [] : numbers.map((number) => [FORMS[kind](place, number), expected(place, number)] as const)
  })

  it('are many', () => expect(cases.length).toBeGreaterThan(60))
  it.each(cases)('%s → %s', (address, row) => {
    expect(answer(address, catchment)).toBe(row)
  })
})
