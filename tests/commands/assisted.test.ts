import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { forgetDeadSessions } from '@/lib/audit/ended-sessions'
import { beginAssistance } from '@/lib/commands/begin-assistance'
import { changeCounty } from '@/lib/commands/change-county'
import { endSessions } from '@/lib/commands/end-sessions'
import { readScan } from '@/lib/commands/read-scan'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { signOut } from '@/lib/commands/sign-out'
import { signOutStaff } from '@/lib/commands/sign-out-staff'
import { startApplication } from '@/lib/commands/start-application'
import { startAssistance } from '@/lib/commands/start-assistance'
import { submitApplication } from '@/lib/commands/submit-application'
import { sweepMaterials } from '@/lib/commands/sweep-materials'
import { listApplications } from '@/lib/data/applications'
import { decrypt, decryptUnder, plainHash } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { listConsentScans } from '@/lib/data/desk-scans'
import { findActor, IDLE_MS } from '@/lib/data/guardians'
import { countUnread, listMessages } from '@/lib/data/messages'
import { findReceipt, listReceipts, listSubmissionsByOthers } from '@/lib/data/submissions'
import { assistedGuardian } from '@/lib/domain/assistance'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import { STAFF_IDLE_MS } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aPaper, assisted } from '../support/assisted'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn, the } from '../support/journey'
import { aStaffMember } from '../support/staff'
import { storedKeys } from '../support/uploads'

const ELSEWHERE = '360124'
const READ = later(MORNING, 15_000)

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const card = ({ name, idNumber, phone = '' }: { name: string; idNumber: string; phone?: string }) => assistedGuardian.parse({ name, idNumber, phone, cardChecked: 'yes', present: 'yes' })

async function atTheDesk(walk = 'deed-father', officer?: StaffActor) {
  const by = officer ?? (await aStaffMember('desk', { name: '周岚' }))
  const { guardian, child } = family(walk)
  return { officer: by, guardian, child, ...(await assisted(by, { guardian })) }
}

async function submitted(actor: GuardianActor, idNumber: string): Promise<string> {
  const applicationId = await aDraft(actor, idNumber)
  await answer(actor, applicationId, 'confirm')
  const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
  const fingerprint = served.ok ? served.value.confirmation.fingerprint : ''
  expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toMatchObject({ ok: true, value: { to: 'submitted' } })
  return applicationId
}

