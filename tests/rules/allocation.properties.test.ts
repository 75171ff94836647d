import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Allocation, type Candidate, type Seats } from '@/lib/rules'

const SCHOOLS = ['A', 'B', 'C', 'D']
const NEIGHBOURS = { A: ['B', 'C'], B: ['A'], C: ['D', 'A', 'B'] }

/** Few values of each, so that equals, twins and siblings of several categories meet all the time. A family has one lot. */
const child = fc.record({
  rank: fc.nat({ max: 3 }),
  school: fc.option(fc.constantFrom(...SCHOOLS), { freq: 12 }),
  criteria: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 })),
  family: fc.option(fc.nat({ max: 12 }), { freq: 2 }),
})
const lots = fc.array(fc.stringMatching(/^[0-9a-f]{4}$/), { minLength: 90, maxLength: 90 })
const candidates = fc.tuple(fc.array(child, { maxLength: 60 }), lots).map(([children, drawn]) =>
  children.map(({ family, ...rest }, index): Candidate => ({ ...rest, id: `c${String(index).padStart(2, '0')}`, family: family === null ? null : `f${family}`, lot: drawn[family === null ? 13 + index : family] ?? '' })),
)
const seats = fc.tuple(...SCHOOLS.map(() => fc.nat({ max: 14 }))).map((capacities) => SCHOOLS.map((school, index): Seats => ({ school, capacity: capacities[index] ?? 0 })))
const overflow = fc.constantFrom('neighbours' as const, 'by-hand' as const)

type Case = { candidates: Candidate[]; seats: Seats[]; overflow: 'neighbours' | 'by-hand' }
const cases = fc.record({ candidates, seats, overflow })

function run({ candidates: all, seats: schools, overflow: rest }: Case): Allocation {
  const allocated = allocate(all, schools, { overflow: rest, neighbours: NEIGHBOURS })
  if ('findings' in allocated) throw new Error(`findings: ${JSON.stringify(allocated.findings)}`)
  return allocated
}

/** Whatever season and children: what must hold of every allocation. */
function always(check: (allocation: Allocation, of: Case & { decisionOf: (id: string) => Allocation['decisions'][number] }) => void): void {
  fc.assert(
    fc.property(cases, (one) => {
      const allocation = run(one)
      const decisions = new Map(allocation.decisions.map((decision) => [decision.id, decision]))
      const decisionOf = (id: string) => decisions.get(id) ?? expect.fail(`${id} was not decided`)
      check(allocation, { ...one, decisionOf })
    }),
    { numRuns: 1_000 },
  )
}

const isPair = (because: string) => because === 'SIBLINGS_DO_NOT_FIT' || because === 'SIBLINGS_APART'

describe('the final allocation, whatever season and children', () => {
  test('R-50 every child is decided exactly once, in the order of the ids', () => {
    always(({ decisions }, { candidates: all }) => expect(decisions.map(({ id }) => id)).toEqual(all.map(({ id }) => id)))
  })

  test('R-50 no school has more than its seats, those that are held among them', () => {
    always(({ loads, decisions }) => {
      for (const { school, capacity, admitted, coordinated, held } of loads) {
        expect(admitted + coordinated + held).toBeLessThanOrEqual(capacity)
        expect(decisions.filter((one) => one.school === school && one.outcome === 'admitted')).toHaveLength(admitted)
        expect(decisions.filter((one) => one.school === school && one.outcome === 'coordinated')).toHaveLength(coordinated)
      }
    })
  })

  test('R-50 nobody of a later category is admitted while one of an earlier category who wanted that school is not, but for listed siblings', () => {
    always((_allocation, { candidates: all, decisionOf }) => {
      for (const school of SCHOOLS) {
        const wanted = all.filter((one) => one.school === school)
        const left = wanted.filter(({ id }) => decisionOf(id).outcome !== 'admitted' && !isPair(decisionOf(id).because)).map(({ rank }) => rank)
        const admitted = wanted.filter(({ id }) => decisionOf(id).outcome === 'admitted').map(({ rank }) => rank)
        expect(Math.max(-1, ...admitted)).toBeLessThanOrEqual(Math.min(9, ...left))
      }
    })
  })

  test('R-50 of equals before the lot the smaller lot is admitted first, but for siblings', () => {
    always((_allocation, { candidates: all, decisionOf }) => {
      const alone = all.filter(({ family }) => family === null)
      for (const admitted of alone.filter(({ id }) => decisionOf(id).outcome === 'admitted')) {
        for (const other of alone) {
          const equal = other.school === admitted.school && other.rank === admitted.rank && String(other.criteria) === String(admitted.criteria)
          if (!equal || decisionOf(other.id).outcome === 'admitted') continue
          expect(admitted.lot <= other.lot).toBe(true)
          expect(decisionOf(admitted.id).because).toBe('LOT_DRAWN')
        }
      }
    })
  })

  test('R-50 siblings who want one school come into one school, or wait for the county together', () => {
    always((_allocation, { candidates: all, decisionOf }) => {
      const families = Map.groupBy(all.filter(({ family, school }) => family !== null && school !== null), ({ family, school }) => `${family}:${school}`)
      for (const siblings of families.values()) expect(new Set(siblings.map(({ id }) => decisionOf(id).school)).size).toBe(1)
    })
  })

  test('R-50 the seats of siblings who wait are held for them', () => {
    always(({ loads, decisions }) => {
      const held = loads.reduce((sum, load) => sum + load.held, 0)
      const waiting = decisions.filter(({ because }) => isPair(because)).length
      if (waiting > 0) expect(held).toBeGreaterThan(0)
      expect(held).toBeLessThanOrEqual(waiting)
      for (const load of loads) {
        const theirs = decisions.filter((one) => one.held === load.school)
        expect(theirs.length > 0).toBe(load.held > 0)
        expect(theirs.length).toBeGreaterThanOrEqual(load.held)
        expect(theirs.every(({ because }) => isPair(because))).toBe(true)
      }
    })
  })

  test('R-50 whoever is coordinated comes to a neighbour that the season names, and to the nearest with a seat', () => {
    always(({ loads }, { candidates: all, overflow: rest, decisionOf }) => {
      const full = new Set(loads.filter(({ capacity, admitted, coordinated, held }) => admitted + coordinated + held === capacity).map(({ school }) => school))
      const named = new Map<string, readonly string[]>(Object.entries(NEIGHBOURS))
      for (const { id, school: wanted, family } of all) {
        const { outcome, school, because } = decisionOf(id)
        const nearby = named.get(wanted ?? '') ?? []
        if (outcome === 'coordinated' && school !== null) {
          expect(rest).toBe('neighbours')
          expect(nearby).toContain(school)
          if (family === null) for (const nearer of nearby.slice(0, nearby.indexOf(school))) expect(full).toContain(nearer)
        }
        if (because === 'NO_SEAT_LEFT' && rest === 'neighbours' && family === null) for (const one of nearby) expect(full).toContain(one)
      }
    })
  })

  test('R-50 a child without a school is placed by hand, and nobody else for that reason', () => {
    always((_allocation, { candidates: all, decisionOf }) => {
      for (const { id, school } of all) expect(decisionOf(id).because === 'NO_SCHOOL').toBe(school === null)
    })
  })

  test('R-50 the order of submission plays no part: shuffled, the same comes out byte by byte, and so it does when it is run again', () => {
    fc.assert(
      fc.property(cases.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one.candidates, { minLength: one.candidates.length }), fc.shuffledSubarray(one.seats, { minLength: one.seats.length }))), ([one, shuffled, schools]) => {
        const before = JSON.stringify(run(one))
        expect(JSON.stringify(run({ ...one, candidates: shuffled, seats: schools }))).toBe(before)
        expect(JSON.stringify(run(one))).toBe(before)
      }),
      { numRuns: 1_500 },
    )
  })
})

