import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeCounty } from '@/lib/commands/change-county'
import { claimCase } from '@/lib/commands/claim-case'
import { decideAppeal } from '@/lib/commands/decide-appeal'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import { readCase } from '@/lib/commands/read-case'
import { readMaterialAsStaff } from '@/lib/commands/read-material'
import { reassignCase } from '@/lib/commands/reassign-case'
import { removeMaterial } from '@/lib/commands/remove-material'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { writeNote } from '@/lib/commands/write-note'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { guardianSubject } from '@/lib/domain/appeal-claimants'
import { readCaseFilters } from '@/lib/domain/case-filters'
import { countedRecord } from '@/lib/data/applications'
import { outlookOf } from '@/lib/data/case-outlook'
import { paperNames } from '@/app/console/cases/[caseId]/case-papers'
import { messageWords } from '@/lib/copy/messages'
import { listCases } from '@/lib/data/case-queue'
import { listMessages } from '@/lib/data/messages'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aMaterial, anAppeal, aSentAppeal, everyMaterial, refuse, theAppeal } from '../support/appeals'
import { theCase } from '../support/cases'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, later, MORNING, signedIn, the } from '../support/journey'
import { aReviewer, aStaffMember, giveCase } from '../support/staff'
import { uploaded } from '../support/uploads'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const mother = family('record-wrong-mother').guardian
const mismatch = (applicationId: string): AppealAnswers => ({
  kind: 'GUARDIAN_MISMATCH',
  input: { applicationId, studentName: '谭小舟', relation: 'FATHER', otherName: mother.name, otherIdNumber: mother.idNumber, otherRelation: 'MOTHER', explanation: '登记的母亲是别人' },
})

async function aFamily(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  return { actor, child, applicationId: await aDraft(actor, child.idNumber) }
}

/** A family whose appeal against its record waits, in a reviewer's hand. */
async function aCase() {
  const found = await aFamily('record-wrong-father')
  const appealId = await aSentAppeal(found.actor, mismatch(found.applicationId))
  const reviewer = await aReviewer()
  await giveCase(reviewer, appealId)
  return { ...found, appealId, reviewer, caseId: (await theCase(appealId)).caseId }
}

async function opened(actor: Awaited<ReturnType<typeof aReviewer>>, caseId: string, now = MORNING) {
  const found = await readCase({ actor, caseId, now })
  if (!found) throw new Error('no such case of this county')
  return found
}

