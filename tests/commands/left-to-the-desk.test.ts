import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideCompletion } from '@/lib/commands/decide-completion'
import { decideEnding } from '@/lib/commands/decide-ending'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { openCompletion } from '@/lib/commands/open-completion'
import { proposeEnding } from '@/lib/commands/propose-ending'
import { saveAppeal } from '@/lib/commands/save-appeal'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { startCompletion } from '@/lib/commands/start-completion'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { messageLead, messageWords } from '@/lib/copy/messages'
import { countCompletable, listCompletable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { listEnded } from '@/lib/data/endings'
import { readContent } from '@/lib/data/json'
import { listMessages } from '@/lib/data/messages'
import { getPublishedSeason } from '@/lib/data/seasons'
import type { GuardianActor, Now, StaffActor } from '@/lib/domain/actor'
import type { DeskKind } from '@/lib/domain/desk-entries'
import { standingOf } from '@/lib/domain/standing'
import { submissionContent } from '@/lib/domain/submission'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve, aSentAppeal, refuse } from '../support/appeals'
import { completing } from '../support/assisted'
import { emptyFamilies } from '../support/database'
import { aProperty, aProposal, type Typed } from '../support/desk'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, signedIn, the, type Asking } from '../support/journey'
import { byPermit, CLOSED, leftOpen, MATERIALS, READ, SENT, waitingAtClose } from '../support/left-open'
import { aStaffMember } from '../support/staff'