describe('R-46 a guardian without a phone at the desk', () => {
  test('R-46 card, paper consent and session: the officer acts as that guardian, and every event bears the officer’s name', async () => {
    const { actor, officer, guardian, child, assistanceId } = await atTheDesk()
    expect(actor).toMatchObject({ idNumber: guardian.idNumber, name: guardian.name, phone: null, assisted: { assistanceId, staffId: officer.staffId, officer: '周岚', county: COUNTY, completion: null } })
    const applicationId = await submitted(actor, child.idNumber)
    const { key } = await the(actor, applicationId)
    const events = await db().auditEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map((event) => event.type)).toEqual(expect.arrayContaining(['assistance-started', 'consent-given', 'application-started', 'step-saved', 'application-submitted']))
    for (const { type, actorKind, actorId, applicationId: about, contentCipher } of events) {
      expect([actorKind, actorId]).toEqual(['staff', officer.staffId])
      // Whose card was shown is nobody of ours before the consent.
      if (type === 'assistance-started') continue
      const content = contentCipher && (about ? decryptUnder(key, 'audit', contentCipher) : decrypt('audit', contentCipher))
      expect(z.object({ onBehalfOf: z.string() }).parse(JSON.parse(content ?? '{}')).onBehalfOf).toBe(actor.guardianId)
    }
  })

  test('R-46 submission, receipt and consents say who acted', async () => {
    const { actor, officer, child, assistanceId } = await atTheDesk()
    const applicationId = await submitted(actor, child.idNumber)
    expect(await findReceipt(actor, applicationId)).toMatchObject({ assistedBy: '周岚', completed: null })
    expect(await db().submission.findFirstOrThrow({ where: { applicationId } })).toMatchObject({ assistedById: officer.staffId })
    const consents = await db().consent.findMany({ where: { applicationId } })
    expect(consents.map((one) => [one.kind, one.assistanceId]).toSorted()).toEqual([['agreement', assistanceId], ['query', assistanceId]])
  })

  test('R-27 R-46 the fifteen seconds hold at the desk as well', async () => {
    const { actor, child } = await atTheDesk()
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'confirm')
    const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
    const fingerprint = served.ok ? served.value.confirmation.fingerprint : ''
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 14_999) })).toEqual({ ok: false, failure: { code: 'TOO_EARLY', leftMs: 1 } })
  })

  test('R-46 without a signed consent nothing of the family is open; a colleague cannot go on with it', async () => {
    const { guardian } = family('deed-father')
    const officer = await aStaffMember('desk')
    const stored = await storedKeys()
    const started = await startAssistance({ actor: officer, card: card(guardian), now: MORNING })
    const assistanceId = started.ok ? started.value.assistanceId : ''
    expect(await beginAssistance({ actor: officer, assistanceId, papers: [], now: MORNING })).toEqual({ ok: false, failure: { code: 'CONSENT_MISSING' } })
    expect(await beginAssistance({ actor: officer, assistanceId, papers: [await aPaper(Buffer.from('no picture'))], now: MORNING })).toMatchObject({ ok: false, failure: { code: 'MATERIAL_TYPE' } })
    expect(await beginAssistance({ actor: await aStaffMember('desk'), assistanceId, papers: [await aPaper()], now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await db().guardianSession.count()).toBe(0)
    expect(await storedKeys()).toEqual(stored)
  })

  test('R-46 R-52 the signed consent is read by the county’s desk, on the record, and by no other county', async () => {
    const { assistanceId } = await atTheDesk()
    const [scan] = await listConsentScans(db(), assistanceId)
    expect(scan?.pages).toHaveLength(1)
    const read = (actor: StaffActor) => readScan({ actor, scanId: scan?.id ?? '', page: 1, size: 'full' })
    const admin = await aStaffMember('admin')
    expect(await read(admin)).toMatchObject({ ok: true })
    expect(await db().auditEvent.count({ where: { type: 'scan-read', actorId: admin.staffId, county: COUNTY } })).toBe(1)
    expect(await read(await aStaffMember('desk', { county: ELSEWHERE }))).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })

  test('P4 R-52 what the guardian had before lies open to the officer, on the record of each; another county’s does not', async () => {
    const { guardian, child } = family('deed-father')
    const before = await aDraft(await signedIn({ guardian }), child.idNumber)
    const { officer } = await atTheDesk()
    const opened = () => db().auditEvent.findMany({ where: { type: 'application-opened' }, select: { applicationId: true, actorId: true } })
    expect(await opened()).toEqual([{ applicationId: before, actorId: officer.staffId }])
    await atTheDesk('deed-father', await aStaffMember('desk', { county: ELSEWHERE }))
    expect(await opened()).toHaveLength(1)
  })

  test('R-46 the scanned consent stays where the sweep comes by', async () => {
    const { assistanceId } = await atTheDesk()
    await sweepMaterials({ now: { ...MORNING, real: Date.now() + 2 * 60 * 60 * 1000 } })
    const scan = await db().deskScan.findFirstOrThrow({ where: { assistanceId } })
    expect(await storedKeys()).toEqual([`${scan.id}/1-full`, `${scan.id}/1-thumb`])
  })

  test.each([
    [{ name: '' }, 'GUARDIAN_NAME'],
    [{ idNumber: '360199198803231926' }, 'GUARDIAN_ID_NUMBER'],
    [{ phone: '12345' }, 'GUARDIAN_PHONE'],
    [{ cardChecked: undefined }, 'CARD_NOT_CHECKED'],
    [{ present: undefined }, 'GUARDIAN_NOT_PRESENT'],
  ])('R-46 what is asked for must be there: %o', (wrong, code) => {
    const { name, idNumber } = family('deed-father').guardian
    expect(assistedGuardian.safeParse({ name, idNumber, phone: '', cardChecked: 'yes', present: 'yes', ...wrong }).error?.issues[0]?.message).toBe(code)
  })
})

