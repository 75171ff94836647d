import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askAgain } from '@/lib/commands/ask-again'
import { changeCounty } from '@/lib/commands/change-county'
import { saveStep } from '@/lib/commands/save-step'
import { startApplication } from '@/lib/commands/start-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { furthestStep } from '@/lib/domain/journey'
import { listApplications } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { registries, type Registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, MORNING, signedIn, the } from '../support/journey'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function start(walk: string, now = MORNING) {
  const { guardian, child } = family(walk)
  return startApplication({ actor: await signedIn({ guardian }), county: COUNTY, idNumber: child.idNumber, consentVersion: 'test', now })
}

describe('season and age', () => {
  test.each([
    ['2023-08-13 23:59:59.999', 'SEASON_NOT_OPEN'],
    ['2023-08-14 00:00:00.000', null],
    ['2023-08-24 23:59:59.999', null],
    ['2023-08-25 00:00:00.000', 'SEASON_CLOSED'],
  ])('R-01 at %s a registration starts or is refused: %s', async (local, code) => {
    const started = await start('deed-father', frozen(local))
    expect(started.ok ? null : started.failure.code).toBe(code)
  })

  test.each([
    ['born-first-day', null],
    ['born-last-day', null],
    ['born-day-before', { code: 'AGE', side: 'early', days: 1 }],
    ['born-day-after', { code: 'AGE', side: 'late', days: 1 }],
  ])('R-02 the child of %s: %o', async (walk, failure) => {
    const started = await start(walk)
    if (failure) expect(started).toMatchObject({ ok: false, failure })
    else expect(started).toMatchObject({ ok: true, value: { to: 'application' } })
  })

  test('R-09 a county without an open season says so', async () => {
    const { guardian, child } = family('deed-father')
    const actor = await signedIn({ guardian })
    const started = await startApplication({ actor, county: '360102', idNumber: child.idNumber, consentVersion: 'test', now: MORNING })
    expect(started).toEqual({ ok: false, failure: { code: 'NO_SEASON' } })
  })
})

describe('the three cases of the record', () => {
  test('R-10 case 1: student and guardians are found, and 「与实际情况相符」 leads to the agreement', async () => {
    const actor = await signedIn(family('deed-father'))
    const applicationId = await aDraft(actor, family('deed-father').child.idNumber)
    const application = await the(actor, applicationId)
    expect(application.findings.record).toMatchObject({ outcome: 'found', value: { student: { name: '程一诺' } } })
    const saved = await saveStep({ actor, now: MORNING, step: 'record', input: { applicationId, answer: 'matches' } })
    expect(saved).toEqual({ ok: true, value: { next: 'agreement' } })
  })

  test('a guardian whom the record does not name goes no further than the record, and is slowed after a few', async () => {
    const actor = await signedIn(family('other-province'))
    const walks = ['deed-father', 'deed-mother', 'deed-student', 'deed-other-zone', 'no-property', 'deed-unmatched']
    const codes: (string | null)[] = []
    for (const walk of walks) {
      const started = await startApplication({ actor, county: COUNTY, idNumber: family(walk).child.idNumber, consentVersion: 'test', now: MORNING })
      codes.push(started.ok ? null : started.failure.code)
      if (started.ok && started.value.to === 'application') {
        const saved = await saveStep({ actor, now: MORNING, step: 'agreement', input: { applicationId: started.value.applicationId, agree: 'yes', version: 'any' } })
        expect(saved.ok).toBe(false)
      }
    }
    expect(codes).toEqual([null, null, null, null, null, 'TOO_MANY_QUERIES'])
  })

  test('R-13 nothing of the household is asked for before the agreement; both consents are kept with version and time', async () => {
    const actor = await signedIn(family('deed-father'))
    const asked: string[] = []
    const real = registries()
    const ask: Registries = { ...real, household: { findHouseholds: (ids) => (asked.push('household'), real.household.findHouseholds(ids)) } }
    const applicationId = await aDraft(actor, family('deed-father').child.idNumber, MORNING, ask)
    await saveStep({ actor, now: MORNING, ask, step: 'record', input: { applicationId, answer: 'matches' } })
    expect(asked).toEqual([])
    const version = (await getPublishedSeason(COUNTY, 2023))?.agreementVersion ?? ''
    expect(await saveStep({ actor, now: MORNING, ask, step: 'agreement', input: { applicationId, agree: 'yes', version: 'an older one' } })).toEqual({ ok: false, failure: { code: 'AGREEMENT_CHANGED' } })
    expect(asked).toEqual([])
    await saveStep({ actor, now: MORNING, ask, step: 'agreement', input: { applicationId, agree: 'yes', version } })
    expect(asked).toEqual(['household'])
    const consents = await db().consent.findMany({ where: { applicationId }, orderBy: { kind: 'asc' }, select: { version: true, givenAt: true } })
    expect(consents.map((one) => one.version).toSorted()).toEqual([version, 'test'].toSorted())
    expect(consents.every((one) => one.givenAt.getTime() === MORNING.season)).toBe(true)
  })
})

