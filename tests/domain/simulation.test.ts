import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CategoryRow, School } from '@/lib/rules'
import { isChange, loadsOf, MOST_LISTED, simulationResult, SimulationTally, type FamilyOutcome } from '@/lib/domain/simulation'

const school = (code: string, name: string, capacity: number | null): School => ({ code, name, capacity, phones: [], address: '' })
const category = (code: string, label: string): CategoryRow => ({ row: `K${code}`, category: code, label, line: 2, criteria: {} })
const at = (category: string | null, ...schools: string[]): FamilyOutcome => ({ category, row: schools.length > 0 ? 'R-01' : null, schools })

const BEFORE = { schools: [school('LJ', '龙津小学', 270), school('YF', '逸夫小学', 315)], categories: [category('1', '第一类'), category('3', '第三类')] }
const AFTER = { schools: [school('LJ', '龙津小学', 300), school('XC', '新城小学', null)], categories: [category('1', '第一类：房户一致'), category('2', '第二类')] }

test('R-51 load by school and category before and after, who changes, and who loses every school', () => {
  const tally = new SimulationTally()
  tally.add('a', at('1', 'LJ'), at('1', 'LJ'))
  tally.add('b', at('1', 'YF'), at('2', 'XC'))
  tally.add('c', at('3', 'YF'), at('3'))
  tally.add('d', at('3', 'LJ', 'YF'), at('3', 'YF', 'LJ'))
  const result = tally.result(BEFORE, AFTER, 4)
  expect(result).toMatchObject({
    publishedNumber: 4,
    families: 4,
    changed: { any: 2, school: 2, category: 1, lost: 1 },
    moves: [{ from: ['YF'], to: ['XC'], count: 1 }, { from: ['YF'], to: [], count: 1 }],
    schools: [{ code: 'LJ', name: '龙津小学', before: 270, after: 300 }, { code: 'XC', name: '新城小学', before: null, after: null }, { code: 'YF', name: '逸夫小学', before: 315, after: null }],
    categories: [{ code: '1', label: '第一类：房户一致' }, { code: '2', label: '第二类' }, { code: '3', label: '第三类' }],
  })
  expect(result.listed.map(({ applicationId }) => applicationId)).toEqual(['c', 'b'])
  expect(loadsOf(result).map(({ name, total, demand }) => [name, total.before, total.after, demand.map(({ before, after }) => `${before}>${after}`).join(' ')])).toEqual([
    ['龙津小学', 1, 1, '1>1 0>0 0>0 0>0'],
    ['新城小学', 0, 1, '0>0 0>1 0>0 0>0'],
    ['逸夫小学', 2, 0, '1>0 0>0 1>0 0>0'],
    [null, 1, 2, '0>0 0>0 1>2 0>0'],
  ])
  expect(simulationResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
})

const outcome = fc.record({ category: fc.constantFrom('1', '3', '9', null), row: fc.constant(null), schools: fc.constantFrom([], ['LJ'], ['YF'], ['GONE'], ['LJ', 'YF']) })

test('R-51 nobody falls out of the table, and whoever is listed changes', () => {
  fc.assert(fc.property(fc.array(fc.tuple(outcome, outcome)), (families) => {
    const tally = new SimulationTally()
    families.forEach(([before, after], index) => tally.add(`${index}`, before, after))
    const result = tally.result(BEFORE, AFTER, null)
    const loads = loadsOf(result)
    const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
    for (const side of ['before', 'after'] as const) {
      expect(sum(loads.map(({ total }) => total[side]))).toBe(families.length)
      for (const { total, demand } of loads) expect(sum(demand.map((one) => one[side]))).toBe(total[side])
    }
    expect(result.listed.every((one) => isChange(one, 'any'))).toBe(true)
    expect(result.listed).toHaveLength(result.changed.any)
    expect(sum(result.moves.map(({ count }) => count))).toBe(result.changed.school)
  }))
})

test('R-51 a list is bounded, the counts are not, and whoever loses a school is listed first', () => {
  const tally = new SimulationTally()
  for (let family = 0; family < MOST_LISTED; family++) tally.add(`moved-${family}`, at('1', 'LJ'), at('1', 'XC'))
  tally.add('lost', at('1', 'LJ'), at('1'))
  const { listed, changed } = tally.result(BEFORE, AFTER, null)
  expect([listed.length, listed[0]?.applicationId, changed.any]).toEqual([MOST_LISTED, 'lost', MOST_LISTED + 1])
})
