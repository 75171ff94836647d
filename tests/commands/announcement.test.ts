import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueNotice } from '@/lib/commands/issue-notice'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import { verifyNotice } from '@/lib/commands/verify-notice'
import { announcedSchools, findAnnouncement } from '@/lib/data/announcements'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { listSubmissionsByOthers } from '@/lib/data/submissions'
import { noticeNumber } from '@/lib/domain/notice-answers'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aResult, PUBLISHED_AT } from '../support/admission'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { COUNTY, later, MORNING, signedIn } from '../support/journey'
import { bytesOf, drawn } from '../support/notice'
import { submitted } from '../support/school'
import { aStaffMember } from '../support/staff'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const VERIFY = { verifyPath: '/verify' }

/** A run that was tried and not published, with what it says of a child. */
async function aTrial(applicationId: string): Promise<void> {
  const published = await getPublishedSeason(COUNTY, 2023)
  const { id: submissionId } = await db().submission.findFirstOrThrow({ where: { applicationId } })
  await db().allocationRun.create({
    data: {
      county: COUNTY, year: 2023, number: 7, seasonVersionId: published?.versionId ?? '', seed: '试排', inputsHash: 'i', decisionsHash: 'd', loads: [], createdAt: new Date(PUBLISHED_AT),
      decisions: { create: { applicationId, submissionId, outcome: 'admitted', because: 'WITHIN_CAPACITY', schoolCode: 'YF', rank: 1, lot: 'l' } },
    },
  })
}

