import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import type { Against } from '@/lib/domain/simulation'
import { cancelSimulation } from '@/lib/commands/cancel-simulation'
import { runSimulations } from '@/lib/commands/run-simulations'
import { startSimulation } from '@/lib/commands/start-simulation'
import { db } from '@/lib/data/db'
import { simulatedFamilies } from '@/lib/data/simulated-families'
import { failSimulation, findFinishedSimulation, findNewestCounts, findOpenSimulation, finishSimulation, listSimulations, noteProgress, takeSimulation } from '@/lib/data/simulations'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { aServedConfirmation, MORNING } from '../support/journey'
import { submitted } from '../support/school'
import { aStaffMember } from '../support/staff'
import { aTriedDraft, editDraft, redrawn, settingsOf } from '../support/tried-draft'

let admin: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  admin = await aStaffMember('admin')
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function start(draftId: string, asked: { actor?: StaffActor; drafts?: boolean; against?: Against; year?: number } = {}): Promise<string> {
  const started = await startSimulation({ actor: admin, draftId, year: 2023, drafts: false, against: 'submitted', ...asked })
  if (!started.ok) throw new Error(started.failure.code)
  return started.value.id
}

/** As if the server that took it had said nothing for a minute. */
async function fallSilent(id: string): Promise<void> {
  await db().$executeRaw`UPDATE simulations SET heartbeat_at = now() - interval '1 minute' WHERE id = ${id}::uuid`
}

describe('R-51 a draft is tried on the families of a year', () => {
  test('load and changes before and after: a row that goes to another school, a row that goes', async () => {
    const { applicationId: moved } = await submitted('deed-father')
    const { applicationId: lost } = await submitted('separated-mother')
    const draftId = await aTriedDraft(admin, redrawn({ 'YF-03': 'SX', 'YF-05': null }))
    const id = await start(draftId)
    expect(await runSimulations({ now: MORNING })).toBe(1)
    const run = await findFinishedSimulation(admin, draftId)
    expect(run).toMatchObject({ id, revision: 1, total: 2, done: 2, result: { families: 2, changed: { any: 2, school: 2, lost: 1 }, listed: [{ applicationId: lost, after: { schools: [], row: null } }, { applicationId: moved, before: { schools: ['YF'], row: 'YF-03' }, after: { schools: ['SX'] } }] } })
    expect(run?.result.loads.filter(({ school }) => school === 'YF')).toEqual([{ school: 'YF', category: '1', before: 2, after: 0 }])
    expect(await db().auditEvent.findMany({ where: { type: 'season-tried' }, select: { actorId: true, county: true, applicationId: true } })).toEqual([{ actorId: admin.staffId, county: admin.county, applicationId: null }])
  })

  test('a draft that changes nothing changes nobody', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    await start(draftId, { against: 'published' })
    await runSimulations({ now: MORNING })
    expect((await findFinishedSimulation(admin, draftId))?.result).toMatchObject({ families: 1, publishedNumber: 1, changed: { any: 0 }, listed: [] })
  })

  test('registrations that are not submitted, where they are asked for and a basis is chosen', async () => {
    await submitted('deed-father')
    const { applicationId } = await aServedConfirmation('separated-mother')
    const families = async (drafts: boolean) => {
      const ids = []
      for await (const family of simulatedFamilies({ county: admin.county, year: 2023, drafts }, MORNING.season)) ids.push(family?.applicationId)
      return ids
    }
    expect(await families(false)).toHaveLength(1)
    expect(await families(true)).toContain(applicationId)
    const draftId = await aTriedDraft(admin, redrawn({ 'YF-05': 'SX' }))
    await start(draftId, { drafts: true })
    await runSimulations({ now: MORNING })
    expect((await findFinishedSimulation(admin, draftId))?.result).toMatchObject({ families: 2, listed: [{ applicationId, before: { schools: ['YF'] }, after: { schools: ['SX'] } }] })
  })

  test('last year’s families on next year’s draft: neither its dates nor its birth years make anybody fall out', async () => {
    await submitted('deed-father')
    const nextYear = { opensAt: '2024-08-14T00:00:00+08:00', closesAt: '2024-08-25T00:00:00+08:00', bornFrom: '2017-09-01', bornTo: '2018-08-31' }
    const draftId = await aTriedDraft(admin, (content) => ({ ...content, settings: { ...settingsOf(content), ...nextYear } }), 2024)
    await start(draftId, { against: 'published' })
    await runSimulations({ now: MORNING })
    expect((await findFinishedSimulation(admin, draftId))?.result).toMatchObject({ families: 1, changed: { any: 0 }, loads: [{ school: 'YF', category: '1', before: 1, after: 1 }] })
  })

  test('a result names nobody: ids and codes', async () => {
    const { applicationId, child, actor } = await submitted('deed-father')
    const draftId = await aTriedDraft(admin, redrawn({ 'YF-03': 'SX' }))
    await start(draftId)
    await runSimulations({ now: MORNING })
    const [row] = await db().$queryRaw<{ text: string }[]>`SELECT simulations::text AS text FROM simulations`
    expect(row?.text).toContain(applicationId)
    for (const personal of [child.idNumber, actor.idNumber, actor.name, '凤凰']) expect(row?.text).not.toContain(personal)
  })
})