describe('a draft is kept', () => {
  test('R-08 the same child again resumes the draft where it was, on any phone', async () => {
    const actor = await signedIn(family('deed-father'))
    const { child } = family('deed-father')
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    expect(await aDraft(actor, child.idNumber, later(MORNING, 60_000))).toBe(applicationId)
    expect(furthestStep((await the(actor, applicationId)).answers)).toBe('basis')
  })

  test('twenty first sign-ins of one guardian at once are one person', async () => {
    const walk = family('deed-father')
    const actors = await Promise.all(Array.from({ length: 20 }, () => signedIn(walk)))
    expect(new Set(actors.map(({ guardianId }) => guardianId)).size).toBe(1)
  })

  test('two presses at once make one draft', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => start('deed-father')))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await db().application.count()).toBe(1)
  })

  test('parents have drafts of their own, and neither sees the other one', async () => {
    const mother = await signedIn(family('separated-mother'))
    const father = await signedIn(family('separated-father'))
    const { child } = family('separated-mother')
    const hers = await aDraft(mother, child.idNumber)
    const his = await aDraft(father, child.idNumber)
    expect(hers).not.toBe(his)
    expect((await listApplications(father)).map((one) => one.id)).toEqual([his])
  })

  test('a discarded draft is gone, and the child can be started again', async () => {
    const actor = await signedIn(family('deed-father'))
    const { child } = family('deed-father')
    const applicationId = await aDraft(actor, child.idNumber)
    expect(await withdrawApplication({ actor, applicationId, now: MORNING })).toMatchObject({ ok: true })
    expect(await listApplications(actor)).toEqual([])
    expect(await aDraft(actor, child.idNumber)).not.toBe(applicationId)
  })

  test('a county without a season is no place to move a draft to', async () => {
    const actor = await signedIn(family('deed-father'))
    const applicationId = await aDraft(actor, family('deed-father').child.idNumber)
    expect(await changeCounty({ actor, applicationId, county: '360121', now: MORNING })).toEqual({ ok: false, failure: { code: 'NO_SEASON' } })
  })
})

describe('a registry that is down', () => {
  const down = { outcome: 'unavailable', why: 'timeout' } as const

  test('the draft stands, and asking again goes on', async () => {
    const actor = await signedIn(family('deed-father'))
    const real = registries()
    const applicationId = await aDraft(actor, family('deed-father').child.idNumber, MORNING, { ...real, record: { findRecord: async () => down } })
    expect((await the(actor, applicationId)).findings.record).toMatchObject({ outcome: 'unavailable' })
    expect(await saveStep({ actor, now: MORNING, step: 'record', input: { applicationId, answer: 'matches' } })).toEqual({ ok: false, failure: { code: 'NOT_NAMED' } })
    expect(await askAgain({ actor, applicationId, registry: 'record', now: MORNING })).toMatchObject({ ok: true })
    expect((await the(actor, applicationId)).findings.record).toMatchObject({ outcome: 'found' })
  })

  test('R-20 an outage while asking again takes nothing back that was answered', async () => {
    const actor = await signedIn(family('deed-father'))
    const applicationId = await aDraft(actor, family('deed-father').child.idNumber)
    await answer(actor, applicationId, 'property')
    await askAgain({ actor, applicationId, registry: 'property', now: MORNING, ask: { ...registries(), property: { findProperties: async () => down } } })
    expect(furthestStep((await the(actor, applicationId)).answers)).toBe('property')
  })
})
