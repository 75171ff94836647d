import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { objectionUntil } from '@/lib/domain/admission'
import type { StaffActor } from '@/lib/domain/actor'
import { readCaseFilters } from '@/lib/domain/case-filters'
import { claimCase } from '@/lib/commands/claim-case'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { decideByHand } from '@/lib/commands/decide-by-hand'
import { proposeAnswer } from '@/lib/commands/propose-answer'
import { proposeOverride } from '@/lib/commands/propose-override'
import { readCase } from '@/lib/commands/read-case'
import { reassignCase } from '@/lib/commands/reassign-case'
import { releaseCase } from '@/lib/commands/release-case'
import { sendObjection } from '@/lib/commands/send-objection'
import { withdrawObjection } from '@/lib/commands/withdraw-objection'
import { findResult } from '@/lib/data/admission-results'
import { findAnnouncement } from '@/lib/data/announcements'
import { listCases } from '@/lib/data/case-queue'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { EVERYTHING } from '../support/cases'
import { shanghai } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { later, signedIn } from '../support/journey'
import { AFTERWARDS, aRun, aTold } from '../support/objections'
import { aStaffMember } from '../support/staff'

const TEXT = '房产在文峰路，应当属于龙津小学的学区。'
let reviewer: StaffActor
let admin: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  reviewer = await aStaffMember('reviewer', { name: '周审核' })
  admin = await aStaffMember('admin', { name: '孟主任' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

type Told = Awaited<ReturnType<typeof aTold>>

async function aTeller(): Promise<Told> {
  return aTold('deed-father', { runId: await aRun({ loads: [{ school: 'LJ', admitted: 200, coordinated: 0, held: 0 }] }) })
}

function send({ actor, applicationId, result }: Told, more: Partial<Parameters<typeof sendObjection>[0]> = {}) {
  return sendObjection({ actor, applicationId, resultId: result.id, complaint: 'wrong-catchment', text: TEXT, now: AFTERWARDS, ...more })
}

async function caseOf({ applicationId }: Told) {
  return db().reviewCase.findFirstOrThrow({ where: { applicationId, kind: 'OBJECTION' }, omit: { tookMs: true }, orderBy: { id: 'desc' } })
}

/** A family that has objected, and a reviewer who has the case in hand. */
async function objected() {
  const told = await aTeller()
  expect(await send(told)).toMatchObject({ ok: true })
  const { id: caseId } = await caseOf(told)
  expect(await claimCase({ actor: reviewer, caseId, now: AFTERWARDS })).toMatchObject({ ok: true })
  return { ...told, caseId }
}

type Objected = Awaited<ReturnType<typeof objected>>

function answer({ caseId, result }: Objected, more: Partial<Parameters<typeof proposeAnswer>[0]> = {}) {
  return proposeAnswer({ actor: reviewer, caseId, resultId: result.id, schoolCode: 'LJ', overCapacity: false, reason: '门牌核对过，应当在龙津小学', now: AFTERWARDS, ...more })
}

async function decide({ applicationId }: Told, more: Partial<Parameters<typeof decideByHand>[0]> = {}) {
  const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { applicationId, kind: 'answer-objection', status: 'waiting' }, select: { id: true } })
  return decideByHand({ actor: admin, proposalId, outcome: 'approved', note: '', now: later(AFTERWARDS, 60_000), ...more })
}

const codes = async ({ actor }: Told) => (await listMessages(actor)).map(({ told }) => told.code)