describe('before the publication', () => {
  test('R-50 nothing exists for anybody, whatever has been tried: the same answer as for somebody else’s child', async () => {
    const { actor, applicationId } = await submitted('deed-father')
    await aTrial(applicationId)
    const stranger = await signedIn(family('other-province'))
    for (const who of [actor, stranger]) {
      expect(await findAnnouncement(who, applicationId)).toBeNull()
      expect(await issueNotice({ actor: who, applicationId, ...VERIFY })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    }
    expect((await announcedSchools([applicationId])).size).toBe(0)
  })
})

describe('after it', () => {
  test('R-50 the guardian who submitted reads school, reason and what it is checked by', async () => {
    const { actor, applicationId } = await submitted('deed-father')
    await aResult(applicationId, { because: 'LOT_DRAWN' })
    expect(await findAnnouncement(actor, applicationId)).toMatchObject({
      result: { number: 1, outcome: 'admitted', because: 'LOT_DRAWN', publishedAt: PUBLISHED_AT },
      school: { code: 'YF', name: '逸夫小学' },
      run: { seed: '安义县2023年公开抽签', decisionsHash: 'b2'.repeat(32) },
    })
  })

  test('R-14 R-50 the other guardian on the record learns at which school it ended, and neither reason nor notice', async () => {
    const { applicationId } = await submitted('separated-mother')
    await aResult(applicationId, { schoolCode: null, outcome: 'by-hand', because: 'NO_SEAT_LEFT' })
    const father = await signedIn(family('separated-father'))
    const [other] = await listSubmissionsByOthers(father)
    expect(other?.applicationId).toBe(applicationId)
    expect([...(await announcedSchools([applicationId]))]).toEqual([[applicationId, null]])
    expect(await findAnnouncement(father, applicationId)).toBeNull()
    expect(await issueNotice({ actor: father, applicationId, ...VERIFY })).toMatchObject({ ok: false })
  })

  test('R-50 a stranger, and a guardian of another county, find nothing', async () => {
    const { applicationId } = await submitted('deed-father')
    await aResult(applicationId)
    for (const walk of ['other-province', 'jinxian-deed']) {
      const actor = await signedIn(family(walk))
      expect(await findAnnouncement(actor, applicationId)).toBeNull()
      expect(await listSubmissionsByOthers(actor)).toEqual([])
    }
  })

  test('R-52 the county’s officer reads all that the family was told, another county’s nothing', async () => {
    const { applicationId } = await submitted('deed-father')
    await aResult(applicationId, { schoolCode: null, outcome: 'by-hand', because: 'NO_SEAT_LEFT' })
    await aResult(applicationId, { schoolCode: 'LJ', outcome: 'by-hand', because: 'DECIDED_BY_HAND', number: 2, at: PUBLISHED_AT + 1000 })
    const file = await openApplicationFile({ actor: await aStaffMember('admin'), applicationId, now: MORNING })
    expect(file?.results.map(({ number, schoolCode, because }) => [number, schoolCode, because])).toEqual([[2, 'LJ', 'DECIDED_BY_HAND'], [1, null, 'NO_SEAT_LEFT']])
    expect(await openApplicationFile({ actor: await aStaffMember('admin', { county: '360124' }), applicationId, now: MORNING })).toBeNull()
  })
})

describe('the notice of admission', () => {
  test('R-50 it says what the result says, to the guardian whose it is, and the ID number is masked', async () => {
    const { actor, applicationId, child } = await submitted('deed-father')
    const result = await aResult(applicationId)
    const issued = await issueNotice({ actor, applicationId, ...VERIFY })
    if (!issued.ok) throw new Error(issued.failure.code)
    const text = ((await drawn(await bytesOf(issued.value)))[0]?.text ?? '').replace(/\s/g, '')
    for (const word of [`${child.name}同学：`, '逸夫小学', '安义县', result.admissionNumber ?? '', (result.checkCode ?? '').replaceAll(' ', ''), `${child.idNumber.slice(0, 6)}********${child.idNumber.slice(-4)}`, `${getEnv().baseUrl}/verify`]) expect(text).toContain(word)
    expect(text).not.toContain(child.idNumber)
  })

  test('R-50 while the county still places by hand there is none', async () => {
    const { actor, applicationId } = await submitted('deed-father')
    await aResult(applicationId, { schoolCode: null, outcome: 'by-hand', because: 'NO_SCHOOL' })
    expect(await issueNotice({ actor, applicationId, ...VERIFY })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
  })

  test('R-50 who asks for it again and again is slowed', async () => {
    const { actor, applicationId } = await submitted('deed-father')
    await aResult(applicationId)
    await db().rateLimit.create({ data: { key: `notice-drawn:${actor.guardianId}`, points: 30, expire: new Date(Date.now() + 60_000) } })
    expect(await issueNotice({ actor, applicationId, ...VERIFY })).toEqual({ ok: false, failure: { code: 'NOTICE_LIMIT' } })
  })
})

describe('verification', () => {
  const address = '203.0.113.9'

  test('R-50 number and code show school and status, and nothing else', async () => {
    const { applicationId } = await submitted('deed-father')
    const { admissionNumber, checkCode } = await aResult(applicationId)
    const typed = noticeNumber.parse({ number: admissionNumber?.toLowerCase(), code: checkCode?.replaceAll(' ', '') })
    expect(await verifyNotice({ ...typed, address })).toEqual({ ok: true, value: { status: 'valid', school: '逸夫小学' } })
  })

  test('R-50 a wrong code is answered as a wrong number is, and as one of another notice', async () => {
    const one = await aResult((await submitted('deed-father')).applicationId)
    const other = await aResult((await submitted('deed-mother')).applicationId, { schoolCode: 'LJ' })
    const unknown = { ok: true, value: { status: 'unknown' } }
    expect(await verifyNotice({ number: one.admissionNumber ?? '', code: other.checkCode ?? '', address })).toEqual(unknown)
    expect(await verifyNotice({ number: 'L3601232023-0000-0000', code: one.checkCode ?? '', address })).toEqual(unknown)
    expect(await verifyNotice({ number: one.admissionNumber ?? '', code: 'x', address })).toEqual(unknown)
  })

  test('R-50 a replaced notice says so with the school that stands on it, never the new one', async () => {
    const { applicationId } = await submitted('deed-father')
    const first = await aResult(applicationId)
    const second = await aResult(applicationId, { schoolCode: 'SX', outcome: 'by-hand', because: 'DECIDED_BY_HAND', number: 2, at: later(MORNING, 1).season })
    expect(await verifyNotice({ number: first.admissionNumber ?? '', code: first.checkCode ?? '', address })).toEqual({ ok: true, value: { status: 'replaced', school: '逸夫小学' } })
    expect(await verifyNotice({ number: second.admissionNumber ?? '', code: second.checkCode ?? '', address })).toEqual({ ok: true, value: { status: 'valid', school: '安义三小' } })
  })

  test('R-50 one address that tries and tries is slowed, right or wrong, and no other is', async () => {
    const { admissionNumber, checkCode } = await aResult((await submitted('deed-father')).applicationId)
    const right = { number: admissionNumber ?? '', code: checkCode ?? '' }
    await db().rateLimit.create({ data: { key: `notice-verified:${address}`, points: 60, expire: new Date(Date.now() + 60_000) } })
    expect(await verifyNotice({ ...right, address })).toMatchObject({ ok: false, failure: { code: 'VERIFY_LIMIT' } })
    expect(await verifyNotice({ ...right, address: '203.0.113.10' })).toMatchObject({ ok: true })
  })
})
