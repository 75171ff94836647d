import { beforeAll, beforeEach, expect, test } from 'vitest'
import { sealAudit } from '@/lib/audit/seal'
import { verifyAudit } from '@/lib/audit/verify'
import { eraseFamilies, listFamiliesToErase } from '@/lib/commands/erase-families'
import { eraseRegisters } from '@/lib/commands/erase-registers'
import { refreshListings } from '@/lib/commands/refresh-listings'
import { findAuditEvent } from '@/lib/data/audit'
import { decrypt, keyedIndex } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { neverBegunBefore } from '@/lib/domain/retention'
import { recordIdentity } from '@/lib/data/guardians'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { anAppeal } from '../support/appeals'
import { assisted } from '../support/assisted'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, MORNING, signedIn } from '../support/journey'
import { submitted } from '../support/school'
import { aStaffMember } from '../support/staff'
import { storedKeys, uploaded } from '../support/uploads'

/** Each test has a family of its own: what is erased goes out of the registers too. The season of 2023 closes on 25 August; drafts are kept for 180 days, families for 1095, registers for 365. */
const DRAFTS_DUE = frozen('2024-02-21 00:00:00.000')
const DUE = frozen('2026-08-24 00:00:00.000')
const SEASON = { county: COUNTY, year: 2023 }

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const erase = (now = DUE) => eraseFamilies({ ...SEASON, scope: 'families', now })

/** A family with an uploaded paper and a desk's scan, in a draft. */
async function withFiles() {
  const { guardian, child } = family('residence-permit')
  const { actor } = await assisted(await aStaffMember('desk'), { guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'no-materials', MORNING, { basis: 'NO_VALID_MATERIALS' })
  const appealId = await anAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '江西省南昌市安义县龙津镇京庄社区8号', evidence: 'JZZ-1' } })
  await uploaded(actor, appealId, { document: 'residence-permit', subject: '' })
}

test('P9 before its time nothing is erased, and it is said until when it is kept', async () => {
  await submitted('deed-father')
  expect(await erase(frozen('2026-08-23 23:59:59.999'))).toEqual({ ok: false, failure: { code: 'NOT_DUE', due: DUE.season } })
  expect(await eraseFamilies({ ...SEASON, scope: 'drafts', now: frozen('2024-02-20 23:59:59.999') })).toMatchObject({ ok: false, failure: { code: 'NOT_DUE', due: DRAFTS_DUE.season } })
  expect(await eraseFamilies({ county: '360199', year: 2023, scope: 'families', now: DUE })).toEqual({ ok: false, failure: { code: 'NO_SEASON' } })
  expect(await db().application.count({ where: { wrappedKey: null } })).toBe(0)
})

test('P9 a dry run lists, and changes nothing', async () => {
  const { applicationId } = await submitted('deed-father')
  const told: unknown[] = []
  expect(await listFamiliesToErase({ ...SEASON, scope: 'families', now: DUE, onFamily: (one) => told.push(one) })).toEqual({ ok: true, value: { applications: 1, files: 0, neverBegan: 0 } })
  expect(told).toEqual([{ id: applicationId, status: 'submitted', receiptNumbers: [expect.stringMatching(/^3601232023-/)], files: 0 }])
  expect(await db().application.count({ where: { wrappedKey: null } })).toBe(0)
  expect(await db().erasure.count({ where: SEASON })).toBe(0)
})

test('P9 erased, no number of the family is found anywhere, no file is left, and the counts and the chain stay whole', async () => {
  const { applicationId } = await submitted('deed-father')
  await withFiles()
  expect((await storedKeys()).length).toBeGreaterThan(0)
  await sealAudit(db())
  const before = { events: await db().auditEvent.count(), submissions: await db().submission.count() }
  const erased = await erase()
  expect(erased).toMatchObject({ ok: true, value: { applications: 2, proof: { found: [] }, counts: { submissions: { 'YF K1 TITLE_DEED': 1 } } } })
  if (!erased.ok) throw new Error(erased.failure.code)
  expect(erased.value.persons).toBeGreaterThanOrEqual(4)
  expect(erased.value.proof.columns).toBeGreaterThan(100)
  expect(await storedKeys()).toEqual([])
  const { child, guardian } = family('deed-father')
  for (const { idNumber } of [child, guardian]) {
    const idNumberIndex = keyedIndex('id-number', idNumber)
    expect(await db().student.count({ where: { idNumberIndex } }) + (await db().guardian.count({ where: { idNumberIndex } })) + (await db().person.count({ where: { idNumberIndex } }))).toBe(0)
  }
  // Counts and seals: as many rows as before, one event more, and no fault.
  expect(await db().submission.count()).toBe(before.submissions)
  expect(await db().auditEvent.count()).toBe(before.events + 1)
  await sealAudit(db())
  expect((await verifyAudit(db())).faults).toEqual([])
  const event = await db().auditEvent.findFirstOrThrow({ where: { applicationId, type: 'application-submitted' } })
  expect(await findAuditEvent({ county: COUNTY }, event.id.toString())).toMatchObject({ content: { state: 'erased' } })
  expect(await refreshListings({ now: DUE })).toBe(0)
})

test('P9 a person whom another registration needs stays: a year’s erasure takes nobody from the other county or the next year', async () => {
  const { actor } = await submitted('deed-mother')
  const { guardian, child } = family('jinxian-deed')
  const other = await signedIn({ guardian })
  await aDraft(other, child.idNumber, MORNING, undefined, '360124')
  // The father of the first family has a registration in the second county too.
  await db().application.updateMany({ where: { county: '360124' }, data: { guardianId: actor.guardianId } })
  expect(await erase()).toMatchObject({ ok: true, value: { applications: 1 } })
  const father = await db().guardian.findUniqueOrThrow({ where: { id: actor.guardianId } })
  expect(decrypt('guardians.id_number', father.idNumberCipher)).toBe(actor.idNumber)
  expect(await db().application.count({ where: { county: '360124', wrappedKey: { not: null } } })).toBe(1)
})