describe('R-50 a family objects to its result', () => {
  test('R-50 it becomes a case in the queue, with its day, and pressed twice it is sent once', async () => {
    const told = await aTeller()
    const sent = await Promise.all([send(told), send(told)])
    expect(sent).toEqual([{ ok: true, value: { applicationId: told.applicationId } }, { ok: true, value: { applicationId: told.applicationId } }])
    expect(await db().objection.count()).toBe(1)
    expect(await caseOf(told)).toMatchObject({ county: '360123', kind: 'OBJECTION', ground: 'wrong-catchment', status: 'open', dueAt: new Date(shanghai('2023-08-31 17:30:00.000')) })
    const filters = { ...readCaseFilters({ kind: 'OBJECTION' }, 'reviewer') }
    const { lines } = await listCases({ actor: reviewer, filters, years: [2023], now: AFTERWARDS })
    expect(lines).toMatchObject([{ kind: 'OBJECTION', ground: 'wrong-catchment', child: told.child, standing: 'free' }])
    expect((await codes(told))[0]).toBe('objection-sent')
    expect(await findAnnouncement(told.actor, told.applicationId)).toMatchObject({ objection: { status: 'waiting', text: TEXT } })
    const stored = await db().objection.findFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain('文峰路')
  })

  test('R-50 within the season’s days, and not a moment after', async () => {
    const told = await aTeller()
    const until = objectionUntil(told.result, { announcement: { objectionDays: 7 } })
    expect(await send(told, { now: { real: until, season: until } })).toEqual({ ok: false, failure: { code: 'OBJECTION_LATE' } })
    expect(await send(told, { now: { real: until - 1, season: until - 1 } })).toMatchObject({ ok: true })
  })

  test('R-50 only by the guardian whose registration it is, and only to the result that it has read', async () => {
    const told = await aTeller()
    const stranger = await signedIn({ guardian: family('twin-first').guardian })
    expect(await send(told, { actor: stranger })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    await proposeOverride({ actor: reviewer, applicationId: told.applicationId, runId: told.result.runId, resultId: told.result.id, schoolCode: 'LJ', overCapacity: false, reason: '学区核对有误', now: AFTERWARDS })
    const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { applicationId: told.applicationId, status: 'waiting' } })
    expect(await decideByHand({ actor: admin, proposalId, outcome: 'approved', note: '', now: AFTERWARDS })).toMatchObject({ ok: true })
    expect(await send(told)).toEqual({ ok: false, failure: { code: 'RESULT_CHANGED' } })
  })

  test('R-50 taken back, nobody answers it any more: the case is closed and the answer that waited is withdrawn', async () => {
    const one = await objected()
    await answer(one)
    const { id: objectionId } = await db().objection.findFirstOrThrow()
    const stranger = await signedIn({ guardian: family('twin-first').guardian })
    const asked = { actor: one.actor, applicationId: one.applicationId, objectionId, now: AFTERWARDS }
    expect(await withdrawObjection({ ...asked, actor: stranger })).toMatchObject({ failure: { code: 'NOT_YOURS' } })
    expect(await withdrawObjection(asked)).toMatchObject({ ok: true })
    expect(await caseOf(one)).toMatchObject({ status: 'closed', outcome: null })
    expect(await db().proposal.findFirst({ where: { kind: 'answer-objection' } })).toMatchObject({ status: 'withdrawn' })
    expect(await send(one)).toMatchObject({ ok: true })
    expect(await db().objection.count()).toBe(2)
  })
})