let typist: StaffActor
let second: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  typist = await aStaffMember('desk', { name: '周岚' })
  second = await aStaffMember('admin', { name: '刘建波' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function theSeason() {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return published
}

const listed = async () => listCompletable(db(), await theSeason(), CLOSED.season)
const standing = async (own: GuardianActor, applicationId: string) => standingOf(await the(own, applicationId), (await theSeason()).season.settings, CLOSED.season)

/** Entered by one officer and approved by another, after the close. */
async function entered(kind: DeskKind, fields: Typed, now: Now = CLOSED) {
  const proposalId = await aProposal(typist, kind, fields, now)
  expect(await decideProposal({ actor: second, proposalId, outcome: 'approved', note: '', now })).toMatchObject({ ok: true })
}

async function takenBack(applicationId: string) {
  const { id: establishmentId } = await db().establishment.findFirstOrThrow({ where: { applicationId, kind: 'no-valid-materials' } })
  await entered('withdrawal', { applicationId, establishmentId, why: '居住证不是本人的' })
}

/** The officer goes the family's way to the end, and the second one approves it. @returns what was frozen */
async function completed(actor: GuardianActor, applicationId: string, asking: Asking, now: Now = CLOSED) {
  await answer(actor, applicationId, 'confirm', now, asking)
  const served = await serveConfirmation({ actor, applicationId, now, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  const { fingerprint } = served.value.confirmation
  expect(await submitApplication({ actor, applicationId, fingerprint, now: later(now, 15_000) })).toEqual({ ok: true, value: { to: 'proposed', applicationId } })
  const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { applicationId, kind: 'completion', status: 'waiting' } })
  expect(await decideCompletion({ actor: second, proposalId, outcome: 'approved', note: '', now: later(now, 15_000) })).toEqual({ ok: true, value: null })
  const { contentCipher } = await db().submission.findFirstOrThrow({ where: { applicationId } })
  return readContent((await the(actor, applicationId)).key, 'submission', contentCipher, submissionContent)
}

describe('R-18 R-46 an approval that two officers took back after the close', () => {
  test('R-18 R-46 stays the desk’s to finish: the right property is verified, and it is completed on it as of the sending; the family reads each time what is next', async () => {
    const { applicationId, own, guardian } = await leftOpen()
    await takenBack(applicationId)
    expect(await listed()).toMatchObject([{ because: 'taken-back', judgedAt: SENT.season, waiting: null }])
    expect(await countCompletable(db(), await theSeason(), CLOSED.season)).toBe(1)
    expect(await standing(own, applicationId)).toEqual({ code: 'late-taken-back', kind: 'NO_VALID_MATERIALS' })
    const [told] = await listMessages(own)
    if (!told) throw new Error('nothing was told')
    expect(messageWords(told.told).text).toContain('采集已经截止，接下来怎么办，请看「我的孩子」')
    expect(messageLead(told.told).to).toBe('children')
    expect(await openCompletion({ actor: typist, applicationId, now: CLOSED })).toMatchObject({ withdrawals: [{ fact: { kind: 'no-valid-materials' }, why: '居住证不是本人的', by: '周岚、刘建波' }], bases: expect.arrayContaining([expect.objectContaining({ basis: 'NO_VALID_MATERIALS', offer: null })]) })

    await entered('property', aProperty(applicationId, guardian))
    expect(await listed()).toMatchObject([{ because: 'verified' }])
    expect(await standing(own, applicationId)).toEqual({ code: 'late-verified' })
    const { actor } = await completing(typist, applicationId, CLOSED)
    const content = await completed(actor, applicationId, { basis: 'TITLE_DEED' })
    expect(content).toMatchObject({ shown: { basis: 'TITLE_DEED' }, facts: { at: new Date(SENT.season).toISOString() }, completed: { judgedAt: SENT.season } })
    expect(await listed()).toEqual([])
  })

  test('R-18 R-42 other materials are handed in while the desk completes it, by nobody else; a reviewer decides them, and it is completed', async () => {
    const { applicationId, own } = await leftOpen()
    await takenBack(applicationId)
    const claim = byPermit(applicationId)
    expect(await saveAppeal({ actor: own, now: CLOSED, given: claim })).toEqual({ ok: false, failure: { code: 'SEASON_CLOSED' } })
    const { actor } = await completing(typist, applicationId, CLOSED)
    const again = await aSentAppeal(actor, claim, CLOSED)
    expect(await listed()).toMatchObject([{ because: 'taken-back', waiting: 'NO_VALID_MATERIALS' }])
    expect(await standing(own, applicationId)).toEqual({ code: 'late-waiting', kind: 'NO_VALID_MATERIALS' })
    await approve(again, CLOSED)
    expect(await listed()).toMatchObject([{ because: 'approved', judgedAt: SENT.season, waiting: null }])
    expect(await completed(actor, applicationId, MATERIALS)).toMatchObject({ shown: { basis: 'NO_VALID_MATERIALS' }, completed: { judgedAt: SENT.season } })
  })
})

test('R-18 R-46 refused after the close, and verified at the desk since: nothing is left to be amended, and the desk completes it', async () => {
  const { guardian, child } = family('child-not-on-record')
  const own = await signedIn({ guardian })
  const applicationId = await aDraft(own, child.idNumber)
  const typed = { applicationId, studentName: child.name, relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', address: '江西省南昌市安义县龙津镇京庄社区8号', head: 'self', headIdNumber: '' } as const
  const appealId = await aSentAppeal(own, { kind: 'STUDENT_NOT_FOUND', input: typed }, SENT)
  await refuse(appealId, '请带原件到现场办公点核验', CLOSED)
  expect(await listed()).toEqual([])
  expect(await standing(own, applicationId)).toEqual({ code: 'late-refused', kind: 'STUDENT_NOT_FOUND' })
  // Taken back by one press, it would be all that keeps the registration open.
  expect(await withdrawAppeal({ actor: own, appealId, now: CLOSED })).toEqual({ ok: false, failure: { code: 'SEASON_CLOSED' } })
  await entered('identity', { applicationId, studentName: child.name, guardian1Name: guardian.name, guardian1IdNumber: guardian.idNumber, guardian1Relation: 'FATHER', paper: 'household-book', why: '' })
  expect(await listed()).toMatchObject([{ application: { id: applicationId }, because: 'verified', judgedAt: SENT.season }])
  expect(await countCompletable(db(), await theSeason(), CLOSED.season)).toBe(1)
  expect(await standing(own, applicationId)).toEqual({ code: 'late-verified' })
  expect(await startCompletion({ actor: typist, applicationId, presence: 'present', now: CLOSED })).toMatchObject({ ok: true })
})

describe('R-18 what cannot be completed ends, by two officers', () => {
  const REASON = '没有可以用的入学方式，请联系户籍所在地的学校'
  const propose = (applicationId: string) => proposeEnding({ actor: typist, applicationId, reason: REASON, now: CLOSED })
  const decide = (proposalId: string, outcome: 'approved' | 'refused', actor = second, note = '') => decideEnding({ actor, proposalId, outcome, note, now: READ })
  async function proposed(applicationId: string) {
    const made = await propose(applicationId)
    if (!made.ok) throw new Error(made.failure.code)
    return made.value.proposalId
  }

  test('R-18 the family reads why and whom to ask; nothing is left on the desk’s list', async () => {
    const { applicationId, own } = await leftOpen()
    const proposalId = await proposed(applicationId)
    expect(await listed()).toMatchObject([{ proposal: { kind: 'ending', status: 'waiting' } }])
    expect(await startCompletion({ actor: typist, applicationId, presence: 'phone', now: CLOSED })).toEqual({ ok: false, failure: { code: 'ENDING_WAITING' } })
    expect(await propose(applicationId)).toEqual({ ok: false, failure: { code: 'ENDING_WAITING' } })
    expect(await decide(proposalId, 'approved', typist)).toEqual({ ok: false, failure: { code: 'SAME_OFFICER' } })
    expect(await decide(proposalId, 'approved', await aStaffMember('desk', { county: '360124' }))).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await decide(proposalId, 'approved')).toEqual({ ok: true, value: null })
    expect(await listed()).toEqual([])
    expect(await listEnded(own)).toMatchObject([{ application: { id: applicationId, status: 'withdrawn' }, reason: REASON }])
    const [told] = await listMessages(own)
    expect(told && messageWords(told.told)).toMatchObject({ title: '区县已结束一份登记', text: expect.stringContaining(`${REASON}。有疑问请打学校的电话`) })
    expect(await decide(proposalId, 'approved')).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
  })

  test('R-18 completed meanwhile by a colleague, there is nothing left to be ended', async () => {
    const { applicationId } = await leftOpen()
    const { actor } = await completing(await aStaffMember('desk'), applicationId, CLOSED)
    const proposalId = await proposed(applicationId)
    await completed(actor, applicationId, MATERIALS)
    expect(await db().proposal.findUniqueOrThrow({ where: { id: proposalId } })).toMatchObject({ status: 'withdrawn' })
    expect(await db().proposal.count({ where: { applicationId, status: 'waiting' } })).toBe(0)
  })

  test('R-18 refused with a note, it stays the desk’s to complete', async () => {
    const { applicationId, own } = await leftOpen()
    const proposalId = await proposed(applicationId)
    expect(await decide(proposalId, 'refused', second, ' ')).toEqual({ ok: false, failure: { code: 'REFUSAL_NOTE_MISSING', field: 'note' } })
    expect(await decide(proposalId, 'refused', second, '他家有户籍可以用')).toEqual({ ok: true, value: null })
    expect(await listed()).toMatchObject([{ proposal: { kind: 'ending', status: 'refused', note: '他家有户籍可以用' } }])
    expect(await listEnded(own)).toEqual([])
    expect(await completing(typist, applicationId, CLOSED)).toMatchObject({ actor: { guardianId: own.guardianId } })
  })

  test('R-18 not while a reviewer still has something of it, nor one that is the family’s to amend, nor while the season is open', async () => {
    const { applicationId, appealId } = await waitingAtClose()
    expect(await propose(applicationId)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    await refuse(appealId, '看不清', CLOSED)
    expect(await propose(applicationId)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await proposeEnding({ actor: typist, applicationId, reason: REASON, now: SENT })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })

  test('R-18 nor while materials that were handed in at the desk wait', async () => {
    const { applicationId } = await leftOpen()
    await takenBack(applicationId)
    const { actor } = await completing(typist, applicationId, CLOSED)
    await aSentAppeal(actor, byPermit(applicationId), CLOSED)
    expect(await propose(applicationId)).toEqual({ ok: false, failure: { code: 'ENDING_APPEAL_WAITING' } })
  })

  test('R-18 R-46 nor while what the desk has entered for it waits for a second officer, sent before or after the proposal', async () => {
    const { applicationId, guardian } = await leftOpen()
    const proposalId = await proposed(applicationId)
    const entry = await aProposal(typist, 'property', aProperty(applicationId, guardian), CLOSED)
    expect(await decide(proposalId, 'approved')).toEqual({ ok: false, failure: { code: 'ENDING_ENTRY_WAITING' } })
    expect(await decide(proposalId, 'refused', second, '等房产复核')).toEqual({ ok: true, value: null })
    expect(await propose(applicationId)).toEqual({ ok: false, failure: { code: 'ENDING_ENTRY_WAITING' } })
    expect(await decideProposal({ actor: second, proposalId: entry, outcome: 'refused', note: '不是他家的', now: CLOSED })).toMatchObject({ ok: true })
    expect(await propose(applicationId)).toMatchObject({ ok: true })
  })
})
