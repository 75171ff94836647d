import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveStep } from '@/lib/commands/save-step'
import { listBases } from '@/lib/data/bases'
import { listDeeds } from '@/lib/data/deeds'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, MORNING, signedIn, the } from '../support/journey'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function atBasis(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'deed')
  const application = await the(actor, applicationId)
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return { actor, application, applicationId, season: published.season, deeds: listDeeds(actor, application, published.season, MORNING.season, 'TITLE_DEED') }
}

describe('the family’s properties', () => {
  test('R-19 properties of the signed-in guardian, the other guardian and the student are listed', async () => {
    const { deeds } = await atBasis('deed-student')
    expect(deeds.map((deed) => [deed.view, deed.closedBy])).toEqual([['full', []]])
  })

  test('R-19 a property of a guardian of another household is shown only as existing', async () => {
    const { deeds, actor } = await atBasis('separated-mother')
    const others = deeds.filter((deed) => !deed.property.owners.some((owner) => owner.idNumber === actor.idNumber))
    expect(others.length).toBeGreaterThan(0)
    expect(others.every((deed) => deed.view === 'exists' && deed.closedBy.includes('OWNER_NOT_SIGNED_IN'))).toBe(true)
  })

  test.each([
    ['deed-mother-father-signs-in', 'R-06 R-23', 'OWNER_NOT_SIGNED_IN'],
    ['deed-unmatched', 'R-24', 'ADDRESS_UNMATCHED'],
    ['deed-ambiguous', 'R-24', 'ADDRESS_AMBIGUOUS'],
    ['deed-shop', 'R-20', 'NOT_RESIDENTIAL'],
    ['deed-other-county', 'R-20', 'PROPERTY_OUTSIDE_COUNTY'],
  ])('%s: %s closed by %s, and no route takes it', async (walk, _rows, code) => {
    const { deeds, actor, applicationId } = await atBasis(walk)
    expect(deeds[0]?.closedBy).toContain(code)
    const saved = await saveStep({ actor, now: MORNING, step: 'deed', input: { applicationId, property: deeds[0]?.reference ?? '' } })
    expect(saved).toEqual({ ok: false, failure: { code: 'PROPERTY_CLOSED' } })
  })

  test('R-20 an empty list is an answer, not a fault', async () => {
    const { deeds } = await atBasis('no-property')
    expect(deeds).toEqual([])
  })

  test('R-22 the details page takes only the property that was ticked before', async () => {
    const { actor, applicationId } = await atBasis('deed-father')
    const saved = await saveStep({ actor, now: MORNING, step: 'property', input: { applicationId, property: 'another' } })
    expect(saved).toEqual({ ok: false, failure: { code: 'STEP_NOT_REACHED' } })
  })
})

describe('the five bases', () => {
  test('R-17 all five stand in the notice’s order; each is open unless a rule closes it', async () => {
    const { actor, application, season } = await atBasis('no-property')
    const bases = listBases(actor, application, season, MORNING.season)
    expect(bases.map((one) => one.basis)).toEqual(['TITLE_DEED', 'GRANDPARENT_DEED', 'PURCHASE_CONTRACT', 'HOUSEHOLD_REGISTRATION', 'NO_VALID_MATERIALS'])
    expect(bases.map((one) => one.state)).toEqual(['open', 'open', 'open', 'open', 'open'])
  })

  test('R-21 a family with urban housing cannot use 「无有效材料」', async () => {
    const { actor, application, season } = await atBasis('deed-father')
    expect(listBases(actor, application, season, MORNING.season)).toContainEqual({ basis: 'NO_VALID_MATERIALS', state: 'closed', because: 'FAMILY_OWNS_URBAN_HOUSING' })
  })

  test('R-39 a student whose registration is not urban cannot use the household registration', async () => {
    const { actor, application, season } = await atBasis('village')
    expect(listBases(actor, application, season, MORNING.season)).toContainEqual({ basis: 'HOUSEHOLD_REGISTRATION', state: 'closed', because: 'HOUSEHOLD_NOT_URBAN' })
  })
})

describe('what the confirmation says', () => {
  test.each([
    ['deed-father', 'R-25', 'K1', 'YF'],
    ['deed-mother', 'R-25', 'K1', 'LJ'],
    ['deed-other-zone', 'R-25', 'K3', 'SX'],
    ['deed-student', 'R-06', 'K1', 'SY'],
  ])('%s: %s category %s, school %s', async (walk, _row, category, school) => {
    const { confirmation } = await aServedConfirmation(walk)
    expect(confirmation.determination.category?.row).toBe(category)
    expect(confirmation.determination.placement.schools).toEqual([school])
    expect(confirmation.determination.refusals).toEqual([])
  })

  test('R-14 of a guardian of another household the confirmation holds no address', async () => {
    const { confirmation } = await aServedConfirmation('separated-father')
    const motherAddress = confirmation.facts.guardians.find((guardian) => guardian.relation === 'MOTHER')?.household?.address ?? ''
    expect(motherAddress).not.toBe('')
    expect(JSON.stringify(confirmation.shown)).not.toContain(motherAddress)
  })
})
