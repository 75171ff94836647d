import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chooseSchool } from '@/lib/commands/choose-school'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { listBases } from '@/lib/data/bases'
import { db } from '@/lib/data/db'
import { listRegistrations } from '@/lib/data/registrations'
import { getPublishedSeason } from '@/lib/data/seasons'
import { findReceipt } from '@/lib/data/submissions'
import type { Answer, HouseholdFinding, PropertyFinding } from '@/lib/domain/findings'
import { getEnv } from '@/lib/env'
import { registries, type Registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn, the } from '../support/journey'

const READ = later(MORNING, 15_000)
const HOUSEHOLD = { basis: 'HOUSEHOLD_REGISTRATION' } as const

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function theSeason() {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return published.season
}

async function atStep(walk: string, step: 'registration' | 'basis') {
  const actor = await signedIn(family(walk))
  const applicationId = await aDraft(actor, family(walk).child.idNumber)
  await answer(actor, applicationId, step, MORNING, HOUSEHOLD)
  const season = await theSeason()
  return { actor, applicationId, season, list: async () => listRegistrations(actor, await the(actor, applicationId), season, MORNING.season) }
}

/** The demonstration's registers, but for the addresses of one household. */
function registeredAt(address: string): Registries {
  const ask = registries()
  const move = (answer: Answer<HouseholdFinding>): Answer<HouseholdFinding> =>
    answer.outcome === 'found' ? { ...answer, value: { ...answer.value, people: answer.value.people.map((person) => ({ ...person, address })) } } : answer
  return { ...ask, household: { findHouseholds: async (idNumbers) => move(await ask.household.findHouseholds(idNumbers)) } }
}

describe('R-40 the registered address', () => {
  test('R-40 the family’s one address is one choice, and leads to category and school', async () => {
    const { confirmation } = await aServedConfirmation('no-property', MORNING, HOUSEHOLD)
    expect(confirmation.determination.category?.row).toBe('K6')
    expect(confirmation.determination.placement.schools).toEqual(['LJ'])
    expect(confirmation.shown.property).toEqual({ kind: '学生户籍', address: '江西省南昌市安义县龙津镇向阳社区15号', owners: [], number: null, verified: [] })
  })

  test('R-40 R-14 a parent’s address may be used as well; the student’s in the other household stays unseen', async () => {
    const father = family('deed-other-zone').guardian.idNumber
    const { actor, applicationId, confirmation } = await aServedConfirmation('deed-other-zone', MORNING, { ...HOUSEHOLD, registrationOf: father })
    expect(confirmation.determination.category?.row).toBe('K7')
    expect(confirmation.determination.placement.schools).toEqual(['SX'])
    expect(confirmation.shown.property.kind).toBe('父亲户籍')
    const { findings } = await the(actor, applicationId)
    const student = findings.household?.outcome === 'found' ? findings.household.value.people.find((one) => one.idNumber === family('deed-other-zone').child.idNumber) : undefined
    expect(student?.address).toBeTruthy()
    expect(JSON.stringify(confirmation.shown)).not.toContain(student?.address)
  })

  test('R-40 R-14 another guardian’s household is shown only as existing, with who must sign in, and no route takes it', async () => {
    const { actor, applicationId, list } = await atStep('separated-father', 'registration')
    const hidden = (await list()).filter((one) => one.view === 'place-only')
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden.every((one) => one.view === 'place-only' && !('address' in one) && one.signIn.includes('母亲'))).toBe(true)
    const saved = await saveStep({ actor, now: MORNING, step: 'registration', input: { applicationId, registration: hidden[0]?.reference ?? '' } })
    expect(saved).toEqual({ ok: false, failure: { code: 'REGISTRATION_CLOSED' } })
  })

  test('R-40 fifteen seconds, submit, receipt', async () => {
    const { actor, applicationId, fingerprint, confirmation } = await aServedConfirmation('no-property', MORNING, HOUSEHOLD)
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 14_999) })).toMatchObject({ failure: { code: 'TOO_EARLY' } })
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toMatchObject({ ok: true })
    expect((await findReceipt(actor, applicationId))?.shown).toEqual(confirmation.shown)
  })

  test('R-40 an address that no row has is placed by hand: nothing is refused, and the receipt names no school', async () => {
    const { guardian, child } = family('no-property')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    const ask = registeredAt('江西省南昌市安义县龙津镇')
    await answer(actor, applicationId, 'agreement')
    const published = await getPublishedSeason(COUNTY, 2023)
    await saveStep({ actor, now: MORNING, ask, step: 'agreement', input: { applicationId, agree: 'yes', version: published?.agreementVersion ?? '' } })
    await saveStep({ actor, now: MORNING, step: 'household', input: { applicationId, answer: 'confirmed' } })
    const bases = listBases(actor, await the(actor, applicationId), await theSeason(), MORNING.season)
    expect(bases.find((one) => one.basis === 'HOUSEHOLD_REGISTRATION')).toMatchObject({ state: 'open', offer: { determination: { placement: { status: 'by-hand' } } } })
    await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, ...HOUSEHOLD } })
    const [only] = listRegistrations(actor, await the(actor, applicationId), await theSeason(), MORNING.season)
    expect(await saveStep({ actor, now: MORNING, step: 'registration', input: { applicationId, registration: only?.reference ?? '' } })).toEqual({ ok: true, value: { next: 'confirm' } })
    const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
    const fingerprint = served.ok ? served.value.confirmation.fingerprint : ''
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toMatchObject({ ok: true })
    expect((await findReceipt(actor, applicationId))?.shown.schools).toEqual([])
  })
})

