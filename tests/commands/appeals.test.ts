import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeCounty } from '@/lib/commands/change-county'
import { saveAppeal } from '@/lib/commands/save-appeal'
import { saveStep } from '@/lib/commands/save-step'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { startApplication } from '@/lib/commands/start-application'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { furthestStep } from '@/lib/domain/journey'
import { moveOpenAppeals, newestAppeal } from '@/lib/data/appeals'
import { countedRecord, recordNaming } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { anAppeal, approve, aSentAppeal, everyMaterial, refuse, theAppeal, aMaterial } from '../support/appeals'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, MORNING, signedIn, the } from '../support/journey'
import { decide } from '../support/staff'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function aFamily(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  return { actor, child, applicationId: await aDraft(actor, child.idNumber) }
}

const mother = family('record-wrong-mother').guardian
const mismatch = (applicationId: string, studentName = '谭小舟'): AppealAnswers => ({
  kind: 'GUARDIAN_MISMATCH',
  input: { applicationId, studentName, relation: 'FATHER', otherName: mother.name, otherIdNumber: mother.idNumber, otherRelation: 'MOTHER', explanation: '登记的母亲是别人' },
})
const unnamed = (applicationId: string): AppealAnswers => ({
  kind: 'GUARDIAN_MISMATCH',
  input: { applicationId, studentName: '谭小舟', relation: 'MOTHER', otherName: '', otherIdNumber: '', otherRelation: '', explanation: '我是孩子的母亲' },
})
const notFound = (applicationId: string): AppealAnswers => ({
  kind: 'STUDENT_NOT_FOUND',
  input: { applicationId, studentName: '车小满', relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', address: '江西省南昌市安义县龙津镇文峰路12号', head: 'self', headIdNumber: '' },
})

describe('R-12 a child that the registry does not know', () => {
  test('R-12 on approval the typed and reviewed student and guardians are the record, and the agreement comes next', async () => {
    const { actor, applicationId } = await aFamily('child-not-on-record')
    const appealId = await aSentAppeal(actor, notFound(applicationId))
    expect(await the(actor, applicationId)).toMatchObject({ held: 'record' })
    await approve(appealId)
    const application = await the(actor, applicationId)
    expect(countedRecord(application)).toMatchObject({ source: 'county', value: { student: { name: '车小满' }, guardians: [{ idNumber: actor.idNumber, relation: 'FATHER' }] } })
    expect(furthestStep(application.answers, application.held)).toBe('agreement')
    // The registry's own answer stands as it was.
    expect(application.findings.record).toMatchObject({ outcome: 'not-found' })
  })

  test('R-12 the guardian who was established finds the way back by the child’s number, uncounted as a guess', async () => {
    const { actor, child, applicationId } = await aFamily('child-not-on-record')
    await approve(await aSentAppeal(actor, notFound(applicationId)))
    for (let round = 0; round < 8; round++) {
      const started = await startApplication({ actor, county: COUNTY, idNumber: child.idNumber, consentVersion: 'test', now: MORNING })
      expect(started).toEqual({ ok: true, value: { to: 'application', applicationId } })
    }
  })

  test('R-12 a child that is on the record needs no such appeal', async () => {
    const { actor, applicationId } = await aFamily('deed-father')
    expect(await saveAppeal({ actor, now: MORNING, given: notFound(applicationId) })).toEqual({ ok: false, failure: { code: 'APPEAL_NOT_NEEDED' } })
  })
})

describe('R-11 guardians that do not match', () => {
  test('R-11 while it waits the record’s step cannot be answered; taken back, it can', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await aSentAppeal(actor, mismatch(applicationId))
    const press = () => saveStep({ actor, now: MORNING, step: 'record', input: { applicationId, answer: 'matches' } })
    expect(await press()).toEqual({ ok: false, failure: { code: 'APPEAL_WAITING' } })
    expect(await withdrawAppeal({ actor, appealId, now: MORNING })).toMatchObject({ ok: true })
    expect(await press()).toMatchObject({ ok: true, value: { next: 'agreement' } })
  })

  test('R-11 the reviewer reads the record’s name of the child, whatever a named guardian has put into the form', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    expect((await theAppeal(actor, await anAppeal(actor, mismatch(applicationId, '别人')))).claim).toMatchObject({ student: { name: '谭小舟' } })
  })

  test('R-11 on approval the guardians are those that were reviewed; the child’s name stays the registry’s', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    await approve(await aSentAppeal(actor, mismatch(applicationId)))
    const application = await the(actor, applicationId)
    expect(countedRecord(application)?.value.guardians.map((guardian) => guardian.name)).toEqual([actor.name, mother.name])
    expect(furthestStep(application.answers, application.held)).toBe('agreement')
  })

  test('R-11 whom the record does not name holds nothing: its guardians are told once, not by whom, and go on', async () => {
    const father = await aFamily('record-wrong-father')
    const claimant = await aFamily('record-wrong-mother')
    const appealId = await aSentAppeal(claimant.actor, unnamed(claimant.applicationId))
    await refuse(appealId, '户口本看不清')
    expect(await sendAppeal({ actor: claimant.actor, appealId, now: MORNING })).toMatchObject({ ok: true })
    const told = (await listMessages(father.actor)).filter(({ told: { code } }) => code === 'guardianship-claimed')
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain(claimant.actor.name)
    expect(told[0]?.applicationId).toBeNull()
    expect(recordNaming(await the(claimant.actor, claimant.applicationId), claimant.actor.idNumber)).toBeNull()
    await answer(father.actor, father.applicationId, 'basis')
    expect(furthestStep((await the(father.actor, father.applicationId)).answers)).toBe('basis')
  })

  test('R-11 once approved, the one whom the record did not name goes on with what was reviewed', async () => {
    const claimant = await aFamily('record-wrong-mother')
    await approve(await aSentAppeal(claimant.actor, unnamed(claimant.applicationId)))
    await answer(claimant.actor, claimant.applicationId, 'household')
    const application = await the(claimant.actor, claimant.applicationId)
    expect(recordNaming(application, claimant.actor.idNumber)?.guardians).toHaveLength(1)
    expect(furthestStep(application.answers, application.held)).toBe('household')
  })
})