describe('R-46 somebody who has signed in through 昌通码', () => {
  test('R-46 keeps name, phone and account; the card must bear that name', async () => {
    const { guardian } = family('deed-father')
    const { guardianId } = await signedIn({ guardian })
    const before = await db().guardian.findUniqueOrThrow({ where: { id: guardianId } })
    const officer = await aStaffMember('desk')
    expect(await startAssistance({ actor: officer, card: card({ ...guardian, phone: '13800000000' }), now: MORNING })).toMatchObject({ ok: true })
    expect(await startAssistance({ actor: officer, card: card({ ...guardian, name: '别的人' }), now: MORNING })).toEqual({ ok: false, failure: { code: 'GUARDIAN_NAME_DIFFERS', field: 'name' } })
    expect(await db().guardian.findUniqueOrThrow({ where: { id: guardianId } })).toEqual(before)
    expect(await db().assistance.count()).toBe(1)
  })

  test('R-46 R-28 their own session goes on beside the officer’s, and submits as always', async () => {
    const { guardian, child } = family('deed-father')
    const own = await signedIn({ guardian })
    const { actor } = await atTheDesk('deed-father')
    expect(actor.guardianId).toBe(own.guardianId)
    const applicationId = await submitted(own, child.idNumber)
    expect(await findReceipt(own, applicationId)).toMatchObject({ assistedBy: null })
    expect((await db().submission.findFirstOrThrow({ where: { applicationId } })).assistedById).toBeNull()
  })

  test('R-46 signs in later and finds what the desk has begun', async () => {
    const { actor, guardian, child } = await atTheDesk()
    const applicationId = await aDraft(actor, child.idNumber)
    const own = await signedIn({ guardian })
    expect(own.guardianId).toBe(actor.guardianId)
    expect((await listApplications(own)).map((one) => one.id)).toEqual([applicationId])
  })
})

