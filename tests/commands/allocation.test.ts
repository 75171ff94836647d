import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideAllocation } from '@/lib/commands/decide-allocation'
import { proposeAllocation } from '@/lib/commands/propose-allocation'
import { runAllocation } from '@/lib/commands/run-allocation'
import { withdrawAllocation } from '@/lib/commands/withdraw-allocation'
import { findResult } from '@/lib/data/admission-results'
import { listMoves } from '@/lib/data/allocation-moves'
import { findAllocationRun, listAllocationRuns } from '@/lib/data/allocation-runs'
import { listCountyProposals } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import type { StaffActor } from '@/lib/domain/actor'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aRun, CLOSED, publishRules, SEED } from '../support/allocation'
import { aSentAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, signedIn } from '../support/journey'
import { submitted, submittedVillager } from '../support/school'
import { aStaffMember } from '../support/staff'

const NEIGHBOURS = { allocation: { criteria: ['category-row'], overflow: 'neighbours', neighbours: { SX: ['LJ', 'YF'], YF: ['LJ'] } } }

let first: StaffActor
let second: StaffActor

beforeAll(loadDemonstration)
beforeEach(async () => {
  await emptyFamilies(getEnv().databaseUrl)
  await publishRules(NEIGHBOURS)
  ;[first, second] = await Promise.all([aStaffMember('admin', { name: '甘主任' }), aStaffMember('admin', { name: '刘主任' })])
})

/** A family without valid materials whose papers the county has not judged. */
async function anAppealWaits(): Promise<void> {
  const { guardian, child } = family('residence-permit')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'basis')
  await aSentAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '民和镇青岚社区', evidence: 'JZZ-1' } })
}

const decisionsOf = async (runId: string) => new Map((await db().allocationDecision.findMany({ where: { runId } })).map((row) => [row.applicationId, row]))

async function proposed(runId: string, actor = first): Promise<string> {
  const made = await proposeAllocation({ actor, runId, now: CLOSED })
  if (!made.ok) throw new Error(made.failure.code)
  return made.value.id
}

const decided = (proposalId: string, actor = second, outcome: 'approved' | 'refused' = 'approved', note = '') => decideAllocation({ actor, proposalId, outcome, note, now: CLOSED })

