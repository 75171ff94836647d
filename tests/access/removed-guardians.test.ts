import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, PropertyFinding, RecordFinding } from '@/lib/domain/findings'
import { askAgain } from '@/lib/commands/ask-again'
import { saveStep } from '@/lib/commands/save-step'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { startApplication } from '@/lib/commands/start-application'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { listBases } from '@/lib/data/bases'
import { db } from '@/lib/data/db'
import { listDeeds } from '@/lib/data/deeds'
import { listRegistrations } from '@/lib/data/registrations'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { anAppeal, approve, aSentAppeal, everyMaterial } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, MORNING, signedIn, the } from '../support/journey'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function theSeason() {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return published.season
}

/** The separated father, with the county's approval to go on without the mother, with whom the child is registered. */
async function aFatherAlone() {
  const { guardian, child } = family('separated-father')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'household')
  const record = (await the(actor, applicationId)).findings.record
  const mother = record?.outcome === 'found' ? record.value.guardians.findIndex((one) => one.idNumber !== actor.idNumber) + 1 : 0
  await approve(await aSentAppeal(actor, { kind: 'SINGLE_PARENT', input: { applicationId, removed: `guardian-${mother}`, reason: 'DIVORCED', explanation: '' } }))
  return { actor, child, applicationId }
}

const hidden = async ({ actor, applicationId }: Awaited<ReturnType<typeof aFatherAlone>>) =>
  listRegistrations(actor, await the(actor, applicationId), await theSeason(), MORNING.season).find((one) => one.who.includes('学生'))

describe('R-14 R-15 a guardian who was removed, and whose address the child shares', () => {
  test('R-14 stays hidden when the households are asked for once more', async () => {
    const father = await aFatherAlone()
    expect(await hidden(father)).toMatchObject({ view: 'place-only' })
    expect(await askAgain({ actor: father.actor, applicationId: father.applicationId, registry: 'household', now: MORNING })).toMatchObject({ ok: true })
    expect(await hidden(father)).toMatchObject({ view: 'place-only', signIn: [] })
  })

  test('R-14 stays hidden when the record no longer names her either', async () => {
    const father = await aFatherAlone()
    const { record } = (await the(father.actor, father.applicationId)).findings
    if (record?.outcome !== 'found') throw new Error('no record')
    const alone: Answer<RecordFinding> = { outcome: 'found', snapshotVersion: null, value: { ...record.value, guardians: record.value.guardians.filter((one) => one.idNumber === father.actor.idNumber) } }
    const ask = { ...registries(), record: { findRecord: () => Promise.resolve(alone) } }
    await askAgain({ actor: father.actor, applicationId: father.applicationId, registry: 'record', now: MORNING, ask })
    await answer(father.actor, father.applicationId, 'household')
    expect(await hidden(father)).toMatchObject({ view: 'place-only' })
  })

  test('R-19 nor does a home show its address that she owns together with the child', async () => {
    const father = await aFatherAlone()
    const mother = family('separated-mother').guardian
    const home: PropertyFinding['properties'][number] = {
      certificateNumber: '赣（2021）安义县不动产权第0000001号', county: COUNTY, address: '江西省南昌市安义县龙津镇文峰路12号', use: '住宅', registeredOn: null,
      owners: [{ idNumber: father.child.idNumber, name: father.child.name }, { idNumber: mother.idNumber, name: mother.name }],
    }
    const found: Answer<PropertyFinding> = { outcome: 'found', snapshotVersion: null, value: { schemaVersion: 1, properties: [home] } }
    const ask = { ...registries(), property: { findProperties: () => Promise.resolve(found) } }
    const { actor, applicationId } = father
    await saveStep({ actor, now: MORNING, ask, step: 'household', input: { applicationId, answer: 'confirmed' } })
    await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, basis: 'TITLE_DEED' } })
    const application = await the(actor, applicationId)
    const [deed] = listDeeds(actor, application, await theSeason(), MORNING.season, 'TITLE_DEED')
    expect(deed).toMatchObject({ view: 'exists', closedBy: ['OWNER_NOT_SIGNED_IN'] })
    expect(listBases(actor, application, await theSeason(), MORNING.season)[0]).toMatchObject({ basis: 'TITLE_DEED', offer: null })
    expect(await saveStep({ actor, now: MORNING, step: 'deed', input: { applicationId, property: deed?.reference ?? '' } })).toEqual({ ok: false, failure: { code: 'PROPERTY_CLOSED' } })
  })
})

describe('R-11 somebody whom the record does not name', () => {
  const claim = (applicationId: string, relation: 'FATHER' | 'MOTHER' = 'MOTHER') => ({
    kind: 'GUARDIAN_MISMATCH',
    input: { applicationId, studentName: '谭小舟', relation, otherName: '', otherIdNumber: '', otherRelation: '', explanation: '登记有误' },
  }) as const

  async function aStranger() {
    const { guardian, child } = family('record-wrong-mother')
    const actor = await signedIn({ guardian })
    return { actor, child, applicationId: await aDraft(actor, child.idNumber) }
  }

  test('R-11 approved, still does not see the address at which the child is registered with those who were replaced', async () => {
    const { child } = family('record-wrong-father')
    const actor = await signedIn(family('deed-father'))
    const applicationId = await aDraft(actor, child.idNumber)
    await approve(await aSentAppeal(actor, claim(applicationId, 'FATHER')))
    await answer(actor, applicationId, 'basis')
    const registrations = listRegistrations(actor, await the(actor, applicationId), await theSeason(), MORNING.season)
    expect(registrations.map(({ who, view }) => [who, view])).toEqual([[['学生'], 'place-only'], [['父亲'], 'full']])
  })

  test('R-11 cannot take the record’s guardians from the child by sending an answer of the registry that has grown old', async () => {
    const { guardian, child } = family('record-wrong-father')
    const { actor, applicationId } = await aStranger()
    const { record } = (await the(actor, applicationId)).findings
    if (record?.outcome !== 'found') throw new Error('no record')
    // Since she asked, the register has put the record right: another mother is named now, and her start was noted.
    const father = await signedIn({ guardian })
    const added = family('deed-mother').guardian
    const newer: Answer<RecordFinding> = { outcome: 'found', snapshotVersion: null, value: { ...record.value, guardians: [...record.value.guardians, { idNumber: added.idNumber, name: added.name, relation: 'MOTHER' }] } }
    await startApplication({ actor: father, county: COUNTY, idNumber: child.idNumber, consentVersion: 'test', now: later(MORNING, 60_000), ask: { ...registries(), record: { findRecord: () => Promise.resolve(newer) } } })
    const named = async () => (await db().guardianship.findMany({ select: { guardianId: true }, orderBy: { guardianId: 'asc' } })).map((row) => row.guardianId)
    const before = await named()
    expect(before).toHaveLength(3)
    await aSentAppeal(actor, claim(applicationId), later(MORNING, 120_000))
    expect(await named()).toEqual(before)
  })

  test('R-11 cannot send the record’s guardians one text message after another', async () => {
    const { actor, applicationId } = await aStranger()
    for (let time = 0; time < 3; time++) {
      const appealId = await anAppeal(actor, claim(applicationId))
      await everyMaterial(actor, appealId)
      expect(await sendAppeal({ actor, appealId, now: MORNING })).toMatchObject({ ok: true })
      await withdrawAppeal({ actor, appealId, now: MORNING })
    }
    const told = await db().message.groupBy({ by: ['guardianId'], where: { code: 'guardianship-claimed' }, _count: true })
    expect(told.map((row) => row._count)).toEqual([1, 1])
  })
})