describe('R-39 an urban registration', () => {
  test('R-39 a student of a village cannot choose the basis by any route', async () => {
    const { actor, applicationId, season } = await atStep('village', 'basis')
    expect(listBases(actor, await the(actor, applicationId), season, MORNING.season)).toContainEqual({ basis: 'HOUSEHOLD_REGISTRATION', state: 'closed', because: 'HOUSEHOLD_NOT_URBAN' })
    expect(await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, ...HOUSEHOLD } })).toEqual({ ok: false, failure: { code: 'BASIS_CLOSED' } })
    expect(await saveStep({ actor, now: MORNING, step: 'registration', input: { applicationId, registration: 'any' } })).toEqual({ ok: false, failure: { code: 'STEP_NOT_REACHED' } })
  })

  test('R-17 while the register of properties is silent the category is not guessed', async () => {
    const { guardian, child } = family('no-property')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'household')
    const silent: Answer<PropertyFinding> = { outcome: 'unavailable', why: 'timeout' }
    await saveStep({ actor, now: MORNING, ask: { ...registries(), property: { findProperties: () => Promise.resolve(silent) } }, step: 'household', input: { applicationId, answer: 'confirmed' } })
    const states = listBases(actor, await the(actor, applicationId), await theSeason(), MORNING.season).map((one) => one.state)
    expect(states).toEqual(['open', 'unanswered', 'unanswered', 'unanswered', 'unanswered'])
    expect(await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, ...HOUSEHOLD } })).toEqual({ ok: false, failure: { code: 'REGISTRY_UNAVAILABLE' } })
  })
})

describe('R-41 阳湖村过渡学区', () => {
  test('R-41 without a choice there is no submit; with one the school is that one, and the reading starts again', async () => {
    const { actor, applicationId, fingerprint, confirmation } = await aServedConfirmation('yanghu-household', MORNING, HOUSEHOLD)
    expect(confirmation.zoneSchools).toEqual(['YF', 'SX'])
    expect(confirmation.shown.zone).toBe('阳湖村过渡学区')
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toEqual({ ok: false, failure: { code: 'REFUSED', refusals: ['SCHOOL_CHOICE_REQUIRED'] } })
    expect(await chooseSchool({ actor, applicationId, school: 'LJ', now: READ })).toEqual({ ok: false, failure: { code: 'SCHOOL_NOT_IN_ZONE' } })
    expect(await chooseSchool({ actor, applicationId, school: 'YF', now: READ })).toMatchObject({ ok: true })
    expect(await db().confirmation.count()).toBe(0)
    const served = await serveConfirmation({ actor, applicationId, now: READ, read: true })
    const chosen = served.ok ? served.value.confirmation : null
    expect(chosen?.determination.placement.schools).toEqual(['YF'])
    expect(chosen?.determination.category?.row).toBe('K6')
    expect(await submitApplication({ actor, applicationId, fingerprint: chosen?.fingerprint ?? '', now: later(READ, 15_000) })).toMatchObject({ ok: true })
  })

  test('R-41 choosing another address or basis drops the school that was chosen', async () => {
    const { actor, applicationId } = await aServedConfirmation('yanghu-household', MORNING, HOUSEHOLD)
    await chooseSchool({ actor, applicationId, school: 'YF', now: MORNING })
    await answer(actor, applicationId, 'confirm', MORNING, HOUSEHOLD)
    expect((await the(actor, applicationId)).answers.preferredSchool).toBeUndefined()
  })
})