describe('R-15 R-16 one guardian less', () => {
  test('R-15 on approval the removed guardian is no longer listed, the household is asked again, and whose address is hidden stays hidden', async () => {
    const { actor, applicationId } = await aFamily('single-parent')
    await answer(actor, applicationId, 'household')
    const father = recordNaming(await the(actor, applicationId), actor.idNumber)?.guardians.findIndex((guardian) => guardian.idNumber !== actor.idNumber) ?? -1
    const appealId = await aSentAppeal(actor, { kind: 'SINGLE_PARENT', input: { applicationId, removed: `guardian-${father + 1}`, reason: 'DIVORCED', explanation: '' } })
    expect((await the(actor, applicationId)).held).toBe('household')
    expect(await saveStep({ actor, now: MORNING, step: 'household', input: { applicationId, answer: 'confirmed' } })).toEqual({ ok: false, failure: { code: 'APPEAL_WAITING' } })
    await approve(appealId)
    const application = await the(actor, applicationId)
    expect(countedRecord(application)?.value.guardians.map((guardian) => guardian.idNumber)).toEqual([actor.idNumber])
    expect(application.everNamed).toHaveLength(2)
    expect(furthestStep(application.answers, application.held)).toBe('household')
  })

  test('R-15 nobody removes themselves, and a stranger is nobody to remove', async () => {
    const { actor, applicationId } = await aFamily('single-parent')
    await answer(actor, applicationId, 'household')
    const own = recordNaming(await the(actor, applicationId), actor.idNumber)?.guardians.findIndex((guardian) => guardian.idNumber === actor.idNumber) ?? -1
    const remove = (removed: string) => saveAppeal({ actor, now: MORNING, given: { kind: 'SINGLE_PARENT', input: { applicationId, removed, reason: 'DIVORCED', explanation: '' } } })
    expect(await remove(`guardian-${own + 1}`)).toMatchObject({ failure: { code: 'FIELD', field: 'removed', fault: 'removed-self' } })
    expect(await remove('guardian-9')).toMatchObject({ failure: { code: 'FIELD', fault: 'removed-missing' } })
  })

  test('R-16 the chosen guardian alone is listed after approval', async () => {
    const { actor, applicationId } = await aFamily('blended-family')
    await answer(actor, applicationId, 'household')
    const guardians = recordNaming(await the(actor, applicationId), actor.idNumber)?.guardians ?? []
    const own = guardians.findIndex((guardian) => guardian.idNumber === actor.idNumber)
    const choose = (index: number): AppealAnswers => ({ kind: 'BLENDED_FAMILY', input: { applicationId, kept: `guardian-${index + 1}`, explanation: '' } })
    expect(await saveAppeal({ actor, now: MORNING, given: choose(own === 0 ? 1 : 0) })).toMatchObject({ failure: { code: 'FIELD', fault: 'kept-not-self' } })
    await approve(await aSentAppeal(actor, choose(own)))
    expect(countedRecord(await the(actor, applicationId))?.value.guardians.map((guardian) => guardian.idNumber)).toEqual([actor.idNumber])
  })

  test('R-15 before the household is reached there is nothing to appeal against', async () => {
    const { actor, applicationId } = await aFamily('single-parent')
    const saved = await saveAppeal({ actor, now: MORNING, given: { kind: 'SINGLE_PARENT', input: { applicationId, removed: 'guardian-1', reason: 'DIVORCED', explanation: '' } } })
    expect(saved).toEqual({ ok: false, failure: { code: 'STEP_NOT_REACHED' } })
  })
})

