import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { readCaseFilters } from '@/lib/domain/case-filters'
import { changeCounty } from '@/lib/commands/change-county'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { decideAppeal } from '@/lib/commands/decide-appeal'
import { findFamilies } from '@/lib/commands/find-families'
import { openCompletion } from '@/lib/commands/open-completion'
import { publishSeason } from '@/lib/commands/publish-season'
import { refreshListings } from '@/lib/commands/refresh-listings'
import { remindFamilies } from '@/lib/commands/remind-families'
import { startApplication } from '@/lib/commands/start-application'
import { startCompletion } from '@/lib/commands/start-completion'
import { listCases } from '@/lib/data/case-queue'
import { listCompletableOf } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { findOwnSchool } from '@/lib/data/own-school'
import { filesOf } from '@/lib/data/draft-judgement'
import { getSeasonUnderWay, listOpenSeasons, listSeasonsOnShow } from '@/lib/data/seasons'
import { listReceipts, listSubmissionsByOthers } from '@/lib/data/submissions'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aSentAppeal, approve } from '../support/appeals'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, MORNING, signedIn, the } from '../support/journey'
import { submitted } from '../support/school'
import { aSeasonDraft } from '../support/prepared-seasons'
import { aStaffMember } from '../support/staff'

/** The season's clock alone: officers signed in this morning, and a session lives by real time. */
const on = (local: string): Now => ({ ...MORNING, season: frozen(local).season })
const AFTER_2023 = on('2023-08-28 10:00:00.000')
const BEFORE_2024 = on('2024-08-13 23:59:59.999')
const IN_2024 = on('2024-08-16 09:00:00.000')

let admin: StaffActor
let reviewer: StaffActor

/** The demonstration's county with its season of 2024 published a year ahead, in which children born a year later enter. */
beforeAll(async () => {
  await loadDemonstration()
  admin = await aStaffMember('admin')
  reviewer = await aStaffMember('reviewer')
  const { content } = await aSeasonDraft(admin, { year: 2024, settings: { bornFrom: '2016-01-01' } })
  const files = filesOf(content)
  if (!files) throw new Error('not whole')
  const published = await publishSeason({ files, agreement: content.agreement })
  if (!published.ok) throw new Error(JSON.stringify(published.failure))
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function waiting() {
  const { guardian, child } = family('residence-permit')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'no-materials', MORNING, { basis: 'NO_VALID_MATERIALS' })
  const appealId = await aSentAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '江西省南昌市安义县龙津镇京庄社区8号', evidence: '居住证' } })
  return { actor, applicationId, appealId }
}

const start = async (walk: string, now: Now) => {
  const { guardian, child } = family(walk)
  return startApplication({ actor: await signedIn({ guardian }), county: COUNTY, idNumber: child.idNumber, consentVersion: 'test', now })
}

