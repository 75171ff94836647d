import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { windowFault, windowForm } from '@/lib/domain/season-window'
import { decidePublication } from '@/lib/commands/decide-publication'
import { decideWindow } from '@/lib/commands/decide-window'
import { proposePublication } from '@/lib/commands/propose-publication'
import { proposeWindow } from '@/lib/commands/propose-window'
import { remindFamilies } from '@/lib/commands/remind-families'
import { saveStep } from '@/lib/commands/save-step'
import { startApplication } from '@/lib/commands/start-application'
import { withdrawCountyProposal } from '@/lib/commands/withdraw-county-proposal'
import { messageWords } from '@/lib/copy/messages'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { getPublishedSeason, listOpenSeasons } from '@/lib/data/seasons'
import { findExtension } from '@/lib/data/season-window'
import { filesOfVersion } from '@/lib/data/season-versions'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, aServedConfirmation, COUNTY, later, MORNING, signedIn } from '../support/journey'
import { aSeasonDraft } from '../support/prepared-seasons'
import { aStaffMember } from '../support/staff'

const REASON = '8月22日平台停机三小时，登记时间顺延。'
const DAY = 24 * 60 * 60 * 1000

let first: StaffActor
let second: StaffActor
beforeAll(async () => {
  await loadDemonstration()
  first = await aStaffMember('admin', { name: '甘主任' })
  second = await aStaffMember('admin', { name: '刘主任' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function season() {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return { ...published, ...published.season.settings }
}

const written = (at: number) => `${new Date(at + 8 * 60 * 60 * 1000).toISOString().slice(0, 19)}+08:00`
const propose = async (by: number, now: Now = MORNING, actor = first) => proposeWindow({ actor, closesAt: written((await season()).closesAt + by), reason: REASON, now })
const decided = (proposalId: string, { actor = second, outcome = 'approved', note = '', now = MORNING }: { actor?: StaffActor; outcome?: 'approved' | 'refused'; note?: string; now?: Now } = {}) =>
  decideWindow({ actor, proposalId, outcome, note, now })

async function proposed(by: number, now: Now = MORNING): Promise<string> {
  const made = await propose(by, now)
  if (!made.ok) throw new Error(made.failure.code)
  return made.value.proposalId
}

async function extended(by: number, now: Now = MORNING): Promise<void> {
  const done = await decided(await proposed(by, now), { now })
  if (!done.ok) throw new Error(done.failure.code)
}

const at = (milliseconds: number): Now => ({ real: milliseconds, season: milliseconds })

describe('R-29 the window is extended by two administrators', () => {
  test('R-29 approved, the next version has a later close and nothing else is changed', async () => {
    const before = await season()
    await extended(DAY)
    const after = await season()
    expect([after.number, after.closesAt, after.agreementVersion]).toEqual([before.number + 1, before.closesAt + DAY, before.agreementVersion])
    const [old, young] = await Promise.all([before, after].map(({ versionId }) => filesOfVersion(db(), versionId)))
    expect({ ...young, files: { ...young?.files, settings: null } }).toEqual({ ...old, files: { ...old?.files, settings: null } })
    expect(young?.files.settings).toEqual({ ...Object(old?.files.settings), closesAt: written(after.closesAt) })
    expect(await findExtension(after)).toMatchObject({ reason: REASON, decidedAt: MORNING.season })
    expect(await db().auditEvent.findFirst({ where: { type: 'window-extended' }, select: { actorId: true, county: true } })).toEqual({ actorId: second.staffId, county: COUNTY })
  })

  test('R-29 never earlier, never into the past, not before it opens, not twice at once, and only another administrator decides', async () => {
    expect(await propose(0)).toMatchObject({ ok: false, failure: { code: 'WINDOW_NOT_LATER' } })
    expect(await propose(-DAY)).toMatchObject({ ok: false, failure: { code: 'WINDOW_NOT_LATER' } })
    const { opensAt, closesAt } = await season()
    expect(await propose(DAY, at(closesAt + DAY))).toMatchObject({ ok: false, failure: { code: 'WINDOW_PAST' } })
    expect(await propose(DAY, at(opensAt - 1))).toMatchObject({ ok: false, failure: { code: 'WINDOW_NOT_OPENED' } })
    expect(windowFault({ opensAt, closesAt }, closesAt + 1, closesAt)).toBeNull()
    const proposalId = await proposed(DAY)
    expect(await propose(2 * DAY)).toMatchObject({ ok: false, failure: { code: 'ALREADY_WAITING' } })
    expect(await decided(proposalId, { actor: first })).toMatchObject({ ok: false, failure: { code: 'SAME_OFFICER' } })
    expect(await decided(proposalId, { actor: await aStaffMember('admin', { county: '360124' }) })).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
    const both = await Promise.all([decided(proposalId), decided(proposalId)])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect((await season()).closesAt).toBe(closesAt + DAY)
  })

  test('R-29 refused with a note or taken back, the close stays', async () => {
    const { closesAt } = await season()
    const refused = await proposed(DAY)
    expect(await decided(refused, { outcome: 'refused' })).toMatchObject({ ok: false, failure: { code: 'PROPOSAL_REASON_MISSING' } })
    expect(await decided(refused, { outcome: 'refused', note: '停机时间不在登记期内' })).toMatchObject({ ok: true })
    expect(await decided(refused)).toMatchObject({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await withdrawCountyProposal({ actor: first, proposalId: await proposed(DAY), now: MORNING })).toMatchObject({ ok: true })
    expect((await season()).closesAt).toBe(closesAt)
  })

  test('R-29 whoever has not finished is told the reason and the new close, once; reminders follow it', async () => {
    const { closesAt } = await season()
    const { guardian, child } = family('deed-father')
    const actor = await signedIn({ guardian })
    await aDraft(actor, child.idNumber, later(MORNING, 60_000))
    const told = async () => (await listMessages(actor)).map((one) => one.told)
    const reminded = at(closesAt - 2 * DAY)
    await remindFamilies({ now: reminded })
    await extended(DAY, later(reminded, 60_000))
    const begun = await aServedConfirmation('deed-mother', later(reminded, 120_000))
    for (const minute of [2, 3]) await remindFamilies({ now: later(reminded, minute * 60_000) })
    expect((await told()).map(({ code }) => code)).toEqual(['window-extended', 'reminder-48h'])
    expect(messageWords((await told())[0] ?? { code: 'application-withdrawn', content: { child: '' } }).text).toContain(REASON)
    expect((await listMessages(begun.actor)).map((one) => one.told.code)).toEqual([])
    await remindFamilies({ now: at(closesAt - DAY) })
    await remindFamilies({ now: at(closesAt) })
    expect((await told()).map(({ code, content }) => [code, 'closesAt' in content && content.closesAt])).toEqual([
      ['reminder-24h', closesAt + DAY], ['reminder-48h', closesAt + DAY], ['window-extended', closesAt + DAY], ['reminder-48h', closesAt],
    ])
    expect(await db().delivery.count({ where: { message: { guardianId: actor.guardianId } } })).toBe(4)
  })

  test('R-51 a draft that was begun before does not take the later close back by oversight', async () => {
    const draft = await aSeasonDraft(first, { year: 2023, settings: { closesAt: written((await season()).closesAt), readingSeconds: 20 } })
    const press = (overClose: number | null) => proposePublication({ actor: first, draftId: draft.id, revision: draft.revision, overClose, now: MORNING })
    const waiting = await press(null)
    await extended(DAY)
    const approve = (proposalId: string) => decidePublication({ actor: second, proposalId, outcome: 'approved', note: '', now: MORNING })
    expect(await approve(waiting.ok ? waiting.value.proposalId : '')).toMatchObject({ ok: false, failure: { code: 'WINDOW_MOVED' } })
    await decidePublication({ actor: second, proposalId: waiting.ok ? waiting.value.proposalId : '', outcome: 'refused', note: '截止时间已延长', now: MORNING })
    expect(await press(null)).toMatchObject({ ok: false, failure: { code: 'CLOSE_BROUGHT_FORWARD' } })
    expect(await press((await season()).closesAt)).toMatchObject({ ok: true })
  })

  test('R-52 of two extensions of two counties each has its own', async () => {
    const there = await aStaffMember('admin', { county: '360124' })
    const own = await season()
    const other = await getPublishedSeason('360124', 2023)
    expect(await proposeWindow({ actor: there, closesAt: written((other?.season.settings.closesAt ?? 0) + DAY), reason: REASON, now: MORNING })).toMatchObject({ ok: true })
    await extended(DAY)
    expect((await season()).closesAt).toBe(own.closesAt + DAY)
    expect((await getPublishedSeason('360124', 2023))?.versionId).toBe(other?.versionId)
  })

  test('R-01 the form takes an instant of Shanghai to the minute, and a reason', () => {
    expect(windowForm.parse({ closesAt: '2023-08-27T12:30', reason: REASON }).closesAt).toBe('2023-08-27T12:30:00+08:00')
    for (const closesAt of ['', '2023-02-30T12:00', '2023-08-27', '2023-08-27T25:00']) expect(windowForm.safeParse({ closesAt, reason: REASON }).success, closesAt).toBe(false)
    expect(windowForm.safeParse({ closesAt: '2023-08-27T12:30', reason: ' ' }).success).toBe(false)
  })

  test('R-29 after the close it opens once more: what was begun goes on, and is over again at the new close', async () => {
    const { closesAt } = await season()
    const served = await aServedConfirmation('deed-father')
    const shut = at(closesAt + 60_000)
    const save = (now: Now) => saveStep({ actor: served.actor, now, step: 'basis', input: { applicationId: served.applicationId, basis: 'TITLE_DEED' } })
    expect(await save(shut)).toMatchObject({ ok: false })
    await extended(DAY, shut)
    expect(await listOpenSeasons(shut.season, COUNTY)).toHaveLength(1)
    expect(await save(shut)).toMatchObject({ ok: true })
    expect(await save(at(closesAt + DAY))).toMatchObject({ ok: false })
  })

  test('R-29 nobody starts after the later close either', async () => {
    const { closesAt } = await season()
    const { guardian, child } = family('deed-father')
    const actor = await signedIn({ guardian })
    const start = (now: Now) => startApplication({ actor, county: COUNTY, idNumber: child.idNumber, consentVersion: 'test', now })
    expect(await start(at(closesAt))).toMatchObject({ ok: false, failure: { code: 'SEASON_CLOSED' } })
    expect(await start(at(closesAt - 1))).toMatchObject({ ok: true })
  })
})

test('R-29 extended while families wait: the close that a message names is the close that holds', () => {
  const words = messageWords({ code: 'window-extended', content: { child: '程一诺', reason: '平台停机三小时', closesAt: frozen('2023-08-26 00:00:00.000').season } })
  expect(words.text).toBe('平台停机三小时。程一诺的登记可以办到8月25日 23:59，已经填的都在。')
})
