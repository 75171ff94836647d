import { expect, test } from 'vitest'
import { isFull, seatsBeside, type Decided, type GivenByHand } from '@/lib/domain/seats'

const SCHOOLS = [{ code: 'LJ', name: '龙津小学', capacity: 10 }, { code: 'YF', name: '逸夫小学', capacity: null }]
const LOADS = [{ school: 'LJ', capacity: 10, admitted: 7, coordinated: 1, held: 1 }]

const admitted: Decided = { outcome: 'admitted', schoolCode: 'LJ', held: null }
const sibling: Decided = { outcome: 'by-hand', schoolCode: null, held: 'LJ' }
const nowhere: Decided = { outcome: 'by-hand', schoolCode: null, held: null }

test('R-50 who is given another school by hand leaves a seat, and whose seat was held no longer has it held', () => {
  const of = (given: readonly GivenByHand[]) => seatsBeside(SCHOOLS, LOADS, given).map(({ taken, held }) => [taken, held])
  expect(of([])).toEqual([[8, 1], [0, 0]])
  expect(of([{ schoolCode: 'YF', decided: admitted }])).toEqual([[7, 1], [1, 0]])
  expect(of([{ schoolCode: 'LJ', decided: sibling }])).toEqual([[9, 0], [0, 0]])
  expect(of([{ schoolCode: 'YF', decided: sibling }, { schoolCode: 'YF', decided: sibling }])).toEqual([[8, 0], [2, 0]])
  expect(of([{ schoolCode: 'YF', decided: { ...sibling, held: 'YF' } }])).toEqual([[8, 1], [1, 0]])
  expect(of([{ schoolCode: 'LJ', decided: nowhere }])).toEqual([[9, 1], [0, 0]])
  expect(of([{ schoolCode: 'LJ', decided: null }])).toEqual([[9, 1], [0, 0]])
})

test('R-50 a school is full with what is held for others, but not with what is held for the child itself; one without a number never is', () => {
  const full = { code: 'LJ', name: '龙津小学', capacity: 9, taken: 8, held: 1 }
  expect(isFull(full, { given: false, decided: nowhere })).toBe(true)
  expect(isFull(full, { given: false, decided: sibling })).toBe(false)
  expect(isFull(full, { given: true, decided: sibling })).toBe(true)
  expect(isFull({ ...full, taken: 7 }, { given: false, decided: admitted })).toBe(false)
  expect(isFull({ ...full, capacity: null }, { given: false, decided: nowhere })).toBe(false)
})