describe('R-51 next year’s season is published while this year’s is open', () => {
  test('R-51 until it opens, this year’s is the one that everybody works in', async () => {
    expect((await getSeasonUnderWay(COUNTY, MORNING.season))?.year).toBe(2023)
    expect((await listOpenSeasons(MORNING.season)).map(({ county, year }) => `${county}-${year}`)).toEqual(['360123-2023', '360124-2023'])
    const started = await start('deed-father', MORNING)
    expect(started).toMatchObject({ ok: true })
    const { guardian, child } = family('deed-father')
    expect(await findFamilies({ actor: admin, typed: child.idNumber, now: MORNING })).toMatchObject({ ok: true, value: [{ guardian: guardian.name }] })
    expect((await findOwnSchool(await aStaffMember('school', { schoolCode: 'LJ' }), MORNING.season))?.scope.year).toBe(2023)
    expect((await db().application.findFirst({ select: { year: true } }))?.year).toBe(2023)
  })

  test('R-01 between the two nothing is open, and parents are shown both', async () => {
    expect(await start('deed-father', BEFORE_2024)).toMatchObject({ ok: false, failure: { code: 'SEASON_CLOSED' } })
    expect(await listOpenSeasons(BEFORE_2024.season, COUNTY)).toEqual([])
    expect((await listSeasonsOnShow(BEFORE_2024.season)).map(({ county, year }) => `${county}-${year}`)).toEqual(['360123-2024', '360123-2023', '360124-2023'])
  })

  test('R-51 once it opens one registers in it; a receipt of the year before stays, and stands in nobody’s way', async () => {
    const before = await submitted('deed-father')
    const started = await start('deed-father', IN_2024)
    expect(started).toMatchObject({ ok: true, value: { to: 'application' } })
    const again = started.ok && started.value.to === 'application' ? await the(before.actor, started.value.applicationId) : null
    expect(again).toMatchObject({ year: 2024, status: 'draft' })
    expect(await listReceipts(before.actor)).toMatchObject([{ year: 2023, applicationId: before.applicationId }])
    expect((await findOwnSchool(await aStaffMember('school', { schoolCode: 'LJ' }), IN_2024.season))?.scope.year).toBe(2024)
    expect(await refreshListings({ now: IN_2024 })).toBe(0)
  })

  test('R-31 what the other guardian submitted last year is said of last year alone', async () => {
    const { actor } = await submitted('separated-mother')
    const father = await signedIn({ guardian: family('separated-father').guardian })
    const started = await start('separated-father', IN_2024)
    const fathers = started.ok && started.value.to === 'application' ? await the(father, started.value.applicationId) : null
    expect(await listSubmissionsByOthers(father)).toMatchObject([{ year: 2023 }])
    expect(fathers).toMatchObject({ year: 2024, status: 'draft' })
    expect(await listReceipts(actor)).toHaveLength(1)
  })

  test('R-18 an appeal that last year’s close left open is found, claimed and decided when this year’s season is open', async () => {
    const { actor, appealId, applicationId } = await waiting()
    const queue = await listCases({ actor: reviewer, filters: readCaseFilters({}, 'reviewer'), years: [2024, 2023], now: IN_2024 })
    expect(queue.lines).toHaveLength(1)
    expect(await claimNextCase({ actor: reviewer, narrowing: readCaseFilters({}, 'reviewer'), now: IN_2024 })).toMatchObject({ ok: true })
    const decided = await decideAppeal({ actor: reviewer, appealId, round: 1, outcome: 'approved', reason: '', now: IN_2024 })
    expect(decided).toMatchObject({ ok: true })
    expect((await the(actor, applicationId)).year).toBe(2023)
  })

  test('R-18 and what it left open is completed at the desk, of its own year', async () => {
    const { appealId, applicationId } = await waiting()
    await approve(appealId, AFTER_2023)
    const officer = await aStaffMember('desk')
    for (const now of [AFTER_2023, IN_2024]) {
      expect(await listCompletableOf(db(), COUNTY, now.season)).toMatchObject([{ application: { id: applicationId } }])
      expect(await openCompletion({ actor: officer, applicationId, now })).toMatchObject({ application: { year: 2023 } })
    }
    expect(await startCompletion({ actor: officer, applicationId, presence: 'present', now: IN_2024 })).toMatchObject({ ok: true })
  })

  test('R-29 reminders are each season’s own', async () => {
    const old = await waiting()
    const { guardian, child } = family('deed-mother')
    const actor = await signedIn({ guardian })
    await aDraft(actor, child.idNumber, IN_2024)
    await remindFamilies({ now: on('2024-08-24 00:00:00.000') })
    expect((await listMessages(actor)).map(({ told }) => told.code)).toEqual(['reminder-24h'])
    expect((await listMessages(old.actor)).map(({ told }) => told.code)).toContain('season-closed-with-open-appeal')
  })

  test('R-52 the other county’s season is as it was', async () => {
    expect((await getSeasonUnderWay('360124', IN_2024.season))?.year).toBe(2023)
    const { guardian, child } = family('deed-father')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber, MORNING)
    expect(await changeCounty({ actor, applicationId, county: '360124', now: MORNING })).toMatchObject({ ok: true })
    expect((await the(actor, applicationId)).year).toBe(2023)
  })
})
