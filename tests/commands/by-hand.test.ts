import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import { decideByHand } from '@/lib/commands/decide-by-hand'
import { proposeOverride } from '@/lib/commands/propose-override'
import { findResult } from '@/lib/data/admission-results'
import { findAnnouncement } from '@/lib/data/announcements'
import { countByHand, findOverrides } from '@/lib/data/allocation-overrides'
import { findRun, listSeats } from '@/lib/data/by-hand'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { later } from '../support/journey'
import { AFTERWARDS, anAllocated, aRun, aTold } from '../support/objections'
import { aStaffMember } from '../support/staff'

let reviewer: StaffActor
let admin: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  reviewer = await aStaffMember('reviewer', { name: '周审核' })
  admin = await aStaffMember('admin', { name: '孟主任' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

type Asked = Partial<Parameters<typeof proposeOverride>[0]> & { applicationId: string; runId: string }

function propose(asked: Asked) {
  return proposeOverride({ actor: reviewer, resultId: null, schoolCode: 'LJ', overCapacity: false, reason: '哥哥在龙津小学', now: AFTERWARDS, ...asked })
}

async function waiting(applicationId: string): Promise<string> {
  return (await db().proposal.findFirstOrThrow({ where: { applicationId, status: 'waiting' }, select: { id: true } })).id
}

async function approve(applicationId: string, actor = admin) {
  return decideByHand({ actor, proposalId: await waiting(applicationId), outcome: 'approved', note: '', now: later(AFTERWARDS, 60_000) })
}

/** Everything that a run is. */
async function runAsItIs(runId: string): Promise<string> {
  const [run, decisions] = await Promise.all([db().allocationRun.findUniqueOrThrow({ where: { id: runId } }), db().allocationDecision.findMany({ where: { runId }, orderBy: { applicationId: 'asc' } })])
  return JSON.stringify({ run, decisions })
}

const FULL = [{ school: 'LJ', admitted: 269, coordinated: 1, held: 0 }]

describe('R-50 a school by hand, beside the run', () => {
  test('R-50 two officers give it; the run stays byte for byte as it was, and the family’s next result says so', async () => {
    const runId = await aRun({ loads: [{ school: 'LJ', admitted: 200, coordinated: 0, held: 1 }, { school: 'YF', admitted: 300, coordinated: 0, held: 0 }] })
    const { applicationId, actor, result, child } = await aTold('deed-father', { runId })
    const before = await runAsItIs(runId)
    expect(await propose({ applicationId, runId, resultId: result.id })).toMatchObject({ ok: true })
    expect(await findResult(db(), applicationId)).toMatchObject({ number: 1, schoolCode: 'YF' })
    expect(await approve(applicationId)).toEqual({ ok: true, value: { outcome: 'approved' } })
    expect(await runAsItIs(runId)).toBe(before)
    expect(await findOverrides(db(), runId)).toEqual(new Map([[applicationId, 'LJ']]))
    const next = await findResult(db(), applicationId)
    expect(next).toMatchObject({ number: 2, schoolCode: 'LJ', outcome: 'by-hand', because: 'DECIDED_BY_HAND', runId })
    expect(next?.admissionNumber).not.toBe(result.admissionNumber)
    const [told] = await listMessages(actor)
    expect(told?.told).toEqual({ code: 'school-decided', content: { child, school: '龙津小学', reason: '哥哥在龙津小学' } })
    expect(await db().delivery.count({ where: { messageId: told?.id } })).toBe(1)
    expect((await findAnnouncement(actor, applicationId))?.reason).toBe('哥哥在龙津小学')
    const events = await db().auditEvent.findMany({ where: { applicationId, type: { startsWith: 'override-' } }, select: { type: true, actorId: true }, orderBy: { id: 'asc' } })
    expect(events).toEqual([{ type: 'override-proposed', actorId: reviewer.staffId }, { type: 'override-approved', actorId: admin.staffId }])
    const run = await findRun(db(), admin, runId)
    expect(run && (await listSeats(db(), run)).slice(0, 2)).toMatchObject([{ code: 'LJ', taken: 201, held: 1 }, { code: 'YF', taken: 299 }])
  })

  test('R-50 before the publication nobody outside is told, and the newest decision of a child is the one that counts', async () => {
    const runId = await aRun({ published: false })
    const { applicationId, actor } = await anAllocated('deed-father', { runId, outcome: 'by-hand', because: 'NO_SCHOOL', schoolCode: null })
    for (const schoolCode of ['LJ', 'SX']) {
      await propose({ applicationId, runId, schoolCode })
      expect(await approve(applicationId)).toMatchObject({ ok: true })
    }
    expect((await findOverrides(db(), runId)).get(applicationId)).toBe('SX')
    const again = await aRun({ published: false, number: 2 })
    expect(await countByHand(db(), { id: runId, county: '360123', year: 2023 })).toEqual({ here: 1, elsewhere: 0 })
    expect(await countByHand(db(), { id: again, county: '360123', year: 2023 })).toEqual({ here: 0, elsewhere: 1 })
    expect(await findResult(db(), applicationId)).toBeNull()
    expect((await listMessages(actor)).map(({ told }) => told.code)).toEqual(['application-submitted'])
  })

  test('R-50 whoever proposed it does not approve it, and it is decided once', async () => {
    const runId = await aRun()
    const { applicationId, result } = await aTold('deed-father', { runId })
    await propose({ actor: admin, applicationId, runId, resultId: result.id })
    expect(await approve(applicationId)).toMatchObject({ ok: false, failure: { code: 'SAME_OFFICER' } })
    const others = await Promise.all([aStaffMember('admin'), aStaffMember('admin')])
    const proposalId = await waiting(applicationId)
    const decided = await Promise.all(others.map((actor) => decideByHand({ actor, proposalId, outcome: 'approved', note: '', now: AFTERWARDS })))
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decided.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await db().admissionResult.count({ where: { applicationId } })).toBe(2)
  })

  test('R-50 a refusal needs a reason for the colleague, and changes nothing', async () => {
    const runId = await aRun()
    const { applicationId, result } = await aTold('deed-father', { runId })
    await propose({ applicationId, runId, resultId: result.id })
    const proposalId = await waiting(applicationId)
    expect(await decideByHand({ actor: admin, proposalId, outcome: 'refused', note: ' ', now: AFTERWARDS })).toMatchObject({ failure: { code: 'REFUSAL_NOTE_MISSING' } })
    expect(await decideByHand({ actor: admin, proposalId, outcome: 'refused', note: '理由不足', now: AFTERWARDS })).toMatchObject({ ok: true })
    expect((await findOverrides(db(), runId)).size).toBe(0)
    expect(await findResult(db(), applicationId)).toMatchObject({ number: 1 })
  })

  test('R-50 beyond the capacity only when that is said, and the last seat is given once', async () => {
    const runId = await aRun({ loads: [{ school: 'LJ', admitted: 269, coordinated: 0, held: 0 }] })
    const [one, other] = [await aTold('deed-father', { runId }), await aTold('twin-first', { runId, schoolCode: 'SX' })]
    for (const { applicationId, result } of [one, other]) expect(await propose({ applicationId, runId, resultId: result.id })).toMatchObject({ ok: true })
    const decided = await Promise.all([one, other].map(({ applicationId }) => approve(applicationId)))
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decided.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'SCHOOL_FULL' } })
  })

  test('R-50 a full school is confirmed by the one who proposes it, which the second officer reads', async () => {
    const runId = await aRun({ loads: FULL })
    const { applicationId, result } = await aTold('deed-father', { runId })
    const asked = { applicationId, runId, resultId: result.id }
    expect(await propose(asked)).toEqual({ ok: false, failure: { code: 'SCHOOL_FULL', field: 'overCapacity' } })
    expect(await propose({ ...asked, overCapacity: true })).toMatchObject({ ok: true })
    expect(await propose({ ...asked, overCapacity: true })).toMatchObject({ failure: { code: 'BY_HAND_WAITING' } })
    expect(await approve(applicationId)).toMatchObject({ ok: true })
  })

  test('R-50 the seat that is held for siblings is theirs, and nobody else’s', async () => {
    const runId = await aRun({ published: false, loads: [{ school: 'SX', admitted: 269, coordinated: 0, held: 1 }] })
    const pair = { runId, outcome: 'by-hand', because: 'SIBLINGS_DO_NOT_FIT', schoolCode: null, heldCode: 'SX' } as const
    const [first, second] = [await anAllocated('twin-first', pair), await anAllocated('twin-second', pair)]
    const stranger = await anAllocated('deed-father', { runId })
    expect(await propose({ applicationId: stranger.applicationId, runId, schoolCode: 'SX' })).toMatchObject({ failure: { code: 'SCHOOL_FULL' } })
    await propose({ applicationId: first.applicationId, runId, schoolCode: 'SX' })
    expect(await approve(first.applicationId)).toMatchObject({ ok: true })
    const run = await findRun(db(), admin, runId)
    expect(run && (await listSeats(db(), run)).find(({ code }) => code === 'SX')).toMatchObject({ capacity: 270, taken: 270, held: 0 })
    expect(await propose({ applicationId: second.applicationId, runId, schoolCode: 'SX' })).toMatchObject({ failure: { code: 'SCHOOL_FULL' } })
  })

  test('R-50 what was judged on a result that was replaced, or beside a run that another one replaced, is not carried out', async () => {
    const trial = await aRun({ published: false })
    const { applicationId } = await anAllocated('deed-father', { runId: trial })
    await propose({ applicationId, runId: trial })
    const runId = await aRun({ number: 2 })
    expect(await approve(applicationId)).toMatchObject({ failure: { code: 'RUN_REPLACED' } })
    const { applicationId: other, result } = await aTold('twin-first', { runId, schoolCode: 'SX' })
    await propose({ applicationId: other, runId, resultId: result.id })
    expect(await approve(other)).toMatchObject({ ok: true })
    expect(await propose({ applicationId: other, runId, resultId: result.id, schoolCode: 'YF' })).toMatchObject({ failure: { code: 'RESULT_CHANGED' } })
  })

  test('R-52 another county’s officer finds neither the child nor the proposal', async () => {
    const runId = await aRun()
    const { applicationId, result } = await aTold('deed-father', { runId })
    const stranger = await aStaffMember('admin', { county: '360124' })
    expect(await propose({ actor: stranger, applicationId, runId, resultId: result.id })).toMatchObject({ failure: { code: 'NOT_FOUND' } })
    await propose({ applicationId, runId, resultId: result.id })
    expect(await approve(applicationId, stranger)).toMatchObject({ failure: { code: 'NOT_FOUND' } })
    const elsewhere = await aRun({ county: '360124' })
    const { applicationId: theirs } = await anAllocated('twin-first', { runId, schoolCode: 'SX' })
    expect(await propose({ applicationId: theirs, runId: elsewhere })).toMatchObject({ failure: { code: 'NOT_FOUND' } })
  })
})