describe('R-18 sending, deciding, amending', () => {
  test('R-18 nothing goes out while a document is missing, and what is there stays', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    await aMaterial(actor, appealId, 'birth-certificate')
    expect(await sendAppeal({ actor, appealId, now: MORNING })).toEqual({ ok: false, failure: { code: 'MATERIALS_MISSING' } })
    expect(await theAppeal(actor, appealId)).toMatchObject({ status: 'draft', round: 0 })
    await everyMaterial(actor, appealId)
    expect(await sendAppeal({ actor, appealId, now: MORNING })).toMatchObject({ ok: true })
  })

  test('R-18 a refused appeal keeps its round, is amended and sent as the next one', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await aSentAppeal(actor, mismatch(applicationId))
    await refuse(appealId, '户口本的监护人页看不清，请重新拍。', later(MORNING, 60_000))
    expect((await the(actor, applicationId)).held).toBeNull()
    expect(await saveAppeal({ actor, now: later(MORNING, 120_000), given: mismatch(applicationId) })).toEqual({ ok: true, value: { appealId } })
    expect(await sendAppeal({ actor, appealId, now: later(MORNING, 120_000) })).toMatchObject({ ok: true })
    await approve(appealId, later(MORNING, 180_000))
    const appeal = await theAppeal(actor, appealId)
    expect(appeal).toMatchObject({ status: 'approved', round: 2 })
    expect(appeal.history.map(({ number, decision }) => [number, decision?.outcome, decision?.reason])).toEqual([
      [2, 'approved', ''],
      [1, 'refused', '户口本的监护人页看不清，请重新拍。'],
    ])
    expect((await listMessages(actor)).map(({ told: { code } }) => code)).toEqual(['appeal-approved', 'appeal-sent', 'appeal-refused', 'appeal-sent'])
  })

  test('R-18 a hundred presses send one round, and ten verdicts at once are one', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    await everyMaterial(actor, appealId)
    await Promise.all(Array.from({ length: 100 }, () => sendAppeal({ actor, appealId, now: MORNING })))
    expect(await db().appealRound.count({ where: { appealId } })).toBe(1)
    const verdicts = await Promise.all(Array.from({ length: 10 }, (_, index) => decide({ appealId, outcome: index % 2 ? 'approved' : 'refused', reason: '看不清', now: MORNING })))
    expect(verdicts.filter((verdict) => verdict.ok)).toHaveLength(1)
    expect(await db().appealDecision.count({ where: { appealId } })).toBe(1)
  })

  test('R-18 two tabs that begin at once make one appeal', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    await Promise.all(Array.from({ length: 5 }, () => saveAppeal({ actor, now: MORNING, given: mismatch(applicationId) })))
    expect(await db().appeal.count({ where: { applicationId } })).toBe(1)
  })

  test('R-18 a refusal needs a reason, and what does not wait is not decided', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    const verdict = (outcome: 'approved' | 'refused', reason: string) => decide({ appealId, outcome, reason, now: MORNING })
    expect(await verdict('approved', '')).toEqual({ ok: false, failure: { code: 'CASE_DECIDED' } })
    await everyMaterial(actor, appealId)
    await sendAppeal({ actor, appealId, now: MORNING })
    expect(await verdict('refused', ' ')).toEqual({ ok: false, failure: { code: 'REASON_MISSING' } })
  })

  test('R-18 what was sent, decided and established can be neither changed nor removed', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    await approve(await aSentAppeal(actor, mismatch(applicationId)))
    for (const table of ['appeal_rounds', 'appeal_decisions', 'establishments']) {
      await expect(db().$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow()
    }
  })

  test('R-18 open at the close, it stays open: decided afterwards, amended after a late refusal, and nothing else can be filled in', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const lastMoment = frozen('2023-08-24 23:59:59.999')
    const closed = frozen('2023-08-25 09:00:00.000')
    const appealId = await aSentAppeal(actor, mismatch(applicationId), lastMoment)
    await refuse(appealId, '请补拍户口本首页', closed)
    expect(await saveAppeal({ actor, now: closed, given: mismatch(applicationId) })).toMatchObject({ ok: true })
    expect(await sendAppeal({ actor, appealId, now: closed })).toMatchObject({ ok: true })
    await approve(appealId, later(closed, 3_600_000))
    expect(await saveStep({ actor, now: closed, step: 'agreement', input: { applicationId, agree: 'yes', version: 'x' } })).toEqual({ ok: false, failure: { code: 'SEASON_CLOSED' } })
    expect((await theAppeal(actor, appealId)).history.at(-1)?.sentAt).toBe(lastMoment.season)
  })

  test('R-18 after the close no appeal begins, and a draft is not sent', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    await everyMaterial(actor, appealId)
    const closed = frozen('2023-08-25 00:00:00.000')
    expect(await sendAppeal({ actor, appealId, now: closed })).toEqual({ ok: false, failure: { code: 'SEASON_CLOSED' } })
    expect(await saveAppeal({ actor, now: closed, given: mismatch(applicationId) })).toEqual({ ok: false, failure: { code: 'SEASON_CLOSED' } })
  })

  test('R-18 discarding the registration takes its open appeals back', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await aSentAppeal(actor, mismatch(applicationId))
    expect(await withdrawApplication({ actor, applicationId, now: MORNING })).toMatchObject({ ok: true })
    expect(await db().appeal.findUnique({ where: { id: appealId }, select: { status: true } })).toEqual({ status: 'withdrawn' })
  })
})