describe('a trial run', () => {
  test('R-50 takes every submission that holds, twins as one family, and is seen by nobody outside the county', async () => {
    const [child, twin, other] = [await submitted('deed-father'), await submitted('twin-first'), await submitted('twin-second')]
    await db().application.update({ where: { id: child.applicationId }, data: { status: 'returned' } })
    const { runId, number } = await aRun()
    expect(number).toBe(1)
    const decisions = await decisionsOf(runId)
    expect(decisions.get(child.applicationId)).toMatchObject({ outcome: 'admitted', because: 'WITHIN_CAPACITY', schoolCode: 'YF', wantedCode: 'YF', rank: 0, familyId: null })
    const family = [twin.applicationId, other.applicationId].toSorted()[0]
    for (const one of [twin, other]) expect(decisions.get(one.applicationId)).toMatchObject({ outcome: 'admitted', schoolCode: 'SX', familyId: family })
    expect(decisions.get(twin.applicationId)?.lot).toBe(decisions.get(other.applicationId)?.lot)
    expect(await db().admissionResult.count()).toBe(0)
    expect(await findResult(db(), child.applicationId)).toBeNull()
    expect((await listMessages(child.actor)).map(({ told }) => told.code)).not.toContain('result-published')
  })

  test('R-50 a second press with the same seed is the same run, also at once; another seed is another run on the same inputs', async () => {
    await submitted('deed-father')
    const tries = await Promise.all([aRun(), aRun(), aRun()])
    expect(new Set(tries.map(({ number }) => number))).toEqual(new Set([1]))
    expect(tries.filter(({ outcome }) => outcome === 'run')).toHaveLength(1)
    await aRun('another seed')
    const [newer, older] = await listAllocationRuns(db(), { county: COUNTY, year: 2023 })
    expect(newer).toMatchObject({ number: 2, seed: 'another seed', inputsHash: older?.inputsHash })
    expect(await db().auditEvent.count({ where: { type: 'allocation-run', county: COUNTY } })).toBe(2)
  })

  test('R-50 a pair that does not fit is placed by hand with its seat held, and the next ones go to a neighbour', async () => {
    await publishRules({ ...NEIGHBOURS, capacities: { SX: '1', YF: '0' } })
    const [twin, other, alone] = [await submitted('twin-first'), await submitted('twin-second'), await submitted('deed-father')]
    const { runId } = await aRun()
    const decisions = await decisionsOf(runId)
    for (const one of [twin, other]) expect(decisions.get(one.applicationId)).toMatchObject({ outcome: 'by-hand', because: 'SIBLINGS_DO_NOT_FIT', schoolCode: null, wantedCode: 'SX', heldCode: 'SX' })
    expect(decisions.get(alone.applicationId)).toMatchObject({ outcome: 'coordinated', because: 'NEIGHBOUR_SCHOOL', schoolCode: 'LJ' })
    const run = await findAllocationRun(db(), first, runId)
    expect(run?.loads.find(({ school }) => school === 'SX')).toEqual({ school: 'SX', capacity: 1, admitted: 0, coordinated: 0, held: 1 })
  })

  test('R-50 the day of the household registration orders by its place; no day is kept', async () => {
    await publishRules({ allocation: { ...NEIGHBOURS.allocation, criteria: ['registered-on'] } })
    const [newer, older] = [await submitted('deed-father'), await submitted('twin-first')]
    const decisions = await decisionsOf((await aRun()).runId)
    expect(decisions.get(older.applicationId)?.criteria).toEqual([0])
    expect(decisions.get(newer.applicationId)?.criteria).toEqual([1])
  })

  test('R-50 is not made before the close, without anybody, or while seats of a school are not said', async () => {
    expect(await runAllocation({ actor: null, county: COUNTY, seed: SEED, now: later(CLOSED, -1) })).toMatchObject({ failure: { code: 'ALLOCATION_NOT_CLOSED' } })
    expect(await runAllocation({ actor: null, county: COUNTY, seed: SEED, now: CLOSED })).toMatchObject({ failure: { code: 'ALLOCATION_NOBODY' } })
    expect(await runAllocation({ actor: null, county: '360121', seed: SEED, now: CLOSED })).toMatchObject({ failure: { code: 'NO_SEASON' } })
    await submitted('deed-father')
    await publishRules({ capacities: { LJ: ' ' } })
    expect(await runAllocation({ actor: null, county: COUNTY, seed: SEED, now: CLOSED })).toMatchObject({ failure: { code: 'ALLOCATION_CAPACITY_MISSING', of: ['LJ'] } })
  })

  test('R-50 a run is laid beside each earlier one of its season, and beside no other; who is in one of them only is among those who move', async () => {
    await submitted('deed-father')
    const { runId: first } = await aRun()
    const { applicationId } = await submitted('deed-mother')
    const { runId: second } = await aRun()
    const { runId: third } = await aRun('another seed')
    expect(await listMoves(db(), first, second)).toEqual([{ from: null, to: { outcome: 'admitted', school: 'LJ' }, count: 1, some: [applicationId] }])
    expect(await listMoves(db(), second, third)).toEqual([])
    expect(await db().allocationComparison.count()).toBe(3)
    await expect(db().allocationComparison.deleteMany()).rejects.toThrow()
  })

  test('R-50 two runs are compared by who ends otherwise', async () => {
    const { applicationId } = await submitted('deed-father')
    const { runId: before } = await aRun()
    await publishRules({ ...NEIGHBOURS, capacities: { YF: '0' } })
    const { runId: after } = await aRun()
    expect(await listMoves(db(), before, after)).toEqual([{ from: { outcome: 'admitted', school: 'YF' }, to: { outcome: 'coordinated', school: 'LJ' }, count: 1, some: [applicationId] }])
    expect(await listMoves(db(), after, before)).toEqual([{ from: { outcome: 'coordinated', school: 'LJ' }, to: { outcome: 'admitted', school: 'YF' }, count: 1, some: [applicationId] }])
    expect(await listMoves(db(), after, after)).toEqual([])
  })
})