describe('R-50 two officers answer', () => {
  test('R-50 another school: the family’s next result and the answer with its reason, and the case is closed', async () => {
    const one = await objected()
    expect(await answer(one)).toMatchObject({ ok: true })
    expect(await findResult(db(), one.applicationId)).toMatchObject({ number: 1 })
    expect(await decide(one)).toMatchObject({ ok: true })
    expect(await findResult(db(), one.applicationId)).toMatchObject({ number: 2, outcome: 'by-hand', because: 'DECIDED_BY_HAND', schoolCode: 'LJ' })
    expect(await db().objection.findFirst()).toMatchObject({ status: 'answered' })
    expect(await caseOf(one)).toMatchObject({ status: 'closed', outcome: 'changed' })
    const [message] = await listMessages(one.actor)
    expect(message?.told).toEqual({ code: 'objection-changed', content: { child: one.child, school: '龙津小学', reason: '门牌核对过，应当在龙津小学' } })
    const types = (await db().auditEvent.findMany({ where: { applicationId: one.applicationId, type: { contains: 'objection' } }, orderBy: { id: 'asc' } })).map(({ type, actorId }) => [type, actorId])
    expect(types).toEqual([['objection-sent', one.actor.guardianId], ['objection-proposed', reviewer.staffId], ['objection-answered', admin.staffId]])
  })

  test('R-50 the result holds: the family is told why, and nothing else changes', async () => {
    const one = await objected()
    expect(await answer(one, { schoolCode: null, reason: ' ' })).toMatchObject({ failure: { code: 'ANSWER_REASON_MISSING' } })
    expect(await answer(one, { schoolCode: null, reason: '学区表 3 行，核对无误' })).toMatchObject({ ok: true })
    expect(await decide(one)).toMatchObject({ ok: true })
    expect(await db().admissionResult.count()).toBe(1)
    expect(await db().allocationOverride.count()).toBe(0)
    expect((await codes(one))[0]).toBe('objection-kept')
    const { lines } = await listCases({ actor: admin, filters: readCaseFilters({ status: 'closed', kind: 'OBJECTION' }, 'admin'), years: [2023], now: AFTERWARDS })
    expect(lines).toMatchObject([{ standing: 'kept' }])
  })

  test('R-50 while it lies before the second officer nobody is given the case; refused, it is in the reviewer’s hand again', async () => {
    const one = await objected()
    await answer(one)
    const much = later(AFTERWARDS, 60 * 60_000)
    expect(await answer(one)).toMatchObject({ failure: { code: 'CASE_PROPOSED' } })
    expect(await claimNextCase({ actor: reviewer, narrowing: { ...EVERYTHING, kind: 'OBJECTION' }, now: much })).toMatchObject({ ok: false })
    expect(await claimCase({ actor: await aStaffMember('reviewer'), caseId: one.caseId, now: much })).toMatchObject({ failure: { code: 'CASE_PROPOSED' } })
    const { lines } = await listCases({ actor: admin, filters: readCaseFilters({ kind: 'OBJECTION' }, 'admin'), years: [2023], now: much })
    expect(lines).toMatchObject([{ standing: 'proposed' }])
    expect(await decide(one, { outcome: 'refused', note: '门牌再核对一次', now: much })).toMatchObject({ ok: true })
    expect(await caseOf(one)).toMatchObject({ status: 'open', answerId: null, claimedById: reviewer.staffId })
    const opened = await readCase({ actor: reviewer, caseId: one.caseId, now: much })
    expect(opened?.file.is === 'objection' && opened.file.contested.refused).toMatchObject([{ by: '周审核', refused: { by: '孟主任', note: '门牌再核对一次' } }])
    expect(await answer(one, { now: much })).toMatchObject({ ok: true })
  })

  test('R-50 the same officer is refused, by the database too; of two who decide at once one does', async () => {
    const one = await objected()
    await answer(one)
    const { id } = await db().proposal.findFirstOrThrow({ where: { kind: 'answer-objection' } })
    const decideAs = (actor: StaffActor) => decideByHand({ actor, proposalId: id, outcome: 'approved', note: '', now: AFTERWARDS })
    expect(await decideAs({ ...admin, staffId: reviewer.staffId })).toMatchObject({ failure: { code: 'SAME_OFFICER' } })
    await expect(db().proposal.update({ where: { id }, data: { status: 'approved', decidedById: reviewer.staffId, decidedAt: new Date() } })).rejects.toThrow()
    const decided = await Promise.all([decideAs(admin), decideAs(await aStaffMember('admin'))])
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().admissionResult.count()).toBe(2)
  })

  test('R-50 a family that takes it back while somebody approves: one of the two is first, and the other is told', async () => {
    const one = await objected()
    await answer(one)
    const { id: objectionId } = await db().objection.findFirstOrThrow()
    const [decided, withdrawn] = await Promise.all([decide(one), withdrawObjection({ actor: one.actor, applicationId: one.applicationId, objectionId, now: AFTERWARDS })])
    expect([decided.ok, withdrawn.ok].toSorted()).toEqual([false, true])
    expect(await db().admissionResult.count()).toBe(decided.ok ? 2 : 1)
  })

  test('R-50 a result that changed meanwhile is said, and not written over', async () => {
    const one = await objected()
    const other = { runId: one.result.runId, resultId: one.result.id, applicationId: one.applicationId, overCapacity: false, reason: '学区核对有误', now: AFTERWARDS }
    await proposeOverride({ actor: admin, schoolCode: 'SX', ...other })
    expect(await answer(one)).toMatchObject({ failure: { code: 'BY_HAND_WAITING' } })
    const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { kind: 'override-allocation' } })
    await decideByHand({ actor: await aStaffMember('admin'), proposalId, outcome: 'approved', note: '', now: AFTERWARDS })
    expect(await answer(one)).toMatchObject({ failure: { code: 'RESULT_CHANGED' } })
    const opened = await readCase({ actor: reviewer, caseId: one.caseId, now: AFTERWARDS })
    const current = opened?.file.is === 'objection' ? opened.file.contested.current : null
    expect(current).toMatchObject({ number: 2, schoolCode: 'SX' })
    expect(await answer(one, { resultId: current?.id, schoolCode: null, reason: '已经改到安义三小' })).toMatchObject({ ok: true })
    expect(await decide(one)).toMatchObject({ ok: true })
  })

  test('R-50 over the capacity only when that is said', async () => {
    const told = await aTold('deed-father', { runId: await aRun({ loads: [{ school: 'LJ', admitted: 270, coordinated: 0, held: 0 }] }) })
    await send(told)
    const { id: caseId } = await caseOf(told)
    await claimCase({ actor: reviewer, caseId, now: AFTERWARDS })
    const one = { ...told, caseId }
    expect(await answer(one)).toEqual({ ok: false, failure: { code: 'SCHOOL_FULL', field: 'overCapacity' } })
    expect(await answer(one, { overCapacity: true })).toMatchObject({ ok: true })
    expect(await decide(one)).toMatchObject({ ok: true })
  })

  test('R-52 another county’s officers neither find nor answer it; the queue’s other deeds work as for any case', async () => {
    const one = await objected()
    const stranger = await aStaffMember('reviewer', { county: '360124' })
    expect(await readCase({ actor: stranger, caseId: one.caseId, now: AFTERWARDS })).toBeNull()
    expect(await answer(one, { actor: stranger })).toMatchObject({ failure: { code: 'NOT_FOUND' } })
    await answer(one)
    expect(await decide(one, { actor: await aStaffMember('admin', { county: '360124' }) })).toMatchObject({ failure: { code: 'NOT_FOUND' } })
    await decide(one, { outcome: 'refused', note: '再看' })
    expect(await releaseCase({ actor: reviewer, caseId: one.caseId, now: AFTERWARDS })).toMatchObject({ ok: true })
    const colleague = await aStaffMember('reviewer')
    expect(await reassignCase({ actor: admin, caseId: one.caseId, to: colleague.staffId, now: AFTERWARDS })).toMatchObject({ ok: true })
    expect(await answer(one)).toMatchObject({ failure: { code: 'CASE_NOT_YOURS' } })
  })

  test('R-50 the siblings and their schools stand beside it', async () => {
    const runId = await aRun()
    const [first] = [await aTold('twin-first', { runId, schoolCode: 'SX' }), await aTold('twin-second', { runId, schoolCode: 'YF' })]
    await send(first, { complaint: 'siblings-apart' })
    const opened = await readCase({ actor: reviewer, caseId: (await caseOf(first)).id, now: AFTERWARDS })
    expect(opened?.siblings).toMatchObject([{ child: '成小林', schoolCode: 'YF', given: false }])
  })
})