describe('R-47 opening a case', () => {
  test('R-47 is written down, and gives whoever has it in hand the whole time again', async () => {
    const { reviewer, caseId, applicationId } = await aCase()
    const { file } = await opened(reviewer, caseId, later(MORNING, 20 * 60_000))
    expect(file).toMatchObject({ open: true, round: 1, claim: { staffId: reviewer.staffId, until: MORNING.real + 50 * 60_000 } })
    expect(await db().auditEvent.count({ where: { type: 'case-opened', actorId: reviewer.staffId, applicationId } })).toBe(1)
  })

  test('R-47 R-52 another county’s case, papers and notes are not there', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    const materialId = await uploaded(actor, appealId)
    await everyMaterial(actor, appealId)
    await sendAppeal({ actor, appealId, now: MORNING })
    const { caseId } = await theCase(appealId)
    const stranger = await aStaffMember('reviewer', { county: '360121' })
    expect(await readCase({ actor: stranger, caseId, now: MORNING })).toBeNull()
    expect(await readMaterialAsStaff({ actor: stranger, materialId, page: 1, size: 'full' })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    expect(await writeNote({ actor: stranger, caseId, text: '看看', now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await db().auditEvent.count({ where: { actorId: stranger.staffId } })).toBe(0)
  })

  test('R-47 who was refused, took it back and began anew comes with what was said before: every round, of the appeal before too', async () => {
    const { actor, applicationId, appealId, reviewer } = await aCase()
    await refuse(appealId, '户口本缺一页')
    await withdrawAppeal({ actor, appealId, now: later(MORNING, 1000) })
    const anew = await aSentAppeal(actor, mismatch(applicationId), later(MORNING, 2000))
    const { file } = await opened(reviewer, (await theCase(anew)).caseId)
    expect(file.rounds).toMatchObject([{ appealId: anew, number: 1, decision: null }])
    expect(file.others).toMatchObject([{ appealId, number: 1, decision: { outcome: 'refused', reason: '户口本缺一页' } }])
    expect(file.others[0]?.files.length).toBeGreaterThan(0)
  })

  test('R-47 the papers of a round stay readable after the family has taken them out, and each reading is written down', async () => {
    const { actor, applicationId } = await aFamily('record-wrong-father')
    const appealId = await anAppeal(actor, mismatch(applicationId))
    const materialId = await uploaded(actor, appealId)
    const reviewer = await aReviewer()
    const read = () => readMaterialAsStaff({ actor: reviewer, materialId, page: 1, size: 'thumb' })
    expect(await read()).toMatchObject({ ok: false })
    await everyMaterial(actor, appealId)
    await sendAppeal({ actor, appealId, now: MORNING })
    await refuse(appealId, '看不清')
    await removeMaterial({ actor, materialId, now: MORNING })
    expect(await read()).toMatchObject({ ok: true })
    expect(await db().auditEvent.count({ where: { type: 'material-read', actorKind: 'staff', actorId: reviewer.staffId, applicationId } })).toBe(1)
    const { file } = await opened(reviewer, (await theCase(appealId)).caseId)
    expect(file.rounds[0]?.files.map((one) => one.id)).toContain(materialId)
  })

  test('R-47 every round with when, by whom and why; the case of the newer round is named', async () => {
    const { actor, applicationId, appealId, caseId, reviewer } = await aCase()
    await decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'refused', reason: '', reasonCode: 'blurred', now: later(MORNING, 60_000) })
    await everyMaterial(actor, appealId)
    await sendAppeal({ actor, appealId, now: later(MORNING, 120_000) })
    const { file } = await opened(reviewer, caseId)
    expect(file.rounds.map(({ number, sentAt, decision }) => [number, sentAt - MORNING.season, decision?.by, decision?.reasonCode])).toEqual([[2, 120_000, undefined, undefined], [1, 0, reviewer.name, 'blurred']])
    expect(file.rounds[1]?.decision?.reason).toMatch(/^照片看不清/)
    expect(file).toMatchObject({ open: false, newerCaseId: (await theCase(appealId)).caseId })
    expect((await theAppeal(actor, appealId)).history).toHaveLength(2)
    expect(applicationId).toBe(file.application.id)
  })
})

describe('R-47 what approval would come to', () => {
  async function outlook(walk: string, given: (applicationId: string, other: string) => AppealAnswers, before: 'record' | 'basis') {
    const { actor, applicationId } = await aFamily(walk)
    await answer(actor, applicationId, before)
    const guardians = countedRecord(await the(actor, applicationId))?.value.guardians ?? []
    const appealId = await aSentAppeal(actor, given(applicationId, guardianSubject(guardians.findIndex((guardian) => guardian.idNumber !== actor.idNumber))))
    const { file } = await opened(await aReviewer(), (await theCase(appealId)).caseId)
    if (file.is !== 'appeal') throw new Error('no appeal')
    return outlookOf({ ...file, claim: file.appeal.claim, at: MORNING.season })
  }

  test('R-11 the family cannot go on; approved, it is what its own pages say afterwards', async () => {
    const { now, approved } = await outlook('record-wrong-father', mismatch, 'basis')
    expect(now).toEqual({ code: 'stopped' })
    expect(approved).toMatchObject({ code: 'open', places: [{ basis: 'TITLE_DEED', category: expect.stringMatching(/^第一类/), schools: [{ name: '逸夫小学' }], refusals: [] }, { basis: 'HOUSEHOLD_REGISTRATION' }] })
  })

  test('R-12 before any register was asked nothing is foretold', async () => {
    const { approved } = await outlook('record-wrong-father', mismatch, 'record')
    expect(approved).toEqual({ code: 'open', places: [] })
  })

  test('R-15 with one guardian less the rules are asked as the record would be', async () => {
    const { now, approved } = await outlook('single-parent', (applicationId, other) => ({ kind: 'SINGLE_PARENT', input: { applicationId, removed: other, reason: 'DIVORCED', explanation: '' } }), 'basis')
    expect(now).toMatchObject({ code: 'open' })
    expect(approved).toMatchObject({ code: 'open', places: expect.arrayContaining([expect.objectContaining({ schools: [{ name: '龙津小学' }] })]) })
  })

  test('R-42 without valid materials: closed until approved, then by the address', async () => {
    const { now, approved } = await outlook('residence-permit', (applicationId) => ({ kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '京庄社区1号', evidence: '居住证' } }), 'basis')
    expect(now).toEqual({ code: 'stopped' })
    expect(approved).toMatchObject({ code: 'open', places: [{ basis: 'NO_VALID_MATERIALS', category: expect.stringMatching(/^第八类/) }] })
  })
})

