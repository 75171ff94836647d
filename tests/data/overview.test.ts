import { beforeAll, beforeEach, expect, test } from 'vitest'
import { decideAppeal } from '@/lib/commands/decide-appeal'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { startApplication } from '@/lib/commands/start-application'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { readOverview } from '@/lib/data/overview'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import type { Overview } from '@/lib/domain/overview'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { appealed, approve, aSentAppeal, refuse } from '../support/appeals'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, aServedConfirmation, later, MORNING, signedIn } from '../support/journey'
import { aStaffMember, giveCase } from '../support/staff'

const OTHER = '360124'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function overview(county = '360123', now = MORNING): Promise<Overview> {
  const published = await getPublishedSeason(county, 2023)
  if (!published) throw new Error('no season')
  return readOverview(published, now.season)
}

async function submitted(walk: string, now = MORNING): Promise<void> {
  const { actor, applicationId, fingerprint } = await aServedConfirmation(walk, now)
  const done = await submitApplication({ actor, applicationId, fingerprint, now: later(now, MINUTE) })
  if (!done.ok) throw new Error(done.failure.code)
  // One submission in twenty is drawn for a check, nobody knows which: here none is.
  await db().reviewCase.deleteMany({ where: { applicationId, because: 'sampled' } })
}

test('R-47 submissions count by day, school and category, and drafts by when they were last moved', async () => {
  await submitted('record-wrong-father', frozen('2023-08-15 10:00:00.000'))
  await submitted('deed-outside-household')
  const { guardian, child } = family('born-first-day')
  await aDraft(await signedIn({ guardian }), child.idNumber, frozen('2023-08-14 08:00:00.000'))
  const shown = await overview()
  expect(shown.submitted).toEqual({ total: 2, today: 1 })
  expect(shown.days.filter((day) => day.submitted > 0).map(({ day, submitted: count }) => [day, count])).toEqual([['2023-08-15', 1], ['2023-08-16', 1]])
  expect(shown.schools.map(({ code, demand }) => [code, demand])).toEqual([['LJ', [0, 0, 0, 0]], ['YF', [1, 0, 1, 0]], ['SX', [0, 0, 0, 0]], ['SY', [0, 0, 0, 0]]])
  expect(shown.drafts).toEqual({ total: 1, still: 1 })
})

test('R-48 what waits counts by kind, by working days and by what is overdue; a withdrawn appeal waits no more', async () => {
  await appealed('business', frozen('2023-08-14 10:00:00.000'))
  const { actor, appealId } = await appealed('employment', MORNING)
  expect(await overview()).toMatchObject({ waiting: { total: 2, overdue: 0 }, appeals: { waiting: 2, refused: 0 }, kinds: [{ kind: 'NO_VALID_MATERIALS', waiting: 2 }] })
  const thursday = await overview('360123', frozen('2023-08-17 09:00:00.000'))
  expect(thursday.waiting).toEqual({ total: 2, overdue: 1 })
  expect(thursday.ages.map(({ inTime, overdue }) => [inTime, overdue])).toEqual([[0, 0], [1, 0], [0, 0], [0, 1]])
  await withdrawAppeal({ actor, appealId, now: MORNING })
  expect(await overview()).toMatchObject({ waiting: { total: 1, overdue: 0 }, medianHours: { yesterday: null, all: null } })
})

test('R-47 the median is of what was decided, by yesterday and in all; an appeal that is sent again is refused no more', async () => {
  const [first, second, third] = [await appealed('business', frozen('2023-08-15 08:00:00.000')), await appealed('employment', frozen('2023-08-15 08:00:00.000')), await appealed('residence-permit', MORNING)]
  await approve(first.appealId, frozen('2023-08-15 10:00:00.000'))
  await refuse(second.appealId, '执照看不清', frozen('2023-08-15 12:00:00.000'))
  await approve(third.appealId, later(MORNING, HOUR))
  const shown = await overview('360123', later(MORNING, 2 * HOUR))
  expect(shown.medianHours).toEqual({ yesterday: 3, all: 2 })
  expect(shown.appeals).toEqual({ waiting: 0, refused: 1 })
  expect(shown.days.find(({ day }) => day === '2023-08-15')).toMatchObject({ sent: 2, refused: 1 })
  const again = await sendAppeal({ actor: second.actor, appealId: second.appealId, now: later(MORNING, HOUR) })
  expect(again.ok).toBe(true)
  expect(await overview()).toMatchObject({ appeals: { waiting: 1, refused: 0 } })
})

test('R-52 each county counts its own families, and none of the other’s', async () => {
  await submitted('record-wrong-father')
  const { guardian, child } = family('jinxian-deed')
  const actor = await signedIn({ guardian })
  const started = await startApplication({ actor, county: OTHER, idNumber: child.idNumber, consentVersion: 'test', now: MORNING })
  if (!started.ok || started.value.to !== 'application') throw new Error('no draft')
  const { applicationId } = started.value
  const appealId = await aSentAppeal(actor, { kind: 'GUARDIAN_MISMATCH', input: { applicationId, studentName: child.name, relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', explanation: '登记有误' } })
  expect(await overview()).toMatchObject({ submitted: { total: 1 }, drafts: { total: 0 }, waiting: { total: 0 }, appeals: { waiting: 0, refused: 0 } })
  const theirs = await overview(OTHER)
  expect(theirs).toMatchObject({ submitted: { total: 0 }, drafts: { total: 1 }, waiting: { total: 1 }, appeals: { waiting: 1 }, bands: ['第一类', '第二类', '第三类', '第四类'] })
  expect(theirs.days.at(0)?.day).toBe('2023-08-15')
  const reviewer = await aStaffMember('reviewer', { county: OTHER })
  await giveCase(reviewer, appealId, later(MORNING, HOUR))
  const decided = await decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'refused', reason: '材料不清楚', now: later(MORNING, HOUR) })
  expect(decided.ok).toBe(true)
  expect((await overview(OTHER)).kinds).toEqual([{ kind: 'GUARDIAN_MISMATCH', waiting: 0, medianHours: 1 }])
  expect((await overview()).kinds).toEqual([])
})