const child1 = { rank: 0, school: 'A', criteria: [], family: null, lot: 'aa' } as const

describe('the final allocation, by example', () => {
  test('R-50 a school whose seats the county has not said stops the run, and so does a school that the season does not have', () => {
    const rules = { overflow: 'by-hand', neighbours: {} } as const
    expect(allocate([{ ...child1, id: '1' }], [{ school: 'A', capacity: null }], rules)).toEqual({ findings: [{ code: 'CAPACITY_MISSING', school: 'A' }] })
    expect(allocate([{ ...child1, id: '1', school: 'Z' }], [{ school: 'A', capacity: 1 }], rules)).toEqual({ findings: [{ code: 'SCHOOL_UNKNOWN', school: 'Z' }] })
  })

  test('R-50 twins before the last seat: the seat is held, and nobody behind them takes it', () => {
    const twins = ['2', '3'].map((id) => ({ ...child1, id, family: 'f', lot: 'bb' }))
    const allocated = allocate([{ ...child1, id: '1' }, ...twins, { ...child1, id: '4', lot: 'cc' }], [{ school: 'A', capacity: 2 }, { school: 'B', capacity: 9 }], { overflow: 'neighbours', neighbours: { A: ['B'] } })
    expect(allocated).toEqual({
      decisions: [
        { id: '1', outcome: 'admitted', school: 'A', because: 'LOT_DRAWN' },
        { id: '2', outcome: 'by-hand', school: null, because: 'SIBLINGS_DO_NOT_FIT', held: 'A' },
        { id: '3', outcome: 'by-hand', school: null, because: 'SIBLINGS_DO_NOT_FIT', held: 'A' },
        { id: '4', outcome: 'coordinated', school: 'B', because: 'NEIGHBOUR_SCHOOL' },
      ],
      loads: [{ school: 'A', capacity: 2, admitted: 1, coordinated: 0, held: 1 }, { school: 'B', capacity: 9, admitted: 0, coordinated: 1, held: 0 }],
    })
  })

  test('R-50 the season’s criteria come before the lot, and the lot is not named where they decided', () => {
    const allocated = allocate([{ ...child1, id: '1', criteria: [4], lot: '00' }, { ...child1, id: '2', criteria: [3], lot: 'ff' }], [{ school: 'A', capacity: 1 }], { overflow: 'by-hand', neighbours: {} })
    expect(allocated).toMatchObject({ decisions: [{ id: '1', outcome: 'by-hand', because: 'NO_SEAT_LEFT' }, { id: '2', outcome: 'admitted', because: 'WITHIN_CAPACITY' }] })
  })
})

test('R-50 100,000 children are allocated in seconds', () => {
  const hex = (value: number) => (Math.imul(value, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')
  const many = Array.from({ length: 100_000 }, (_, index): Candidate => {
    const family = index % 50 < 2 ? `f${Math.floor(index / 50)}` : null
    return { id: hex(index), rank: index % 9, school: `S${index % 120}`, criteria: [index % 3, index % 700], lot: hex(family === null ? index + 7 : Math.floor(index / 50)), family }
  })
  const schools = Array.from({ length: 120 }, (_, index) => ({ school: `S${index}`, capacity: 800 }))
  const neighbours = Object.fromEntries(schools.map(({ school }, index) => [school, [1, 2, 3, 4].map((step) => `S${(index + step) % 120}`)]))
  const began = performance.now()
  const allocated = allocate(many, schools, { overflow: 'neighbours', neighbours })
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(allocated).toMatchObject({ decisions: { length: 100_000 } })
})
