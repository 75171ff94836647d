import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askAgain } from '@/lib/commands/ask-again'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { listBases } from '@/lib/data/bases'
import { db } from '@/lib/data/db'
import { listDeeds } from '@/lib/data/deeds'
import { grandparentReference } from '@/lib/data/grandparents'
import { readContent } from '@/lib/data/json'
import { getPublishedSeason } from '@/lib/data/seasons'
import { findReceipt } from '@/lib/data/submissions'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { choosingStep, furthestStep } from '@/lib/domain/journey'
import { submissionContent } from '@/lib/domain/submission'
import { getEnv } from '@/lib/env'
import { registries, type Registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve, aSentAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn, the } from '../support/journey'

const GRANDPARENT = { basis: 'GRANDPARENT_DEED' } as const
const GRANDFATHER = { name: '鲁德厚', idNumber: '360199195710011110' }
const GRANDMOTHER = { name: '谌桂香', idNumber: '360199196006061207' }
const UNPROVED = { name: '艾素珍', idNumber: '360199195812121302' }
const CERTIFICATE = '赣（2021）安义县不动产权第9913001号'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

type Grandparent = typeof GRANDFATHER

async function atGrandparent(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'grandparent', MORNING, GRANDPARENT)
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  const { season } = published
  const query = ({ name, idNumber }: Grandparent, ask?: Registries) =>
    saveStep({ actor, now: MORNING, ask, step: 'grandparent', input: { applicationId, grandparentName: name, grandparentIdNumber: idNumber, agreed: 'yes' } })
  const bind = ({ idNumber }: Grandparent, ask?: Registries) => saveStep({ actor, now: MORNING, ask, step: 'binding', input: { applicationId, grandparent: grandparentReference(applicationId, idNumber) } })
  const type = (certificateNumber: string, ask?: Registries) => saveStep({ actor, now: MORNING, ask, step: 'certificate', input: { applicationId, certificateNumber } })
  const deeds = async () => listDeeds(actor, await the(actor, applicationId), season, MORNING.season, 'GRANDPARENT_DEED')
  return { actor, applicationId, season, query, bind, type, deeds, application: () => the(actor, applicationId) }
}

/** The registers, of which it is noted whose properties were asked for. */
function watched() {
  const asked: string[] = []
  const real = registries()
  const ask: Registries = { ...real, property: { findProperties: (ids) => (asked.push(...ids), real.property.findProperties(ids)) } }
  return { asked, ask }
}