describe('R-47 other applications beside it', () => {
  test('R-47 the other parent’s registration of the same child, and that it was shown', async () => {
    const father = await aServedConfirmation('separated-father')
    const { actor, applicationId } = await aFamily('separated-mother')
    const appealId = await aSentAppeal(actor, {
      kind: 'GUARDIAN_MISMATCH',
      input: { applicationId, studentName: '宁小川', relation: 'MOTHER', otherName: '', otherIdNumber: '', otherRelation: '', explanation: '父亲已不是监护人' },
    })
    const { related } = await opened(await aReviewer(), (await theCase(appealId)).caseId)
    expect(related.here).toMatchObject([{ id: father.applicationId, because: ['student', 'guardian'], detail: { guardian: father.actor.name } }])
    expect(await db().auditEvent.count({ where: { type: 'application-opened', applicationId: father.applicationId } })).toBe(1)
  })

  test('R-47 of many the closest stand first, and how many more there are is said', async () => {
    const walks = ['deed-mother', 'deed-father', 'residence-permit', 'business', 'employment', 'blended-family', 'single-parent', 'separated-mother', 'no-property']
    const others = []
    for (const walk of walks) others.push((await aFamily(walk)).applicationId)
    const { applicationId, caseId, reviewer } = await aCase()
    const { homeIndex } = await db().listing.findUniqueOrThrow({ where: { applicationId }, select: { homeIndex: true } })
    const home = homeIndex ?? Buffer.alloc(32, 1)
    await db().listing.updateMany({ where: { applicationId: { in: [applicationId, ...others] } }, data: { homeIndex: home } })
    const claimed = await aFamily('record-wrong-mother')
    const { related } = await opened(reviewer, caseId)
    expect(related.here[0]).toMatchObject({ id: claimed.applicationId, because: ['student', 'guardian'] })
    expect(related.here.slice(1).map(({ because }) => because)).toEqual(Array.from({ length: 7 }, () => ['home']))
    expect(related.more).toBe(others.length - 7)
  })

  test('R-52 of another county’s it is only told that there is one', async () => {
    const father = await aServedConfirmation('separated-father')
    await db().application.update({ where: { id: father.applicationId }, data: { county: '360121' }, select: { id: true } })
    const { actor, applicationId } = await aFamily('separated-mother')
    await answer(actor, applicationId, 'household')
    const appealId = await aSentAppeal(actor, { kind: 'GUARDIAN_MISMATCH', input: { applicationId, studentName: '宁小川', relation: 'MOTHER', otherName: '', otherIdNumber: '', otherRelation: '', explanation: '父亲已不是监护人' } })
    const { related } = await opened(await aReviewer(), (await theCase(appealId)).caseId)
    expect(related).toMatchObject({ here: [], elsewhere: true })
  })

  test('R-47 whom only the claim names touches that person’s own registrations', async () => {
    const claimed = await aFamily('record-wrong-mother')
    const { caseId, reviewer } = await aCase()
    const { related } = await opened(reviewer, caseId)
    expect(related.here).toMatchObject([{ id: claimed.applicationId, because: ['student', 'guardian'] }])
  })
})