describe('R-52 the county’s border at the desk', () => {
  test('R-52 what the guardian has in another county is not there: no draft, no receipt, no message, no child', async () => {
    const { applicationId, actor: own, fingerprint } = await aServedConfirmation('separated-mother')
    expect(await submitApplication({ actor: own, applicationId, fingerprint, now: READ })).toMatchObject({ ok: true })
    const elsewhere = await aStaffMember('desk', { county: ELSEWHERE })
    const { actor: mother } = await assisted(elsewhere, family('separated-mother'))
    const { actor: father } = await assisted(elsewhere, family('separated-father'))
    for (const actor of [mother, father]) {
      expect(await listApplications(actor)).toEqual([])
      expect(await listReceipts(actor)).toEqual([])
      expect(await listMessages(actor)).toEqual([])
      expect(await countUnread(actor)).toBe(0)
      expect(await listSubmissionsByOthers(actor)).toEqual([])
    }
    expect(await findReceipt(mother, applicationId)).toBeNull()
    expect(await serveConfirmation({ actor: mother, applicationId, now: READ, read: true })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    expect(await listMessages(own)).not.toEqual([])
  })

  test('R-52 neither started nor moved in another county, nor told of a draft there', async () => {
    const { guardian, child } = family('deed-father')
    const there = await aDraft(await signedIn({ guardian }), child.idNumber)
    await db().application.update({ where: { id: there }, data: { county: ELSEWHERE } })
    const { actor } = await atTheDesk()
    const start = (county: string) => startApplication({ actor, county, idNumber: child.idNumber, consentVersion: 'test', now: MORNING })
    expect(await start(ELSEWHERE)).toEqual({ ok: false, failure: { code: 'NOT_THIS_DESK' } })
    expect(await start(COUNTY)).toEqual({ ok: false, failure: { code: 'NOT_THIS_DESK' } })
    await db().application.update({ where: { id: there }, data: { county: COUNTY } })
    expect(await start(COUNTY)).toEqual({ ok: true, value: { to: 'application', applicationId: there } })
    expect(await changeCounty({ actor, applicationId: there, county: ELSEWHERE, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_THIS_DESK' } })
  })
})

describe('R-46 the end of what an officer does for somebody', () => {
  test('R-46 「结束代办」 ends it at once, and it is not taken up again', async () => {
    const { token, officer, assistanceId } = await atTheDesk()
    expect(await signOut(token, MORNING)).toBe('officer')
    expect(await findActor(token, MORNING)).toBeNull()
    expect(await db().auditEvent.count({ where: { type: 'assistance-ended', actorId: officer.staffId } })).toBe(1)
    expect(await beginAssistance({ actor: officer, assistanceId, papers: [], now: MORNING })).toEqual({ ok: false, failure: { code: 'ASSISTANCE_OVER' } })
  })

  test('R-46 no session outlives the act: one that a second press opened beside it ends with it', async () => {
    const { token, actor, assistanceId } = await atTheDesk()
    const times = { createdAt: new Date(MORNING.real), lastSeenAt: new Date(MORNING.real), expiresAt: new Date(MORNING.real + IDLE_MS) }
    await db().guardianSession.create({ data: { tokenHash: plainHash('beside'), guardianId: actor.guardianId, assistanceId, ...times } })
    expect(await findActor('beside', MORNING)).toMatchObject({ assisted: { assistanceId } })
    await signOut(token, MORNING)
    expect(await findActor('beside', MORNING)).toBeNull()
  })

  test.each([
    ['is ended', (staffId: string) => db().staffSession.deleteMany({ where: { staffId } })],
    ['has idled', (staffId: string) => db().staffSession.updateMany({ where: { staffId }, data: { lastSeenAt: new Date(MORNING.real - STAFF_IDLE_MS) } })],
    ['is of an account that was closed', (id: string) => db().staffAccount.update({ where: { id }, data: { disabledAt: new Date(MORNING.real) } })],
  ])('R-46 the officer’s own session %s: so is the guardian’s in that browser', async (_how, end) => {
    const { token, officer } = await atTheDesk()
    await end(officer.staffId)
    expect(await findActor(token, MORNING)).toBeNull()
    expect(await db().guardianSession.count()).toBe(0)
  })

  const idled = (id: string) => db().staffSession.updateMany({ where: { id }, data: { lastSeenAt: new Date(MORNING.real - STAFF_IDLE_MS) } })

  test.each([
    ['signs out', async ({ sessionId }: StaffActor) => {
      await db().staffSession.update({ where: { id: sessionId }, data: { tokenHash: plainHash('the officer’s') } })
      await signOutStaff('the officer’s')
    }],
    ['idles and signs in again', async ({ sessionId, staffId }: StaffActor) => {
      await idled(sessionId)
      await db().$transaction((transaction) => forgetDeadSessions(transaction, staffId, MORNING.real))
    }],
    ['is put out by an administrator', async ({ staffId }: StaffActor) => {
      await endSessions({ actor: await aStaffMember('admin'), staffId })
    }],
  ])('R-46 the officer %s: each act that was open is over, in the log as well, once', async (_how, end) => {
    const { officer, assistanceId, actor } = await atTheDesk()
    await end(officer)
    expect((await db().assistance.findUniqueOrThrow({ where: { id: assistanceId } })).endedAt).not.toBeNull()
    expect(await db().guardianSession.count()).toBe(0)
    await db().$transaction((transaction) => forgetDeadSessions(transaction, officer.staffId, MORNING.real))
    const [ended, ...more] = await db().auditEvent.findMany({ where: { type: 'assistance-ended', actorId: officer.staffId, county: COUNTY } })
    expect(more).toEqual([])
    expect(JSON.parse(decrypt('audit', ended?.contentCipher ?? ''))).toMatchObject({ assistanceId, onBehalfOf: actor.guardianId })
  })

  test('R-46 another session of the same officer does not keep it open; work in it keeps the officer’s own awake', async () => {
    const { token, officer, assistanceId } = await atTheDesk()
    for (let at = 0; at < STAFF_IDLE_MS * 2; at += IDLE_MS / 2) expect(await findActor(token, later(MORNING, at))).not.toBeNull()
    await db().staffSession.create({ data: { tokenHash: Buffer.from('another computer'), staffId: officer.staffId, address: '', agent: '', expiresAt: new Date(MORNING.real + 10 ** 9) } })
    await db().staffSession.deleteMany({ where: { id: officer.sessionId } })
    expect(await findActor(token, MORNING)).toBeNull()
    const signedInAgain = await db().staffSession.findFirstOrThrow({ where: { staffId: officer.staffId } })
    expect(await beginAssistance({ actor: { ...officer, sessionId: signedInAgain.id }, assistanceId, papers: [], now: MORNING })).toEqual({ ok: false, failure: { code: 'ASSISTANCE_OVER' } })
  })

  test('R-46 a consent scanned again opens a new session and ends the one before', async () => {
    const { token, officer, assistanceId } = await atTheDesk()
    const again = await beginAssistance({ actor: officer, assistanceId, papers: [await aPaper()], now: MORNING })
    expect(await findActor(token, MORNING)).toBeNull()
    expect(again.ok && (await findActor(again.value.token, MORNING))).toMatchObject({ assisted: { assistanceId } })
    expect(await db().deskScan.count({ where: { assistanceId } })).toBe(2)
  })
})
