import { expect, test } from 'vitest'
import { isFull, seatsBeside, type Decided, type GivenByHand, type HeldFor } from '@/lib/domain/seats'

const SCHOOLS = [{ code: 'LJ', name: '龙津小学', capacity: 10 }, { code: 'YF', name: '逸夫小学', capacity: null }]
const LOADS = [{ school: 'LJ', capacity: 10, admitted: 7, coordinated: 1, held: 1 }]

const PAIR: HeldFor[] = [{ school: 'LJ', because: 'SIBLINGS_DO_NOT_FIT', children: 2 }]

const admitted: Decided = { outcome: 'admitted', because: 'WITHIN_CAPACITY', schoolCode: 'LJ', held: null }
const sibling: Decided = { outcome: 'by-hand', because: 'SIBLINGS_DO_NOT_FIT', schoolCode: null, held: 'LJ' }
const apart: Decided = { ...sibling, because: 'SIBLINGS_APART' }
const nowhere: Decided = { outcome: 'by-hand', because: 'NO_SEAT_LEFT', schoolCode: null, held: null }

test('R-50 who is given another school by hand leaves a seat, and whose seat was held no longer has it held', () => {
  const of = (given: readonly GivenByHand[]) => seatsBeside(SCHOOLS, LOADS, PAIR, given).map(({ taken, held }) => [taken, held])
  expect(of([])).toEqual([[8, 1], [0, 0]])
  expect(of([{ schoolCode: 'YF', decided: admitted }])).toEqual([[7, 1], [1, 0]])
  expect(of([{ schoolCode: 'LJ', decided: sibling }])).toEqual([[9, 0], [0, 0]])
  expect(of([{ schoolCode: 'YF', decided: sibling }, { schoolCode: 'YF', decided: sibling }])).toEqual([[8, 0], [2, 0]])
  expect(of([{ schoolCode: 'YF', decided: { ...sibling, held: 'YF' } }])).toEqual([[8, 1], [1, 0]])
  expect(of([{ schoolCode: 'LJ', decided: nowhere }])).toEqual([[9, 1], [0, 0]])
  expect(of([{ schoolCode: 'LJ', decided: null }])).toEqual([[9, 1], [0, 0]])
})

test('R-50 a school is full with what is held for others, but not with what is held for the child itself; one without a number never is', () => {
  const full = { code: 'LJ', name: '龙津小学', capacity: 9, taken: 8, held: 1, shared: 1 }
  expect(isFull(full, { given: false, decided: nowhere })).toBe(true)
  expect(isFull(full, { given: false, decided: sibling })).toBe(false)
  expect(isFull(full, { given: true, decided: sibling })).toBe(true)
  expect(isFull({ ...full, taken: 7 }, { given: false, decided: admitted })).toBe(false)
  expect(isFull({ ...full, capacity: null }, { given: false, decided: nowhere })).toBe(false)
})

test('R-50 the pair that does not fit frees its own seat and no other pair’s, whoever of it is decided first', () => {
  const held = (given: readonly GivenByHand[]) => {
    const [seats] = seatsBeside(SCHOOLS, [{ school: 'LJ', capacity: 10, admitted: 6, coordinated: 0, held: 3 }], [...PAIR, { school: 'LJ', because: 'SIBLINGS_APART', children: 2 }], given)
    return seats
  }
  const [here, elsewhere, apartHere, apartElsewhere] = [{ schoolCode: 'LJ', decided: sibling }, { schoolCode: 'YF', decided: sibling }, { schoolCode: 'LJ', decided: apart }, { schoolCode: 'YF', decided: apart }]
  expect(held([])).toMatchObject({ taken: 6, held: 3, shared: 1 })
  expect(held([elsewhere])).toMatchObject({ taken: 6, held: 3, shared: 1 })
  expect(held([here])).toMatchObject({ taken: 7, held: 2, shared: 0 })
  for (const both of [[here, elsewhere], [here, here], [elsewhere, elsewhere]]) expect(held(both), JSON.stringify(both)).toMatchObject({ held: 2, shared: 0 })
  expect(held([apartHere])).toMatchObject({ taken: 7, held: 2, shared: 1 })
  expect(held([apartElsewhere, apartElsewhere, here, elsewhere])).toMatchObject({ taken: 7, held: 0, shared: 0 })
})

test('R-50 who shares a seat that is given away has no claim on the seats of another pair', () => {
  const seats = { code: 'LJ', name: '龙津小学', capacity: 10, taken: 8, held: 2, shared: 0 }
  expect(isFull(seats, { given: false, decided: sibling })).toBe(true)
  expect(isFull(seats, { given: false, decided: apart })).toBe(false)
})

test('R-50 of a run that does not say for whom its seats are held none is freed', () => {
  expect(seatsBeside(SCHOOLS, LOADS, [], [{ schoolCode: 'YF', decided: { ...nowhere, held: null } }])[0]).toMatchObject({ held: 1, shared: 1 })
})