const kinshipAppeal = (applicationId: string): AppealAnswers => ({
  kind: 'GRANDPARENT_KINSHIP',
  input: { applicationId, grandparentName: UNPROVED.name, grandparentIdNumber: UNPROVED.idNumber, kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-1', agreed: 'yes' },
})

/** The family whose kinship the registries do not know, after the county approved it. */
async function approved() {
  const at = await atGrandparent('grandparent-paternal-unproved')
  await at.query(UNPROVED)
  await approve(await aSentAppeal(at.actor, kinshipAppeal(at.applicationId)))
  return at
}

describe('R-32 nothing before the proof', () => {
  test('R-32 nobody of that number, another’s name and no kinship are one answer, and no property is asked for', async () => {
    const { asked, ask } = watched()
    const seen: string[] = []
    for (const typed of [{ ...GRANDFATHER, idNumber: '360199195710011006' }, { ...GRANDFATHER, name: '别的人' }, GRANDMOTHER]) {
      const at = await atGrandparent('grandparent-paternal')
      expect(await at.query(typed, ask)).toEqual({ ok: true, value: { next: 'grandparent' } })
      const { answers, findings } = await at.application()
      seen.push(JSON.stringify([answers.grandparent?.outcome, findings.kinship?.outcome, findings.grandparentProperty, await at.deeds()]))
      expect(answers.grandparent).toMatchObject(typed)
      await emptyFamilies(getEnv().databaseUrl)
    }
    expect(new Set(seen)).toEqual(new Set([JSON.stringify(['unproved', 'not-found', null, []])]))
    expect(asked).toEqual([])
  })

  test('R-32 guessing is slowed: the sixth question within half an hour is not asked', async () => {
    const at = await atGrandparent('grandparent-paternal')
    for (let guess = 0; guess < 5; guess++) expect(await at.query(GRANDMOTHER)).toMatchObject({ ok: true })
    expect(await at.query(GRANDFATHER)).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_QUERIES' } })
  })

  test('R-32 without a proof nobody is bound, by no reference', async () => {
    const at = await atGrandparent('grandparent-paternal')
    await at.query(GRANDMOTHER)
    expect(await at.bind(GRANDMOTHER)).toEqual({ ok: false, failure: { code: 'STEP_NOT_REACHED' } })
    await at.query(GRANDFATHER)
    expect(await at.bind(GRANDMOTHER)).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
  })

  test('a register that is down is not a no: who was typed stays, and asking again goes on', async () => {
    const at = await atGrandparent('grandparent-paternal')
    const down = { ...registries(), kinship: { findKinship: async () => ({ outcome: 'unavailable', why: 'timeout' }) as const } }
    await at.query(GRANDFATHER, down)
    expect((await at.application()).answers.grandparent).toEqual({ ...GRANDFATHER, outcome: 'unavailable' })
    expect(await at.query(GRANDFATHER)).toEqual({ ok: true, value: { next: 'binding' } })
  })

  test('forty questions and more leave the record and the household where they are', async () => {
    const at = await atGrandparent('grandparent-paternal')
    for (let round = 0; round < 9; round++) {
      await db().rateLimit.deleteMany()
      for (let guess = 0; guess < 5; guess++) await at.query(GRANDMOTHER)
    }
    const { findings } = await at.application()
    expect([findings.record?.outcome, findings.household?.outcome, findings.kinship?.outcome]).toEqual(['found', 'found', 'not-found'])
  })
})

describe('R-33 R-36 a kinship that the registries prove', () => {
  test('R-33 only 「确认绑定（外）祖父母」 asks for the properties', async () => {
    const { asked, ask } = watched()
    const at = await atGrandparent('grandparent-paternal')
    expect(await at.query(GRANDFATHER, ask)).toEqual({ ok: true, value: { next: 'binding' } })
    expect(asked).toEqual([])
    expect(await at.bind(GRANDFATHER, ask)).toEqual({ ok: true, value: { next: 'deed' } })
    expect(asked).toEqual([GRANDFATHER.idNumber])
    const { answers } = await at.application()
    expect(answers.bound).toMatchObject([{ idNumber: GRANDFATHER.idNumber, through: family('grandparent-paternal').guardian.idNumber, proof: 'REGISTRY' }])
    expect((await at.deeds()).map((deed) => [deed.view, deed.closedBy])).toEqual([['full', []]])
  })

  test('R-33 while the property register is silent nobody is bound on an older answer', async () => {
    const at = await atGrandparent('grandparent-paternal')
    await at.query(GRANDFATHER)
    const down = { ...registries(), property: { findProperties: async () => ({ outcome: 'unavailable', why: 'timeout' }) as const } }
    expect(await at.bind(GRANDFATHER, down)).toEqual({ ok: false, failure: { code: 'REGISTRY_UNAVAILABLE' } })
    expect(furthestStep((await at.application()).answers)).toBe('binding')
  })

  test.each([
    ['grandparent-paternal', GRANDFATHER, 'K2', 'LJ'],
    ['grandparent-maternal', GRANDMOTHER, 'K5', 'YF'],
  ])('R-36 %s: ticked, confirmed, confirmed once more', async (walk, grandparent, category, school) => {
    const { confirmation, actor, applicationId, fingerprint } = await aServedConfirmation(walk, MORNING, { ...GRANDPARENT, grandparent })
    expect(confirmation.determination).toMatchObject({ refusals: [], category: { row: category }, placement: { schools: [school] } })
    // Whoever owns it is masked: the receipt is printed and shown around.
    expect(confirmation.shown).toMatchObject({ basis: 'GRANDPARENT_DEED', property: { owners: [`${grandparent.name[0]}**`] } })
    expect(JSON.stringify(confirmation.shown)).not.toContain(grandparent.idNumber)
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 16_000) })).toMatchObject({ ok: true })
    expect((await findReceipt(actor, applicationId))?.shown).toEqual(confirmation.shown)
  })

  test('R-36 the frozen content names the finding of the kinship', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('grandparent-paternal', MORNING, { ...GRANDPARENT, grandparent: GRANDFATHER })
    await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 16_000) })
    const { key, answers, findings } = await the(actor, applicationId)
    const row = await db().submission.findFirstOrThrow({ select: { contentCipher: true } })
    const content = readContent(key, 'submission', row.contentCipher, submissionContent)
    expect(content.findingIds).toEqual(expect.arrayContaining([answers.bound?.[0]?.sourceId, findings.grandparentProperty?.id]))
    expect(content.establishmentIds).toEqual([])
  })

  test('R-32 R-36 another grandparent drops the property; both stay bound, and both may head the household', async () => {
    const at = await atGrandparent('grandparent-paternal')
    await answer(at.actor, at.applicationId, 'confirm', MORNING, { ...GRANDPARENT, grandparent: GRANDFATHER })
    const real = registries()
    const wife = { name: '老伴', idNumber: '360199195812121302' }
    const known: Registries = {
      ...real,
      kinship: { findKinship: async (grandparent, [through = '']) => ({ outcome: 'found', snapshotVersion: null, value: { schemaVersion: 1, grandparent, through: [through] } }) },
    }
    expect(await at.query(wife, known)).toEqual({ ok: true, value: { next: 'binding' } })
    expect((await at.application()).answers).toMatchObject({ bound: [{ idNumber: GRANDFATHER.idNumber }] })
    expect((await at.application()).answers.deed).toBeUndefined()
    expect(await at.bind(wife, known)).toEqual({ ok: true, value: { next: 'deed' } })
    const [deed] = await at.deeds()
    expect((await at.application()).answers.bound?.map((one) => one.idNumber)).toEqual([GRANDFATHER.idNumber, wife.idNumber])
    expect(deed?.determination.category?.row).toBe('K2')
  })

  test('「重新查询」 asks for the bound grandparents’ properties, and for nobody else’s', async () => {
    const at = await atGrandparent('grandparent-paternal')
    await answer(at.actor, at.applicationId, 'confirm', MORNING, { ...GRANDPARENT, grandparent: GRANDFATHER })
    const { asked, ask } = watched()
    expect(await askAgain({ actor: at.actor, applicationId: at.applicationId, registry: 'grandparent-property', now: MORNING, ask })).toMatchObject({ ok: true })
    expect(asked).toEqual([GRANDFATHER.idNumber])
    expect(furthestStep((await at.application()).answers)).toBe('deed')
  })

  test('another basis: the grandparents count no more, and what they own is no housing of the family', async () => {
    const at = await atGrandparent('grandparent-paternal')
    await answer(at.actor, at.applicationId, 'confirm', MORNING, { ...GRANDPARENT, grandparent: GRANDFATHER })
    const bases = listBases(at.actor, await at.application(), at.season, MORNING.season)
    expect(bases.find((one) => one.basis === 'GRANDPARENT_DEED')).toMatchObject({ state: 'open', offer: { determination: { category: { row: 'K2' } } } })
    expect(bases.find((one) => one.basis === 'NO_VALID_MATERIALS')).toMatchObject({ state: 'open' })
    await saveStep({ actor: at.actor, now: MORNING, step: 'basis', input: { applicationId: at.applicationId, basis: 'HOUSEHOLD_REGISTRATION' } })
    expect((await at.application()).answers.bound).toBeUndefined()
  })
})