describe('R-51 a run in the background', () => {
  test('one at a time a county: a second is refused until the first has ended', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    const id = await start(draftId)
    expect(await startSimulation({ actor: admin, draftId, year: 2023, drafts: false, against: 'submitted' })).toEqual({ ok: false, failure: { code: 'SIMULATION_OPEN' } })
    expect(await findOpenSimulation(admin)).toMatchObject({ id, status: 'queued' })
    await runSimulations({ now: MORNING })
    expect(await findOpenSimulation(admin)).toBeNull()
    await start(draftId)
  })

  test('two servers: one has it, the other finds nothing', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    await start(draftId)
    const finished = await Promise.all([runSimulations({ now: MORNING }), runSimulations({ now: MORNING })])
    expect(finished.toSorted()).toEqual([0, 1])
    expect((await listSimulations(admin, draftId, 10)).map(({ status }) => status)).toEqual(['done'])
  })

  test('a server that ends in the middle loses nothing: another begins the run anew, and the first can write no more', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    const id = await start(draftId)
    const first = await takeSimulation()
    if (!first) throw new Error('nothing taken')
    expect(await takeSimulation()).toBeNull()
    await fallSilent(id)
    const second = await takeSimulation()
    expect(second).toMatchObject({ id, attempt: 2 })
    expect(await noteProgress(first, { done: 1 })).toBe(false)
    await fallSilent(id)
    expect(await runSimulations({ now: MORNING })).toBe(1)
    expect(await failSimulation(first, 'DRAFT_UNCLEAR')).toBe(false)
    const done = await findFinishedSimulation(admin, draftId, id)
    expect(done && (await finishSimulation(first, done.result, 9))).toBe(false)
    expect(await findFinishedSimulation(admin, draftId, id)).toMatchObject({ done: 1 })
  })

  test('a run that ends every server is given up after the third', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    const id = await start(draftId)
    for (let attempt = 0; attempt < 3; attempt++) {
      await takeSimulation()
      await fallSilent(id)
    }
    expect(await runSimulations({ now: MORNING })).toBe(0)
    expect(await listSimulations(admin, draftId, 1)).toMatchObject([{ status: 'failed', fault: 'INTERRUPTED' }])
  })

  test('cancelled while it waits and while it runs; what has ended stays as it is', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    const waiting = await start(draftId)
    expect(await cancelSimulation({ actor: admin, simulationId: waiting })).toMatchObject({ ok: true })
    expect(await runSimulations({ now: MORNING })).toBe(0)
    const running = await start(draftId)
    const taken = await takeSimulation()
    expect(await cancelSimulation({ actor: admin, simulationId: running })).toMatchObject({ ok: true })
    expect(taken && (await noteProgress(taken, { done: 1 }))).toBe(false)
    expect(await cancelSimulation({ actor: admin, simulationId: running })).toEqual({ ok: false, failure: { code: 'SIMULATION_ENDED' } })
    await expect(db().simulation.updateMany({ where: { id: running }, data: { status: 'queued' } })).rejects.toThrow()
  })

  test('a draft that is edited meanwhile: the result says which revision it is of', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    await start(draftId)
    await editDraft(admin, draftId, redrawn({ 'YF-03': 'SX' }))
    await runSimulations({ now: MORNING })
    await editDraft(admin, draftId, redrawn({ 'YF-03': 'LJ' }))
    expect(await findNewestCounts(admin, draftId)).toEqual({ year: 2023, revision: 2, result: { families: 1, changed: (await findFinishedSimulation(admin, draftId))?.result.changed } })
    expect(await findFinishedSimulation(admin, draftId)).toMatchObject({ revision: 2, result: { listed: [{ after: { schools: ['SX'] } }] } })
  })

  test('a draft that says nothing clear is not begun, and fails where it became so while the run waited', async () => {
    await submitted('deed-father')
    const draftId = await aTriedDraft(admin)
    await start(draftId)
    await editDraft(admin, draftId, (content) => ({ ...content, categories: null }))
    expect(await runSimulations({ now: MORNING })).toBe(0)
    expect(await listSimulations(admin, draftId, 1)).toMatchObject([{ status: 'failed', fault: 'DRAFT_UNCLEAR' }])
    expect(await startSimulation({ actor: admin, draftId, year: 2023, drafts: false, against: 'submitted' })).toEqual({ ok: false, failure: { code: 'DRAFT_UNCLEAR' } })
  })

  test('R-52 another county’s draft and run are not there, and its families are not counted', async () => {
    await submitted('deed-father')
    const elsewhere = await aStaffMember('admin', { county: '360124' })
    const draftId = await aTriedDraft(admin)
    const id = await start(draftId)
    expect(await startSimulation({ actor: elsewhere, draftId, year: 2023, drafts: false, against: 'submitted' })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await cancelSimulation({ actor: elsewhere, simulationId: id })).toEqual({ ok: false, failure: { code: 'SIMULATION_ENDED' } })
    await runSimulations({ now: MORNING })
    expect(await findFinishedSimulation(elsewhere, draftId, id)).toBeNull()
    expect(await findNewestCounts(elsewhere, draftId)).toBeNull()
    expect(await listSimulations(elsewhere, draftId, 9)).toEqual([])
    const theirs = await aTriedDraft(elsewhere)
    expect(await startSimulation({ actor: elsewhere, draftId: theirs, year: 2023, drafts: true, against: 'submitted' })).toEqual({ ok: false, failure: { code: 'NO_FAMILIES' } })
  })
})