test('P9 drafts go first: what was submitted is kept until its own time', async () => {
  const { applicationId } = await submitted('deed-student')
  const { guardian, child } = family('born-last-day')
  await aDraft(await signedIn({ guardian }), child.idNumber)
  expect(await eraseFamilies({ ...SEASON, scope: 'drafts', now: DRAFTS_DUE })).toMatchObject({ ok: true, value: { applications: 1 } })
  expect((await db().application.findUniqueOrThrow({ where: { id: applicationId } })).wrappedKey).not.toBeNull()
})

test('P9 who signed in and never began goes with the season’s drafts; who was there since, or may be of a season that still keeps its own, stays', async () => {
  const visitor = await signedIn(family('deed-ambiguous'))
  const session = { tokenHash: new Uint8Array(32), guardianId: visitor.guardianId, expiresAt: new Date(MORNING.real) }
  await db().guardianSession.create({ data: session })
  const { actor: helped } = await assisted(await aStaffMember('desk'), family('no-property'))
  const since = await signedIn(family('deed-shop'), frozen('2023-09-01 09:00:00.000'))
  const begun = await submitted('separated-mother')
  const told = await listFamiliesToErase({ ...SEASON, scope: 'drafts', now: DRAFTS_DUE })
  expect(told).toEqual({ ok: true, value: { applications: 0, files: 0, neverBegan: 2 } })
  const erased = await eraseFamilies({ ...SEASON, scope: 'drafts', now: DRAFTS_DUE })
  expect(erased).toMatchObject({ ok: true, value: { applications: 0, persons: 2, neverBegan: 2, proof: { numbers: 2, found: [] } } })
  for (const { guardianId, idNumber } of [visitor, helped]) {
    expect(await db().guardian.findUniqueOrThrow({ where: { id: guardianId } })).toMatchObject({ idNumberCipher: '', nameCipher: '', phoneCipher: null, subject: null })
    // The police's row of them may decide of a grandchild: it goes with the registers, in its own time.
    expect(await db().person.count({ where: { idNumberIndex: keyedIndex('id-number', idNumber) } })).toBe(1)
  }
  expect(await db().guardianSession.count({ where: { guardianId: visitor.guardianId } })).toBe(0)
  expect(await storedKeys()).toEqual([])
  expect(await db().guardian.count({ where: { id: { in: [since.guardianId, begun.actor.guardianId] }, idNumberCipher: { not: '' } } })).toBe(2)
  expect(await eraseFamilies({ ...SEASON, scope: 'drafts', now: DRAFTS_DUE })).toMatchObject({ ok: true, value: { persons: 0 } })
})

test('P9 a visit counts for every season that had opened by then and still keeps its drafts', () => {
  const season = (year: number) => ({ opensAt: frozen(`${year}-08-14 00:00:00.000`).season, closesAt: frozen(`${year}-08-25 00:00:00.000`).season, retention: { draftDays: 180, familyDays: 1095, registerDays: 365 } })
  const before = (seasons: readonly ReturnType<typeof season>[], now: string) => neverBegunBefore(season(2023), seasons, frozen(now).season)
  expect(before([season(2023)], '2024-02-21 00:00:00.000')).toBe(season(2023).closesAt)
  expect(before([season(2023), season(2024)], '2024-09-21 00:00:00.000')).toBe(frozen('2024-03-25 00:00:00.000').season)
  expect(before([season(2023), season(2024)], '2025-02-20 00:00:00.000')).toBe(season(2024).opensAt)
  expect(before([season(2023), season(2024)], '2025-02-21 00:00:00.000')).toBe(season(2024).closesAt)
})

test('P9 the proof looks: a number that was left somewhere in clear is found, and the erasure does not call itself done', async () => {
  await submitted('deed-other-zone')
  const { child } = family('deed-other-zone')
  await db().rateLimit.create({ data: { key: `child-query:${child.idNumber.toLowerCase()}` } })
  expect(await erase()).toMatchObject({ ok: false, failure: { code: 'STILL_FOUND', proof: { found: ['rate_limits.key'] } } })
})

test('P9 once erased, a parent who signs in again is somebody new, and sees nothing of the old registration', async () => {
  const { actor } = await submitted('born-first-day')
  await erase()
  const { guardian } = family('born-first-day')
  const again = await recordIdentity({ subject: `subject-${guardian.idNumber}`, idNumber: guardian.idNumber, name: guardian.name, phone: guardian.phone, level: 'face' }, MORNING.season)
  expect(again).not.toBe(actor.guardianId)
  expect(await db().application.count({ where: { guardianId: again } })).toBe(0)
})

test('P9 the registers go when no county needs them any more', async () => {
  expect(await eraseRegisters({ now: frozen('2024-08-20 00:00:00.000') })).toMatchObject({ ok: false, failure: { code: 'NOT_DUE' } })
  const counted = await eraseRegisters({ now: DUE, dryRun: true })
  expect(counted.ok && counted.value.people).toBeGreaterThan(0)
  expect(await eraseRegisters({ now: DUE })).toEqual(counted)
  expect(await eraseRegisters({ now: DUE, dryRun: true })).toEqual({ ok: true, value: { people: 0, relations: 0, properties: 0, contracts: 0 } })
})