describe('telling the families', () => {
  test('R-50 takes two administrators: then each child has its result and each guardian a message, and not before', async () => {
    const child = await submitted('deed-father')
    await submittedVillager('YF')
    const { runId } = await aRun()
    const proposalId = await proposed(runId)
    expect(await decided(proposalId, first)).toEqual({ ok: false, failure: { code: 'SAME_OFFICER' } })
    expect(await db().admissionResult.count()).toBe(0)
    expect(await decided(proposalId)).toEqual({ ok: true, value: { runId, outcome: 'published' } })
    expect(await findResult(db(), child.applicationId)).toMatchObject({ outcome: 'admitted', schoolCode: 'YF', number: 1, runId, publishedAt: CLOSED.season, admissionNumber: expect.stringMatching(/^L3601232023-/) })
    expect(await db().admissionResult.count()).toBe(2)
    const [message] = await listMessages(child.actor)
    expect(message).toMatchObject({ applicationId: child.applicationId, told: { code: 'result-published', content: { child: '程一诺' } } })
    const told = await db().message.findMany({ where: { code: 'result-published' }, select: { applicationId: true, guardianId: true, delivery: { select: { status: true } } } })
    // Both parents of both children, each once; the one who did not submit too.
    expect(told).toHaveLength(4)
    expect(new Set(told.map(({ guardianId }) => guardianId)).size).toBe(4)
    expect(told.every(({ delivery }) => delivery?.status === 'pending')).toBe(true)
    expect(await db().auditEvent.count({ where: { type: 'allocation-published', applicationId: child.applicationId, actorId: second.staffId } })).toBe(1)
    expect(await findAllocationRun(db(), first, runId)).toMatchObject({ publishedAt: CLOSED.season })
  })

  test('R-50 pressed twice at once, or by two, it is published once', async () => {
    await submitted('deed-father')
    const proposalId = await proposed((await aRun()).runId)
    const third = await aStaffMember('admin')
    const tries = await Promise.all([decided(proposalId), decided(proposalId), decided(proposalId, third)])
    expect(tries.filter((one) => one.ok)).toHaveLength(1)
    expect(await db().admissionResult.count()).toBe(1)
  })

  test('R-50 is refused when what went in has changed since: a registration that was completed, or other seats', async () => {
    await submitted('deed-father')
    const { runId } = await aRun()
    const proposalId = await proposed(runId)
    await submitted('twin-first')
    expect(await decided(proposalId)).toEqual({ ok: false, failure: { code: 'ALLOCATION_INPUTS_CHANGED' } })
    expect(await db().admissionResult.count()).toBe(0)
    expect(await decided(proposalId, second, 'refused', '登记有增加，请再试排')).toMatchObject({ ok: true })
    const { runId: again } = await aRun()
    await publishRules({ ...NEIGHBOURS, capacities: { SX: '271' } })
    expect(await proposeAllocation({ actor: first, runId: again, now: CLOSED })).toEqual({ ok: false, failure: { code: 'ALLOCATION_INPUTS_CHANGED' } })
  })

  test('R-18 R-50 waits for the appeals that waited at the close, unless the season completes nothing after it', async () => {
    await submitted('deed-father')
    await anAppealWaits()
    const { runId } = await aRun()
    expect(await proposeAllocation({ actor: first, runId, now: CLOSED })).toEqual({ ok: false, failure: { code: 'ALLOCATION_APPEALS_OPEN' } })
    await publishRules({ ...NEIGHBOURS, review: { afterClose: 'never' } })
    expect(await proposeAllocation({ actor: first, runId, now: CLOSED })).toMatchObject({ ok: true })
  })

  test('R-50 one of several runs is published; nothing is run or proposed after it', async () => {
    await submitted('deed-father')
    const [one, other] = [await aRun(), await aRun('another seed')]
    const proposalId = await proposed(one.runId)
    expect(await proposeAllocation({ actor: second, runId: other.runId, now: CLOSED })).toEqual({ ok: false, failure: { code: 'ALREADY_WAITING' } })
    expect(await decided(proposalId)).toMatchObject({ ok: true })
    expect(await proposeAllocation({ actor: second, runId: other.runId, now: CLOSED })).toMatchObject({ ok: false, failure: { code: 'ALLOCATION_PUBLISHED' } })
    expect(await runAllocation({ actor: first, county: COUNTY, seed: SEED, now: CLOSED })).toMatchObject({ ok: false, failure: { code: 'ALLOCATION_PUBLISHED' } })
  })

  test('R-50 refused it needs a reason, and whoever proposed it may take it back', async () => {
    await submitted('deed-father')
    const { runId } = await aRun()
    const proposalId = await proposed(runId)
    expect(await decided(proposalId, second, 'refused')).toEqual({ ok: false, failure: { code: 'ALLOCATION_REFUSAL_REASON' } })
    expect(await withdrawAllocation({ actor: second, proposalId, now: CLOSED })).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await withdrawAllocation({ actor: first, proposalId, now: CLOSED })).toMatchObject({ ok: true })
    expect(await decided(proposalId)).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await decided(await proposed(runId), second, 'refused', '再核对学位')).toMatchObject({ ok: true, value: { outcome: 'refused' } })
    expect(await listCountyProposals(db(), first, { kinds: ['publish-allocation'], waiting: true })).toEqual([])
    expect(await db().admissionResult.count()).toBe(0)
  })

  test('R-50 a school that two officers decided by hand wins over the run', async () => {
    const { applicationId } = await submitted('deed-father')
    const { runId } = await aRun()
    const proposal = await db().proposal.create({ data: { county: COUNTY, year: 2023, kind: 'override-allocation', applicationId, status: 'approved', proposedById: first.staffId, proposedAt: new Date(CLOSED.season), decidedById: second.staffId, decidedAt: new Date(CLOSED.season), contentCipher: 'none' } })
    await db().allocationOverride.create({ data: { runId, applicationId, proposalId: proposal.id, schoolCode: 'LJ', decidedAt: new Date(CLOSED.season) } })
    expect(await decided(await proposed(runId))).toMatchObject({ ok: true })
    expect(await findResult(db(), applicationId)).toMatchObject({ outcome: 'by-hand', because: 'DECIDED_BY_HAND', schoolCode: 'LJ' })
  })

  test('R-52 another county finds neither run nor proposal', async () => {
    await submitted('deed-father')
    const { runId } = await aRun()
    const proposalId = await proposed(runId)
    const elsewhere = await aStaffMember('admin', { county: '360124' })
    expect(await findAllocationRun(db(), elsewhere, runId)).toBeNull()
    const notFound = { ok: false, failure: { code: 'NOT_FOUND' } }
    expect(await proposeAllocation({ actor: elsewhere, runId, now: CLOSED })).toEqual(notFound)
    expect(await decided(proposalId, elsewhere)).toEqual(notFound)
    expect(await withdrawAllocation({ actor: elsewhere, proposalId, now: CLOSED })).toEqual(notFound)
  })
})
