import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASES, determine, GROUNDS, parseFacts, REFUSAL_CODES, type Facts } from '@/lib/rules'
import { idNumber } from './id-numbers'
import { seasonFrom } from './season-folder'

const season = await seasonFrom()
const codes: readonly string[] = REFUSAL_CODES
const rowIds = season.categories.map((row) => row.row)

const ADULTS = [1, 2, 3, 4].map((order) => idNumber('1988-07-04', order))
const person = fc.constantFrom(...ADULTS, '', 'not a number', '36012319880704001x', '１２３')
const address = fc.oneof(
  fc.constantFrom('文峰路12号', '江西省南昌市安义县龙津镇文峰路12号', '潦河花园3-201', '阳湖村5组', '凤凰城6栋', '石鼻镇果田村', '南昌县莲塘镇', '文峰路12号凤凰路20号', '滨江路9号', '喻家村2组', '城北村1组', ''),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'文峰路号栋单元室组一二十廿0123-#（）之甲A期区村社镇安义南昌江西 东'), maxLength: 24 }),
)
const matchedRow = fc.constantFrom(undefined, null, 'YF-03', 'YH-01', 'no such row')
const household = fc.option(fc.record({ address, headIdNumber: fc.option(person), matchedRow }))
const preferredSchool = fc.constantFrom(undefined, null, 'YF', 'SX', 'LJ', 'nonsense', '')
const student = fc.constantFrom(idNumber('2017-05-10', 12), idNumber('2015-12-31', 12), idNumber('2017-09-01', 12), 'x')
const holding = { county: fc.constantFrom('360123', '360121', ''), address, use: fc.constantFrom('住宅', ' 住宅', '商业', ''), matchedRow }

const facts = fc
  .record({
    at: fc.constantFrom('2023-08-16T09:00:00+08:00', '2023-08-13T23:59:59.999+08:00', '2023-08-25T00:00:00Z'),
    signedIn: person,
    student: fc.record({ idNumber: student, household }),
    guardians: fc.uniqueArray(fc.record({ idNumber: person, relation: fc.constantFrom('FATHER', 'MOTHER', 'GUARDIAN'), household }), { maxLength: 3, selector: (guardian) => guardian.idNumber.toUpperCase() }),
    grandparents: fc.array(fc.record({ idNumber: person, through: fc.option(person), proof: fc.constantFrom('REGISTRY', 'APPEAL', null) }), { maxLength: 2 }),
    properties: fc.array(fc.record({ certificateNumber: fc.constantFrom('D1', 'D 1', 'Ｄ２'), ...holding, owners: fc.array(fc.oneof(person, student), { maxLength: 3 }) }), { maxLength: 3 }),
    contracts: fc.array(fc.record({ number: fc.constantFrom('C1', 'C2'), ...holding, buyers: fc.array(person, { maxLength: 2 }) }), { maxLength: 2 }),
    choice: fc.oneof(
      fc.record({ basis: fc.constantFrom('TITLE_DEED', 'GRANDPARENT_DEED'), certificateNumber: fc.constantFrom('D1', 'd1', 'D3'), preferredSchool }),
      fc.record({ basis: fc.constant('PURCHASE_CONTRACT'), contractNumber: fc.constantFrom('C1', 'C9'), preferredSchool }),
      fc.record({ basis: fc.constant('HOUSEHOLD_REGISTRATION'), of: fc.oneof(person, student), preferredSchool }),
      fc.record({ basis: fc.constant('NO_VALID_MATERIALS'), ground: fc.constantFrom(...GROUNDS), address, approved: fc.boolean(), preferredSchool, matchedRow }),
    ),
  })
  .map(parseFacts)

/** Whatever parses; what does not is not asked. */
function everyFacts(check: (facts: Facts) => void): void {
  let judged = 0
  fc.assert(
    fc.property(facts, (parsed) => {
      if (!parsed.ok) return
      judged += 1
      check(parsed.facts)
    }),
    { numRuns: 4_000 },
  )
  expect(judged).toBeGreaterThan(2_000)
}

describe('determine is total, and always explains itself', () => {
  test('it never throws, and says the same twice', () => {
    everyFacts((one) => expect(JSON.stringify(determine(one, season))).toBe(JSON.stringify(determine(one, season))))
  })

  test('refusals are codes of the table in its order, each once, each with exactly one unmet entry of the trace', () => {
    everyFacts((one) => {
      const { refusals, trace, admissible } = determine(one, season)
      const said = refusals.map((refusal) => refusal.code)
      expect(said).toEqual(REFUSAL_CODES.filter((code) => said.includes(code)))
      expect(admissible).toBe(said.length === 0)
      for (const code of REFUSAL_CODES) {
        const entries = trace.filter((entry) => entry.code === code)
        expect(entries.length).toBe(1)
        expect(entries[0]?.verdict === 'unmet').toBe(said.includes(code))
      }
    })
  })

  test('a category is missing exactly with NO_CATEGORY; near misses stand before it, with one unmet criterion each', () => {
    everyFacts((one) => {
      const { category, refusals, nearMisses, trace } = determine(one, season)
      expect(category === null).toBe(refusals.some((refusal) => refusal.code === 'NO_CATEGORY'))
      const chosen = category ? rowIds.indexOf(category.row) : rowIds.length
      const places = nearMisses.map((miss) => rowIds.indexOf(miss.row))
      expect(places.every((place) => place < chosen)).toBe(true)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      for (const { unmet } of nearMisses) {
        expect(unmet).toHaveLength(1)
        expect(['basis', 'ground']).not.toContain(unmet[0])
      }
      expect(trace.some((entry) => entry.verdict === 'met' && !codes.includes(entry.code))).toBe(true)
    })
  })

  test('a placement is never missing, and only a matched one or a choice names rows and schools', () => {
    everyFacts((one) => {
      const { placement, refusals } = determine(one, season)
      const placed = placement.status === 'matched' || placement.status === 'choice-required'
      expect(placement.row !== null).toBe(placed)
      expect(placement.schools.length > 0).toBe(placed)
      if (!placed) expect(placement.zone).toBeNull()
      if (placement.status === 'matched') expect(placement.schools).toHaveLength(1)
      expect(placement.status === 'choice-required').toBe(refusals.some(({ code }) => code === 'SCHOOL_CHOICE_REQUIRED' || code === 'SCHOOL_NOT_IN_ZONE'))
      const byHand = one.choice.basis === 'HOUSEHOLD_REGISTRATION' || one.choice.basis === 'NO_VALID_MATERIALS'
      expect(['ambiguous', 'unmatched'].includes(placement.status) && byHand).toBe(false)
      expect(placement.status === 'by-hand' && !byHand).toBe(false)
    })
  })

  test('the order in which the registries list a family changes nothing', () => {
    everyFacts((one) => {
      const turned: Facts = { ...one, guardians: one.guardians.toReversed(), grandparents: one.grandparents.toReversed(), properties: one.properties }
      const [first, second] = [determine(one, season), determine(turned, season)]
      expect([second.category, second.placement, second.refusals.map(({ code }) => code)]).toEqual([first.category, first.placement, first.refusals.map(({ code }) => code)])
    })
  })

  test('every basis was judged', () => {
    const judged = new Set<string>()
    everyFacts((one) => judged.add(one.choice.basis))
    expect([...judged].toSorted()).toEqual([...BASES].toSorted())
  })
})
