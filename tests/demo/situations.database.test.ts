import { beforeAll, expect, test } from 'vitest'
import { determine, parseFacts, type Season } from '@/lib/rules'
import { getPublishedSeason } from '@/lib/data/seasons'
import { registries } from '@/lib/registry/registries'
import { factsFromFindings } from '@/lib/domain/facts-from-answers'
import type { Answer } from '@/lib/domain/findings'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { family } from '../support/families'
import { COUNTY, MORNING } from '../support/journey'

let season: Season

beforeAll(async () => {
  await loadDemonstration()
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  season = published.season
})

function found<Value>(answer: Answer<Value>): Value {
  if (answer.outcome !== 'found') throw new Error(answer.outcome)
  return answer.value
}

/** What the registers say of a family, judged for the deed that they show first. */
async function judgeDeed(walk: string, by = season) {
  const { guardian, child } = family(walk)
  const ask = registries()
  const record = found(await ask.record.findRecord(child.idNumber))
  const ids = [record.student.idNumber, ...record.guardians.map((one) => one.idNumber)]
  const household = found(await ask.household.findHouseholds(ids))
  const property = found(await ask.property.findProperties(ids))
  const [first] = property.properties
  const facts = factsFromFindings(MORNING.season, guardian.idNumber, { record, household, property, contract: null, grandparents: [], grandparentProperty: null, materials: null, verified: [], matches: [] }, { basis: 'TITLE_DEED', certificateNumber: first?.certificateNumber ?? 'none' })
  const parsed = parseFacts(facts)
  if (!parsed.ok) throw new Error(parsed.error)
  const { category, placement, refusals } = determine(parsed.facts, by)
  return { category: category?.row ?? null, schools: placement.schools, refusals: refusals.map(({ code }) => code), properties: property.properties.length }
}

test.each([
  ['deed-father', 'K1', ['YF'], []],
  ['deed-mother', 'K1', ['LJ'], []],
  ['deed-mother-father-signs-in', 'K1', ['LJ'], ['OWNER_NOT_SIGNED_IN']],
  ['deed-student', 'K1', ['SY'], []],
  ['deed-other-zone', 'K3', ['SX'], []],
  ['deed-grandfather-heads', 'K3', ['SY'], []],
  ['no-property', 'K3', [], ['NOT_FAMILY_PROPERTY']],
  ['deed-unmatched', 'K3', [], ['ADDRESS_UNMATCHED']],
  ['deed-ambiguous', 'K3', [], ['ADDRESS_AMBIGUOUS']],
  ['deed-shop', null, null, ['NOT_RESIDENTIAL']],
  ['deed-other-county', 'K3', [], ['PROPERTY_OUTSIDE_COUNTY']],
  ['yanghu-deed', 'K1', ['YF', 'SX'], ['SCHOOL_CHOICE_REQUIRED']],
  ['record-wrong-father', 'K1', ['YF'], []],
  ['single-parent', 'K1', ['LJ'], []],
  ['blended-family', 'K1', ['YF'], []],
  ['twin-first', 'K1', ['SX'], []],
  ['twin-second', 'K1', ['SX'], []],
  ['born-first-day', 'K1', ['YF'], []],
  ['born-last-day', 'K1', ['SX'], []],
  ['born-day-before', null, null, ['BORN_TOO_EARLY']],
  ['born-day-after', null, null, ['BORN_TOO_LATE']],
  ['urban-home-deed', 'K3', ['YF'], []],
  ['separated-mother', 'K1', ['YF'], []],
  ['deed-mother-other-province', 'K1', ['SX'], []],
  ['deed-outside-household', 'K3', ['YF'], []],
] as const)('%s: category %s, schools %s, refusals %s', async (walk, category, schools, refusals) => {
  const judged = await judgeDeed(walk)
  expect(judged.refusals).toEqual(refusals)
  if (category) expect(judged.category).toBe(category)
  if (schools) expect(judged.schools).toEqual(schools)
})

test('R-12 a child whom no register knows, and a guardian whom none names', async () => {
  expect((await registries().record.findRecord(family('child-not-on-record').child.idNumber)).outcome).toBe('not-found')
  expect((await registries().record.findRecord(family('other-province').child.idNumber)).outcome).toBe('not-found')
  const record = found(await registries().record.findRecord(family('record-wrong-mother').child.idNumber))
  expect(record.guardians.map((one) => one.idNumber)).not.toContain(family('record-wrong-mother').guardian.idNumber)
})

test.each([
  ['jinxian-deed', 'J1', ['QL']],
  ['jinxian-deed-outside', 'J2', ['LH']],
] as const)('R-52 %s is judged by its own county’s tables, and by those of 安义县 not at all', async (walk, category, schools) => {
  const own = await getPublishedSeason('360124', 2023)
  expect(await judgeDeed(walk, own?.season)).toMatchObject({ category, schools, refusals: [] })
  expect((await judgeDeed(walk)).refusals).toContain('PROPERTY_OUTSIDE_COUNTY')
})
