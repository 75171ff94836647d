import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askAgain } from '@/lib/commands/ask-again'
import { saveAppeal } from '@/lib/commands/save-appeal'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { listBases } from '@/lib/data/bases'
import { db } from '@/lib/data/db'
import { readContent } from '@/lib/data/json'
import { getPublishedSeason } from '@/lib/data/seasons'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import type { Answer, PropertyFinding } from '@/lib/domain/findings'
import { furthestStep } from '@/lib/domain/journey'
import { submissionContent } from '@/lib/domain/submission'
import { getEnv } from '@/lib/env'
import { registries } from '@/lib/registry/registries'
import type { Ground } from '@/lib/rules'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve, aSentAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn, the } from '../support/journey'

const MATERIALS = { basis: 'NO_VALID_MATERIALS' } as const
const HOME = '江西省南昌市安义县龙津镇京庄社区8号'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function atMaterials(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'no-materials', MORNING, MATERIALS)
  const press = async (establishment?: string) =>
    saveStep({ actor, now: MORNING, step: 'no-materials', input: { applicationId, establishment: establishment ?? (await the(actor, applicationId)).established.materials?.id ?? 'none' } })
  return { actor, applicationId, press, application: () => the(actor, applicationId) }
}

const appeal = (applicationId: string, ground: Ground, address = HOME): AppealAnswers => ({ kind: 'NO_VALID_MATERIALS', input: { applicationId, ground, address, evidence: '依据' } })

describe('R-42 R-45 through the county’s approval', () => {
  test('R-42 before the approval nothing leads on', async () => {
    const at = await atMaterials('residence-permit')
    expect(await at.press()).toEqual({ ok: false, failure: { code: 'MATERIALS_NOT_APPROVED' } })
    await aSentAppeal(at.actor, appeal(at.applicationId, 'RESIDENCE_PERMIT'))
    expect(await at.press()).toEqual({ ok: false, failure: { code: 'MATERIALS_NOT_APPROVED' } })
    expect(furthestStep((await at.application()).answers)).toBe('no-materials')
  })

  test.each([
    ['residence-permit', 'RESIDENCE_PERMIT', 'K8', '居住证'],
    ['business', 'BUSINESS', 'K9', '经商'],
    ['employment', 'EMPLOYMENT', 'K9', '务工'],
  ] as const)('R-45 %s: the approved ground and address are confirmed, judged and submitted', async (walk, ground, category, kind) => {
    const at = await atMaterials(walk)
    await approve(await aSentAppeal(at.actor, appeal(at.applicationId, ground)))
    expect(await at.press()).toEqual({ ok: true, value: { next: 'confirm' } })
    const served = await serveConfirmation({ actor: at.actor, applicationId: at.applicationId, now: MORNING, read: true })
    if (!served.ok) throw new Error(served.failure.code)
    const { confirmation } = served.value
    expect(confirmation.facts.choice).toEqual({ basis: 'NO_VALID_MATERIALS', ground, address: HOME, approved: true, preferredSchool: null })
    expect(confirmation.determination).toMatchObject({ refusals: [], category: { row: category } })
    expect(confirmation.shown.property).toEqual({ kind, address: HOME, owners: [], number: null, verified: [] })
    expect(await submitApplication({ actor: at.actor, applicationId: at.applicationId, fingerprint: confirmation.fingerprint, now: later(MORNING, 16_000) })).toMatchObject({ ok: true })
    const { key, established } = await at.application()
    const row = await db().submission.findFirstOrThrow({ select: { contentCipher: true } })
    expect(readContent(key, 'submission', row.contentCipher, submissionContent).establishmentIds).toEqual([established.materials?.id])
  })

  test('R-45 a later approval is confirmed anew', async () => {
    const at = await atMaterials('residence-permit')
    await approve(await aSentAppeal(at.actor, appeal(at.applicationId, 'RESIDENCE_PERMIT')))
    const first = (await at.application()).established.materials?.id
    await at.press()
    await approve(await aSentAppeal(at.actor, appeal(at.applicationId, 'BUSINESS', '江西省南昌市安义县龙津镇文峰路12号')))
    expect(await at.press(first)).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    const served = await serveConfirmation({ actor: at.actor, applicationId: at.applicationId, now: MORNING, read: true })
    expect(served).toEqual({ ok: false, failure: { code: 'NOT_REACHED', furthest: 'no-materials' } })
  })

  test('R-17 the card says what would come of it once it is approved, and nothing before', async () => {
    const at = await atMaterials('residence-permit')
    const published = await getPublishedSeason(COUNTY, 2023)
    if (!published) throw new Error('no season')
    const card = async () => listBases(at.actor, await at.application(), published.season, MORNING.season).find((one) => one.basis === 'NO_VALID_MATERIALS')
    expect(await card()).toEqual({ basis: 'NO_VALID_MATERIALS', state: 'open', offer: null, count: null })
    await approve(await aSentAppeal(at.actor, appeal(at.applicationId, 'RESIDENCE_PERMIT')))
    expect(await card()).toMatchObject({ state: 'open', offer: { address: HOME, determination: { category: { row: 'K8' }, refusals: [] } } })
  })
})

describe('R-43 a family with urban housing', () => {
  test('R-43 neither the card nor the step nor the appeal takes it', async () => {
    const { guardian, child } = family('urban-home-no-materials')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    expect(await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, basis: 'NO_VALID_MATERIALS' } })).toEqual({ ok: false, failure: { code: 'BASIS_CLOSED' } })
    expect(await saveStep({ actor, now: MORNING, step: 'no-materials', input: { applicationId, establishment: 'any' } })).toEqual({ ok: false, failure: { code: 'STEP_NOT_REACHED' } })
    expect(await saveAppeal({ actor, now: MORNING, given: appeal(applicationId, 'BUSINESS') })).toEqual({ ok: false, failure: { code: 'BASIS_CLOSED' } })
  })

  test('R-43 a home that the register shows after the approval closes the step, and the submission', async () => {
    const at = await atMaterials('residence-permit')
    await approve(await aSentAppeal(at.actor, appeal(at.applicationId, 'RESIDENCE_PERMIT')))
    const home: PropertyFinding['properties'][number] = {
      certificateNumber: '新房', county: COUNTY, address: '江西省南昌市安义县龙津镇文峰路12号', use: '住宅', owners: [{ idNumber: at.actor.idNumber, name: at.actor.name }], registeredOn: null,
    }
    const found: Answer<PropertyFinding> = { outcome: 'found', snapshotVersion: null, value: { schemaVersion: 1, properties: [home] } }
    const ask = { ...registries(), property: { findProperties: () => Promise.resolve(found) } }
    await askAgain({ actor: at.actor, applicationId: at.applicationId, registry: 'property', now: MORNING, ask })
    expect(await at.press()).toEqual({ ok: false, failure: { code: 'BASIS_CLOSED' } })
  })

  test('R-21 nor does an outage of the register, asked again behind the choice, hide the home from any other basis', async () => {
    const at = await aServedConfirmation('deed-father', MORNING, { basis: 'HOUSEHOLD_REGISTRATION' })
    const { actor, applicationId, fingerprint } = at
    const silent: Answer<PropertyFinding> = { outcome: 'unavailable', why: 'timeout' }
    expect(await askAgain({ actor, applicationId, registry: 'property', now: MORNING, ask: { ...registries(), property: { findProperties: () => Promise.resolve(silent) } } })).toMatchObject({ ok: true })
    expect(await serveConfirmation({ actor, applicationId, now: MORNING, read: true })).toMatchObject({ ok: true, value: { confirmation: { fingerprint } } })
  })
})
