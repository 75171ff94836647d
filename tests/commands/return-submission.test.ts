import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Now } from '@/lib/domain/actor'
import { standingOfSubmission } from '@/lib/domain/standing'
import { changeCounty } from '@/lib/commands/change-county'
import { decideReturn } from '@/lib/commands/decide-return'
import { proposeReturn } from '@/lib/commands/propose-return'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { addProposal } from '@/lib/data/proposals'
import { findReturnReason, listWaitingReturns } from '@/lib/data/returns'
import { getPublishedSeason } from '@/lib/data/seasons'
import { listSubmissionRounds } from '@/lib/data/submission-rounds'
import { findReceipt, listReceipts, listSubmissionsByOthers } from '@/lib/data/submissions'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { answer, aServedConfirmation, COUNTY, later, the } from '../support/journey'
import { READ, submitted } from '../support/school'
import { aStaffMember } from '../support/staff'

const AFTER_CLOSE = frozen('2023-08-25 00:00:00.000')
const REASON = '房产地址写错了楼栋，请核对后再提交'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const administrators = () => Promise.all(['甘主任', '刘主任'].map((name) => aStaffMember('admin', { name })))

async function proposed(applicationId: string, now: Now = READ) {
  const [first, second] = await administrators()
  if (!first || !second) throw new Error('no administrators')
  const proposal = await proposeReturn({ actor: first, applicationId, reason: REASON, now })
  if (!proposal.ok) throw new Error(proposal.failure.code)
  return { first, second, proposalId: proposal.value.proposalId }
}

/** A submission that two administrators have sent back. */
async function returned(walk = 'deed-father') {
  const served = await submitted(walk)
  const { first, second, proposalId } = await proposed(served.applicationId)
  const decided = await decideReturn({ actor: second, proposalId, outcome: 'approved', note: '', now: READ })
  if (!decided.ok) throw new Error(decided.failure.code)
  return { ...served, first, second, proposalId }
}

const AGAIN = later(READ, 60_000)
const AGAIN_READ = later(AGAIN, 15_000)