describe('R-47 one document more', () => {
  test('R-47 is a bundle of its own, asked for by name; what was in order stays, and the next round is for that one alone', async () => {
    const { actor, appealId, reviewer, caseId } = await aCase()
    const { file } = await opened(reviewer, caseId)
    const checked = file.rounds[0]?.materialIds.slice(0, 3) ?? []
    expect(await decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'refused', reason: '', wanted: '出生医学证明副页', checked, now: MORNING })).toMatchObject({ ok: true })
    expect((await theAppeal(actor, appealId)).history[0]?.decision).toMatchObject({ reason: '请补一份：出生医学证明副页', wanted: { document: 'wanted-1', label: '出生医学证明副页' } })
    expect(await sendAppeal({ actor, appealId, now: MORNING })).toEqual({ ok: false, failure: { code: 'MATERIALS_MISSING' } })
    const brought = await aMaterial(actor, appealId, 'wanted-1')
    expect(await sendAppeal({ actor, appealId, now: MORNING })).toMatchObject({ ok: true })
    const next = await opened(reviewer, (await theCase(appealId)).caseId)
    expect(next.file.rounds[0]?.requirements[0]).toMatchObject({ document: 'wanted-1', label: '出生医学证明副页' })
    expect(next.file.rounds[0]?.materialIds).toContain(brought)
    // It may bear the name of what was there before: beside its tick it is told apart.
    expect(paperNames(next.file).get(brought)).toBe('出生医学证明副页（补交）')
    const { told } = (await listMessages(actor)).find((one) => one.told.code === 'appeal-refused') ?? {}
    expect(told && messageWords(told)).toMatchObject({ title: '请补一份材料', text: expect.stringMatching(/请补一份：出生医学证明副页。其他材料不用重传/) })
    expect(next.file.rounds[1]?.decision?.checked).toEqual(checked)
  })

  test('R-47 an approval keeps neither a reason’s code nor a document that was begun to be asked for', async () => {
    const { actor, appealId, reviewer } = await aCase()
    await decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'approved', reason: '', reasonCode: 'blurred', wanted: '户口本', now: MORNING })
    expect((await theAppeal(actor, appealId)).history[0]?.decision).toMatchObject({ outcome: 'approved', reason: '', reasonCode: null, wanted: null })
  })
})

describe('R-47 a case that changed meanwhile', () => {
  test('R-47 taken back by the family, it is not decided', async () => {
    const { actor, appealId, reviewer, caseId } = await aCase()
    await withdrawAppeal({ actor, appealId, now: MORNING })
    expect(await decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'approved', reason: '', now: MORNING })).toEqual({ ok: false, failure: { code: 'CASE_DECIDED' } })
    expect((await opened(reviewer, caseId)).file).toMatchObject({ open: false, claim: null })
  })

  test('R-47 in another hand, or in nobody’s, it is not decided; taken in hand again it is', async () => {
    const { appealId, reviewer, caseId } = await aCase()
    const other = await aStaffMember('reviewer')
    const press = (now = MORNING) => decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'approved', reason: '', now })
    await reassignCase({ actor: await aStaffMember('admin'), caseId, to: other.staffId, now: MORNING })
    expect(await press()).toEqual({ ok: false, failure: { code: 'CASE_NOT_YOURS' } })
    const afterwards = later(MORNING, 31 * 60_000)
    expect(await press(afterwards)).toEqual({ ok: false, failure: { code: 'CASE_NOT_YOURS' } })
    await claimCase({ actor: reviewer, caseId, now: afterwards })
    expect(await press(afterwards)).toMatchObject({ ok: true })
  })
})

test('R-47 notes are read by colleagues, with who and when, and by nobody in the clear', async () => {
  const { reviewer, caseId } = await aCase()
  const colleague = await aStaffMember('reviewer', { name: '刘建波' })
  await writeNote({ actor: reviewer, caseId, text: '已电话联系父亲', now: MORNING })
  await writeNote({ actor: colleague, caseId, text: '派出所回函下午到', now: later(MORNING, 60_000) })
  const { notes } = await opened(reviewer, caseId)
  expect(notes.map(({ by, at, text }) => [by, at - MORNING.season, text])).toEqual([[reviewer.name, 0, '已电话联系父亲'], ['刘建波', 60_000, '派出所回函下午到']])
  expect(JSON.stringify(await db().caseNote.findMany())).not.toContain('派出所')
})

test('R-52 what officers wrote of a family stays in their county once it has moved, and they have no more of it', async () => {
  const { actor, applicationId, appealId, reviewer, caseId } = await aCase()
  await writeNote({ actor: reviewer, caseId, text: '已电话联系父亲', now: MORNING })
  await refuse(appealId, '看不清')
  expect(await changeCounty({ actor, applicationId, county: '360124', now: MORNING })).toEqual({ ok: true, value: null })
  const stranger = await aStaffMember('reviewer', { county: '360124' })
  expect((await openApplicationFile({ actor: stranger, applicationId, now: MORNING }))?.notes).toEqual([])
  expect(await readCase({ actor: reviewer, caseId, now: MORNING })).toBeNull()
  expect(await writeNote({ actor: reviewer, caseId, text: '还没有完', now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  expect((await listCases({ actor: reviewer, filters: readCaseFilters({ status: 'closed' }, 'admin'), years: [2023], now: MORNING })).lines).toEqual([])
})