describe('R-34 R-35 a kinship that the county approved', () => {
  test('R-34 who was typed stays for the appeal, and its approval leads to the binding', async () => {
    const at = await atGrandparent('grandparent-paternal-unproved')
    await at.query(UNPROVED)
    expect((await at.application()).answers.grandparent).toEqual({ ...UNPROVED, outcome: 'unproved' })
    await approve(await aSentAppeal(at.actor, kinshipAppeal(at.applicationId)))
    expect(furthestStep((await at.application()).answers)).toBe('binding')
  })

  test('R-34 whoever went on with another basis meanwhile is left there', async () => {
    const at = await atGrandparent('grandparent-paternal-unproved')
    const appealId = await aSentAppeal(at.actor, kinshipAppeal(at.applicationId))
    await saveStep({ actor: at.actor, now: MORNING, step: 'basis', input: { applicationId: at.applicationId, basis: 'HOUSEHOLD_REGISTRATION' } })
    await approve(appealId)
    expect(furthestStep((await at.application()).answers)).toBe('registration')
  })

  test('R-35 entered again, the approved grandparent is asked of no registry, and nothing is listed', async () => {
    const at = await approved()
    const { asked, ask } = watched()
    expect(await at.query(UNPROVED, { ...ask, kinship: { findKinship: () => Promise.reject(new Error('asked')) } })).toEqual({ ok: true, value: { next: 'binding' } })
    expect(await at.bind(UNPROVED, ask)).toEqual({ ok: true, value: { next: 'certificate' } })
    expect(asked).toEqual([])
    expect(await at.deeds()).toEqual([])
    expect((await at.application()).answers.bound).toMatchObject([{ proof: 'APPEAL' }])
  })

  test('R-35 a certificate of somebody else is told like one that does not exist, and nothing of it is kept', async () => {
    const at = await approved()
    await at.bind(UNPROVED)
    for (const typed of ['赣（2019）安义县不动产权第9911001号', '赣（2019）安义县不动产权第0000000号']) {
      expect(await at.type(typed)).toEqual({ ok: true, value: { next: 'certificate' } })
      const { answers, findings } = await at.application()
      expect([answers.certificate?.outcome, answers.deed, findings.grandparentProperty?.outcome]).toEqual(['not-found', undefined, 'not-found'])
    }
  })

  test('R-35 guessing of certificates is slowed', async () => {
    const at = await approved()
    await at.bind(UNPROVED)
    for (let guess = 0; guess < 10; guess++) await at.type(`赣（2019）安义县不动产权第${guess}号`)
    expect(await at.type(CERTIFICATE)).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_QUERIES' } })
  })

  test('R-35 R-36 the grandparent’s own certificate leads to the details, the confirmation and the receipt', async () => {
    const at = await approved()
    const asking = { ...GRANDPARENT, grandparent: UNPROVED, certificateNumber: ' 赣(2021)安义县不动产权第9913001号' }
    await answer(at.actor, at.applicationId, 'confirm', MORNING, asking)
    const served = await serveConfirmation({ actor: at.actor, applicationId: at.applicationId, now: MORNING, read: true })
    if (!served.ok) throw new Error(served.failure.code)
    const { confirmation } = served.value
    expect(confirmation.facts).toMatchObject({ grandparents: [{ idNumber: UNPROVED.idNumber, proof: 'APPEAL' }], choice: { certificateNumber: CERTIFICATE } })
    expect(confirmation.determination.refusals).toEqual([])
    expect(choosingStep((await at.application()).answers)).toBe('certificate')
    expect(await submitApplication({ actor: at.actor, applicationId: at.applicationId, fingerprint: confirmation.fingerprint, now: later(MORNING, 16_000) })).toMatchObject({ ok: true })
    const { key, answers } = await at.application()
    const row = await db().submission.findFirstOrThrow({ select: { contentCipher: true } })
    expect(readContent(key, 'submission', row.contentCipher, submissionContent).establishmentIds).toEqual([answers.bound?.[0]?.sourceId])
  })

  test('R-35 a certificate that cannot be used is kept with its reason and leads nowhere', async () => {
    const at = await approved()
    await at.bind(UNPROVED)
    const shop = { certificateNumber: CERTIFICATE, county: COUNTY, address: '江西省南昌市安义县龙津镇龙津大道60号', use: '商业', owners: [UNPROVED], registeredOn: null }
    const other = { ...shop, certificateNumber: '另一本' }
    await at.type(CERTIFICATE, { ...registries(), property: { findProperties: async () => ({ outcome: 'found', snapshotVersion: null, value: { schemaVersion: 1, properties: [other, shop] } }) } })
    const { answers } = await at.application()
    expect([answers.certificate?.outcome, answers.deed]).toEqual(['closed', undefined])
    expect((await at.deeds()).map((deed) => [deed.property.certificateNumber, deed.closedBy])).toEqual([[CERTIFICATE, ['NOT_RESIDENTIAL']]])
  })
})