/** The family reads its confirmation once more. */
async function servedAgain({ actor, applicationId }: Awaited<ReturnType<typeof returned>>) {
  const served = await serveConfirmation({ actor, applicationId, now: AGAIN, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  return { actor, applicationId, fingerprint: served.value.confirmation.fingerprint }
}

describe('sending a submission back takes two administrators', () => {
  test('R-28 R-48 proposed by one and decided by the other; the family is told why and until when', async () => {
    const { actor, applicationId, first, second, proposalId } = await returned()
    const application = await the(actor, applicationId)
    expect(application.status).toBe('returned')
    expect(await findReturnReason(application)).toBe(REASON)
    const [message] = await listMessages(actor)
    expect(message?.told).toMatchObject({ code: 'submission-returned', content: { child: '程一诺', reason: REASON } })
    expect(await db().delivery.count({ where: { message: { code: 'submission-returned' } } })).toBe(1)
    const events = await db().auditEvent.findMany({ where: { type: { in: ['return-proposed', 'submission-returned'] } }, orderBy: { id: 'asc' } })
    expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([['return-proposed', first.staffId], ['submission-returned', second.staffId]])
    expect(await db().proposal.findUnique({ where: { id: proposalId }, select: { status: true, decidedById: true } })).toEqual({ status: 'approved', decidedById: second.staffId })
    expect(await db().listing.findUnique({ where: { applicationId }, select: { status: true, receiptNumber: true } })).toMatchObject({ status: 'returned', receiptNumber: (await findReceipt(actor, applicationId))?.receiptNumber })
  })

  test('R-28 one administrator alone cannot', async () => {
    const { applicationId, actor } = await submitted()
    const { first, proposalId } = await proposed(applicationId)
    expect(await decideReturn({ actor: first, proposalId, outcome: 'approved', note: '', now: READ })).toEqual({ ok: false, failure: { code: 'SAME_OFFICER' } })
    expect((await the(actor, applicationId)).status).toBe('submitted')
  })

  test('R-48 what a reviewer proposed needs two administrators as well', async () => {
    const { applicationId, actor } = await submitted()
    const application = await the(actor, applicationId)
    const reviewer = await aStaffMember('reviewer')
    const [first, second] = await administrators()
    if (!first || !second) throw new Error('no administrators')
    const submission = await db().submission.findFirstOrThrow({ where: { applicationId } })
    const content = { schemaVersion: 1, submissionId: submission.id, reason: REASON }
    const proposalId = await addProposal(db(), { actor: reviewer, application, kind: 'return-submission', content, now: READ })
    expect(await decideReturn({ actor: first, proposalId, outcome: 'approved', note: '', now: READ })).toMatchObject({ ok: true, value: { outcome: 'taken-up' } })
    expect((await the(actor, applicationId)).status).toBe('submitted')
    expect(await listSubmissionRounds(db(), application)).toMatchObject([{ round: 1, returned: null }])
    const [waiting] = await listWaitingReturns(second)
    expect(waiting).toMatchObject({ by: first.name, reason: REASON, round: 1 })
    expect(await decideReturn({ actor: first, proposalId: waiting?.proposal.id ?? '', outcome: 'approved', note: '', now: READ })).toMatchObject({ failure: { code: 'SAME_OFFICER' } })
    expect(await decideReturn({ actor: second, proposalId: waiting?.proposal.id ?? '', outcome: 'approved', note: '', now: READ })).toMatchObject({ ok: true, value: { outcome: 'returned' } })
    expect(await listSubmissionRounds(db(), application)).toMatchObject([{ round: 1, checks: [], returned: { by: second.name, reason: REASON, at: READ.season } }])
  })

  test('R-28 refused, with the reason written down, it changes nothing for the family', async () => {
    const { applicationId, actor } = await submitted()
    const { second, proposalId } = await proposed(applicationId)
    expect(await decideReturn({ actor: second, proposalId, outcome: 'refused', note: '', now: READ })).toEqual({ ok: false, failure: { code: 'RETURN_REFUSAL_REASON' } })
    expect(await decideReturn({ actor: second, proposalId, outcome: 'refused', note: '地址没有写错', now: READ })).toMatchObject({ ok: true, value: { outcome: 'refused' } })
    expect((await the(actor, applicationId)).status).toBe('submitted')
    expect((await listMessages(actor)).map(({ told }) => told.code)).toEqual(['application-submitted'])
  })

  test('R-28 after the close neither proposed nor decided', async () => {
    const { applicationId } = await submitted()
    const { first, second, proposalId } = await proposed(applicationId)
    expect(await decideReturn({ actor: second, proposalId, outcome: 'approved', note: '', now: AFTER_CLOSE })).toEqual({ ok: false, failure: { code: 'RETURN_CLOSED' } })
    expect(await proposeReturn({ actor: first, applicationId, reason: REASON, now: AFTER_CLOSE })).toEqual({ ok: false, failure: { code: 'RETURN_CLOSED' } })
  })

  test('R-52 another county’s administrators find nothing', async () => {
    const { applicationId } = await submitted()
    const { proposalId } = await proposed(applicationId)
    const elsewhere = await aStaffMember('admin', { county: '360121' })
    expect(await proposeReturn({ actor: elsewhere, applicationId, reason: REASON, now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await decideReturn({ actor: elsewhere, proposalId, outcome: 'approved', note: '', now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await listWaitingReturns(elsewhere)).toEqual([])
  })

  test('R-28 a draft is not sent back, and one proposal at a time waits, however often it is pressed', async () => {
    const { applicationId } = await submitted()
    const [first] = await administrators()
    if (!first) throw new Error('no administrator')
    const tries = await Promise.all(Array.from({ length: 10 }, () => proposeReturn({ actor: first, applicationId, reason: REASON, now: READ })))
    expect(tries.filter((one) => one.ok)).toHaveLength(1)
    expect(await db().proposal.count()).toBe(1)
    const draft = await aServedConfirmation('deed-mother')
    expect(await proposeReturn({ actor: first, applicationId: draft.applicationId, reason: REASON, now: READ })).toEqual({ ok: false, failure: { code: 'RETURN_NOT_SUBMITTED' } })
  })

  test('R-28 two administrators who decide at once decide once', async () => {
    const { applicationId } = await submitted()
    const { second, proposalId } = await proposed(applicationId)
    const third = await aStaffMember('admin')
    const tries = await Promise.all([second, third].map((actor) => decideReturn({ actor, proposalId, outcome: 'approved', note: '', now: READ })))
    expect(tries.filter((one) => one.ok)).toHaveLength(1)
    expect(await db().message.count({ where: { code: 'submission-returned' } })).toBe(1)
  })
})

describe('the family whose submission was sent back', () => {
  test('R-28 keeps receipt and answers, may change them, and submits a second round that counts everywhere', async () => {
    const back = await returned()
    const { actor, applicationId } = back
    const before = await findReceipt(actor, applicationId)
    expect(before).toMatchObject({ round: 1, returned: true })
    expect(await saveStep({ actor, now: AGAIN, step: 'basis', input: { applicationId, basis: 'TITLE_DEED' } })).toMatchObject({ ok: true })
    await answer(actor, applicationId, 'confirm', AGAIN)
    const served = await servedAgain(back)
    expect(await submitApplication({ ...served, now: later(AGAIN, 14_999) })).toMatchObject({ ok: false, failure: { code: 'TOO_EARLY' } })
    expect(await submitApplication({ ...served, now: AGAIN_READ })).toEqual({ ok: true, value: { to: 'submitted', applicationId } })

    const after = await findReceipt(actor, applicationId)
    expect(after).toMatchObject({ round: 2, returned: false, submittedAt: AGAIN_READ.season })
    expect(after?.receiptNumber).not.toBe(before?.receiptNumber)
    expect(after?.checkCode).not.toBe(before?.checkCode)
    expect((await listReceipts(actor)).map(({ receiptNumber }) => receiptNumber)).toEqual([after?.receiptNumber])
    expect(await db().submission.findMany({ select: { round: true }, orderBy: { round: 'asc' } })).toEqual([{ round: 1 }, { round: 2 }])
    expect(await db().listing.findUnique({ where: { applicationId }, select: { status: true, receiptNumber: true } })).toEqual({ status: 'submitted', receiptNumber: after?.receiptNumber })
  })

  test('R-28 reads the confirmation once more, even where nothing was changed', async () => {
    const back = await returned()
    expect(await submitApplication({ actor: back.actor, applicationId: back.applicationId, fingerprint: back.fingerprint, now: AGAIN })).toEqual({ ok: false, failure: { code: 'CONFIRMATION_CHANGED' } })
    expect((await the(back.actor, back.applicationId)).status).toBe('returned')
  })

  test('R-28 that never comes back loses nothing: after the close the first round holds', async () => {
    const back = await returned()
    const { actor, applicationId } = back
    const served = await servedAgain(back)
    expect(await submitApplication({ ...served, now: { ...AFTER_CLOSE, real: AGAIN_READ.real } })).toMatchObject({ ok: false, failure: { code: 'REFUSED' } })
    const receipt = await findReceipt(actor, applicationId)
    const published = await getPublishedSeason(COUNTY, 2023)
    if (!receipt || !published) throw new Error('no receipt')
    const { schools } = receipt.shown
    expect(receipt.round).toBe(1)
    expect(standingOfSubmission({ ...receipt, schools }, published.season.settings, AFTER_CLOSE.season)).toEqual({ code: 'submitted', schools, sentBack: 1 })
    expect(standingOfSubmission({ ...receipt, schools }, published.season.settings, AGAIN.season)).toMatchObject({ code: 'returned' })
  })

  test('R-28 neither withdraws it nor takes it to another county: what was submitted holds', async () => {
    const { actor, applicationId } = await returned()
    expect(await withdrawApplication({ actor, applicationId, now: AGAIN })).toEqual({ ok: false, failure: { code: 'NOT_DRAFT' } })
    expect(await changeCounty({ actor, applicationId, county: '360121', now: AGAIN })).toEqual({ ok: false, failure: { code: 'NOT_DRAFT' } })
  })

  test('R-28 a hundred parallel presses give one second round and the same answer', async () => {
    const back = await returned()
    const served = await servedAgain(back)
    const answers = await Promise.all(Array.from({ length: 100 }, () => submitApplication({ ...served, now: AGAIN_READ })))
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ ok: true, value: { to: 'submitted', applicationId: back.applicationId } })]))
    expect(await db().submission.count()).toBe(2)
  })

  test('R-28 the other guardian’s draft does not slip in while it is open, and still sees who submitted', async () => {
    const father = await aServedConfirmation('separated-father')
    const back = await returned('separated-mother')
    const served = await servedAgain(back)
    const [mine, theirs] = await Promise.all([submitApplication({ ...served, now: AGAIN_READ }), submitApplication({ ...father, now: AGAIN_READ })])
    expect(mine).toMatchObject({ ok: true })
    expect(theirs).toEqual({ ok: false, failure: { code: 'SUBMITTED_BY_OTHER' } })
    expect(await db().submission.findMany({ select: { guardianId: true, round: true }, orderBy: { round: 'asc' } })).toEqual([1, 2].map((round) => ({ guardianId: back.actor.guardianId, round })))
    expect(await listSubmissionsByOthers(father.actor)).toMatchObject([{ submittedAt: AGAIN_READ.season }])
    expect((await listMessages(father.actor)).map(({ told }) => told.code)).toEqual(['submitted-by-other'])
  })

  test('R-28 a press on what was changed on another phone meanwhile is no submission', async () => {
    const back = await returned()
    const served = await servedAgain(back)
    const { actor, applicationId } = back
    const [saved, pressed] = await Promise.all([
      saveStep({ actor, now: AGAIN, step: 'record', input: { applicationId, answer: 'matches' } }),
      submitApplication({ ...served, now: AGAIN_READ }),
    ])
    expect([saved.ok, pressed.ok].filter(Boolean)).toHaveLength(1)
    expect(await db().submission.count()).toBe(pressed.ok ? 2 : 1)
  })
})