describe('whose appeal it is', () => {
  test('R-18 somebody else’s appeal is not there: not to read, to send or to take back', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    const stranger = await signedIn(family('deed-father'))
    expect(await sendAppeal({ actor: stranger, appealId, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    expect(await withdrawAppeal({ actor: stranger, appealId, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    expect(await saveAppeal({ actor: stranger, now: MORNING, given: mismatch(applicationId) })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
  })
})

describe('R-52 another county', () => {
  const permit = (applicationId: string): AppealAnswers => ({ kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '京庄社区1号', evidence: '居住证' } })

  async function aTenant() {
    const tenant = await aFamily('residence-permit')
    await answer(tenant.actor, tenant.applicationId, 'basis')
    return tenant
  }

  /** As the move leaves a draft; the demonstration has one county with a season. */
  async function moved(applicationId: string) {
    await db().application.update({ where: { id: applicationId }, data: { county: '360121' }, select: { id: true } })
  }

  test('R-42 what one county approved in place of valid materials, no other has', async () => {
    const { actor, applicationId } = await aTenant()
    await approve(await aSentAppeal(actor, permit(applicationId)))
    await moved(applicationId)
    expect(await the(actor, applicationId)).toMatchObject({ established: { materials: null }, appeals: [] })
    expect(await newestAppeal(await the(actor, applicationId), 'NO_VALID_MATERIALS')).toBeNull()
  })

  test('R-18 an appeal that waits is not left behind in the first county', async () => {
    const { actor, applicationId } = await aTenant()
    const appealId = await aSentAppeal(actor, permit(applicationId))
    expect(await changeCounty({ actor, applicationId, county: '360121', now: MORNING })).toEqual({ ok: false, failure: { code: 'APPEAL_WAITING' } })
    await refuse(appealId, '看不清')
    await db().$transaction((transaction) => moveOpenAppeals(transaction, applicationId, { county: '360121', year: 2023 }))
    await moved(applicationId)
    expect((await the(actor, applicationId)).appeals).toMatchObject([{ id: appealId, status: 'refused' }])
  })
})
