import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideByHand } from '@/lib/commands/decide-by-hand'
import { decideCompletion } from '@/lib/commands/decide-completion'
import { openByHand } from '@/lib/commands/open-by-hand'
import { proposeOverride } from '@/lib/commands/propose-override'
import { publishSeason } from '@/lib/commands/publish-season'
import { saveStep } from '@/lib/commands/save-step'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { sendObjection } from '@/lib/commands/send-objection'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { startCompletion } from '@/lib/commands/start-completion'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { findResult } from '@/lib/data/admission-results'
import { findRun, listSeats } from '@/lib/data/by-hand'
import { listByHand } from '@/lib/data/by-hand-list'
import { findCaseFile } from '@/lib/data/case-file'
import { findProposedCompletion, listCompletable, listCompletionsUnderWay } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { readContent, writeContent } from '@/lib/data/json'
import { listMessages } from '@/lib/data/messages'
import { getPublishedSeason } from '@/lib/data/seasons'
import { findReceipt } from '@/lib/data/submissions'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import { submissionContent } from '@/lib/domain/submission'
import { getEnv } from '@/lib/env'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve, everyMaterial, refuse } from '../support/appeals'
import { assisted, completing } from '../support/assisted'
import { emptyFamilies } from '../support/database'
import { COUNTY, later, MORNING, the } from '../support/journey'
import { CLOSED, leftOpen, READ, SENT, waitingAtClose } from '../support/left-open'
import { aRun } from '../support/objections'
import { aStaffMember } from '../support/staff'
import { passingFolder } from '../support/passing-folder'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function listed(now = CLOSED) {
  const published = await getPublishedSeason(COUNTY, 2023)
  return published ? listCompletable(db(), published, now.season) : []
}

/** The officer walks through what is left and submits, which lays it before the second one. */
async function proposed(officer: StaffActor, applicationId: string): Promise<{ actor: GuardianActor; proposalId: string }> {
  const { actor } = await completing(officer, applicationId, CLOSED)
  return { actor, proposalId: await submittedAtTheDesk(actor, applicationId) }
}

async function submittedAtTheDesk(actor: GuardianActor, applicationId: string): Promise<string> {
  const { established } = await the(actor, applicationId)
  expect(await saveStep({ actor, now: CLOSED, step: 'no-materials', input: { applicationId, establishment: established.materials?.id ?? '' } })).toEqual({ ok: true, value: { next: 'confirm' } })
  const served = await serveConfirmation({ actor, applicationId, now: CLOSED, read: true })
  const fingerprint = served.ok ? served.value.confirmation.fingerprint : ''
  expect(await submitApplication({ actor, applicationId, fingerprint, now: later(CLOSED, 14_999) })).toEqual({ ok: false, failure: { code: 'TOO_EARLY', leftMs: 1 } })
  expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toEqual({ ok: true, value: { to: 'proposed', applicationId } })
  expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toMatchObject({ ok: true })
  const { id } = await db().proposal.findFirstOrThrow({ where: { applicationId, status: 'waiting' } })
  return id
}

const approval = (actor: StaffActor, proposalId: string) => decideCompletion({ actor, proposalId, outcome: 'approved', note: '', now: READ })

describe('R-18 which registrations are completed', () => {
  test('R-18 those whose appeal waited at the close and is approved; judged as of when it was sent', async () => {
    const { applicationId, appealId, own } = await waitingAtClose()
    expect(await listed()).toEqual([])
    await approve(appealId, CLOSED)
    expect(await listed(MORNING)).toEqual([])
    expect(await listed()).toMatchObject([{ application: { id: applicationId }, guardian: { name: own.name }, kind: 'NO_VALID_MATERIALS', judgedAt: SENT.season, decidedAt: CLOSED.season, proposal: null }])
    await withdrawApplication({ actor: own, applicationId, now: CLOSED })
    expect(await listed()).toEqual([])
  })

  test('R-18 refused after the close and amended, it is judged as of the round that was in time', async () => {
    const { own, appealId } = await waitingAtClose()
    await refuse(appealId, '看不清', CLOSED)
    await everyMaterial(own, appealId)
    expect(await sendAppeal({ actor: own, appealId, now: later(CLOSED, 1000) })).toMatchObject({ ok: true })
    await approve(appealId, later(CLOSED, 2000))
    expect(await listed(READ)).toMatchObject([{ judgedAt: SENT.season, decidedAt: CLOSED.season + 2000 }])
  })

  test('R-18 not what was approved while the season was open: that family had its time', async () => {
    const { appealId, applicationId } = await waitingAtClose()
    await approve(appealId, later(SENT, 1000))
    expect(await listed()).toEqual([])
    expect(await startCompletion({ actor: await aStaffMember('desk'), applicationId, presence: 'present', now: CLOSED })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })

  test('R-18 R-52 another county’s officer finds nothing to complete', async () => {
    const { applicationId } = await leftOpen()
    const stranger = await aStaffMember('desk', { county: '360124' })
    expect(await startCompletion({ actor: stranger, applicationId, presence: 'present', now: CLOSED })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })
})

describe('R-18 two officers complete it', () => {
  test('R-18 R-46 the first submits after fifteen seconds, the second approves: a submission judged as of the sending, with both named', async () => {
    const { officer, second, applicationId, own } = await leftOpen()
    const { proposalId } = await proposed(officer, applicationId)
    expect(await db().submission.count()).toBe(0)
    expect([...(await listCompletionsUnderWay(own))]).toEqual([applicationId])
    expect(await findProposedCompletion(db(), second, proposalId)).toMatchObject({ isCurrent: true, confirmation: { determination: { refusals: [], category: { row: 'K8' } } } })
    expect(await approval(second, proposalId)).toEqual({ ok: true, value: null })
    const row = await db().submission.findFirstOrThrow({ where: { applicationId } })
    expect(row).toMatchObject({ submittedAt: new Date(READ.season), assistedById: officer.staffId })
    const content = readContent((await the(own, applicationId)).key, 'submission', row.contentCipher, submissionContent)
    expect(content).toMatchObject({ facts: { at: new Date(SENT.season).toISOString() }, assistedBy: '周岚', completed: { approvedBy: '刘建波', judgedAt: SENT.season } })
    expect(await findReceipt(own, applicationId)).toMatchObject({ assistedBy: '周岚', completed: { approvedBy: '刘建波' } })
    expect((await listMessages(own)).map((one) => one.told.code)).toContain('registration-completed')
    expect(await listed()).toEqual([])
  })

  test('R-18 the season’s close counts for everybody else: the family itself, and an officer who only assists', async () => {
    const { officer, applicationId, own, guardian } = await leftOpen()
    const { actor } = await assisted(officer, { guardian }, CLOSED)
    const establishment = (await the(own, applicationId)).established.materials?.id ?? ''
    for (const somebody of [own, actor]) expect(await saveStep({ actor: somebody, now: CLOSED, step: 'no-materials', input: { applicationId, establishment } })).toEqual({ ok: false, failure: { code: 'SEASON_CLOSED' } })
    await proposed(officer, applicationId)
    const served = await serveConfirmation({ actor: own, applicationId, now: READ, read: true })
    const fingerprint = served.ok ? served.value.confirmation.fingerprint : ''
    expect(await submitApplication({ actor: own, applicationId, fingerprint, now: later(READ, 15_000) })).toEqual({ ok: false, failure: { code: 'REFUSED', refusals: ['SEASON_CLOSED'] } })
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(READ, 15_000) })).toEqual({ ok: false, failure: { code: 'REFUSED', refusals: ['SEASON_CLOSED'] } })
  })

  test('R-18 the same officer does not approve it, nor one of another county', async () => {
    const { officer, applicationId } = await leftOpen()
    const { proposalId } = await proposed(officer, applicationId)
    expect(await approval(officer, proposalId)).toEqual({ ok: false, failure: { code: 'SAME_OFFICER' } })
    expect(await approval(await aStaffMember('admin', { county: '360124' }), proposalId)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await db().submission.count()).toBe(0)
  })

  test('R-18 while it waits for the second officer it is not begun again; sent back with a note, it is', async () => {
    const { officer, second, applicationId } = await leftOpen()
    const { proposalId } = await proposed(officer, applicationId)
    const again = () => startCompletion({ actor: officer, applicationId, presence: 'phone', now: READ })
    expect(await again()).toEqual({ ok: false, failure: { code: 'COMPLETION_WAITING' } })
    expect(await decideCompletion({ actor: second, proposalId, outcome: 'refused', note: ' ', now: READ })).toEqual({ ok: false, failure: { code: 'REFUSAL_NOTE_MISSING', field: 'note' } })
    expect(await decideCompletion({ actor: second, proposalId, outcome: 'refused', note: '地址和居住证不一致', now: READ })).toEqual({ ok: true, value: null })
    expect(await listed()).toMatchObject([{ proposal: { id: proposalId, status: 'refused', note: '地址和居住证不一致' } }])
    expect(await approval(second, proposalId)).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await again()).toMatchObject({ ok: true })
  })

  test('R-18 what has changed since it was submitted at the desk is not approved', async () => {
    const { officer, second, applicationId } = await leftOpen()
    const { actor, proposalId } = await proposed(officer, applicationId)
    expect(await saveStep({ actor, now: READ, step: 'basis', input: { applicationId, basis: 'NO_VALID_MATERIALS' } })).toMatchObject({ ok: true })
    expect(await approval(second, proposalId)).toEqual({ ok: false, failure: { code: 'COMPLETION_CHANGED' } })
    expect(await db().proposal.findUniqueOrThrow({ where: { id: proposalId } })).toMatchObject({ status: 'waiting' })
    // Read and submitted anew, on what the county established anew, it takes the place of the one before.
    const { key, established } = await the(actor, applicationId)
    const content = { schemaVersion: 1, ground: 'BUSINESS', address: established.materials?.value.address } as const
    await db().establishment.create({ data: { applicationId, kind: 'no-valid-materials', establishedAt: new Date(CLOSED.season), establishedBy: '周审核', contentCipher: writeContent(key, 'establishment', content) } })
    const again = await submittedAtTheDesk(actor, applicationId)
    expect(await db().proposal.findUniqueOrThrow({ where: { id: proposalId } })).toMatchObject({ status: 'withdrawn' })
    expect(await approval(second, again)).toEqual({ ok: true, value: null })
  })

  test('R-18 R-28 ten approvals at once make one submission', async () => {
    const { officer, second, applicationId } = await leftOpen()
    const { proposalId } = await proposed(officer, applicationId)
    const answers = await Promise.all(Array.from({ length: 10 }, () => approval(second, proposalId)))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(await db().submission.count()).toBe(1)
  })
})

test('R-18 R-50 completed after the publication, the child is listed for the county, placed by two officers, counted on its seat, and its family is told', async () => {
  const { officer, second, applicationId, own, child } = await leftOpen()
  const { proposalId } = await proposed(officer, applicationId)
  const runId = await aRun({ at: CLOSED.season, loads: [{ school: 'LJ', admitted: 270, coordinated: 0, held: 0 }, { school: 'YF', admitted: 10, coordinated: 0, held: 0 }] })
  const run = await findRun(db(), second, runId)
  if (!run) throw new Error('no run')
  const listedBy = async (given: boolean) => (await listByHand(db(), { run, given, after: null })).lines
  const asked = { actor: await aStaffMember('reviewer'), applicationId, runId, resultId: null, overCapacity: false, reason: '公布以后办结', now: READ }
  expect(await proposeOverride({ ...asked, schoolCode: 'YF' })).toMatchObject({ failure: { code: 'NOT_FOUND' } })
  expect(await approval(second, proposalId)).toEqual({ ok: true, value: null })
  expect(await listedBy(false)).toMatchObject([{ applicationId, child: child.name, because: null, given: null, proposed: false }])
  expect(await openByHand({ actor: second, runId, applicationId })).toMatchObject({ placed: { decision: null, given: false, schoolCode: null, result: null } })
  expect(await proposeOverride({ ...asked, schoolCode: 'LJ' })).toMatchObject({ failure: { code: 'SCHOOL_FULL' } })
  expect(await proposeOverride({ ...asked, schoolCode: 'YF' })).toMatchObject({ ok: true })
  const { id } = await db().proposal.findFirstOrThrow({ where: { applicationId, status: 'waiting' } })
  expect(await decideByHand({ actor: second, proposalId: id, outcome: 'approved', note: '', now: READ })).toEqual({ ok: true, value: { outcome: 'approved' } })
  expect(await findResult(db(), applicationId)).toMatchObject({ number: 1, runId, schoolCode: 'YF', outcome: 'by-hand', because: 'DECIDED_BY_HAND' })
  expect((await listMessages(own))[0]?.told).toMatchObject({ code: 'school-decided', content: { school: '逸夫小学' } })
  expect((await listSeats(db(), run)).find(({ code }) => code === 'YF')).toMatchObject({ taken: 11 })
  expect(await listedBy(false)).toEqual([])
  expect(await listedBy(true)).toMatchObject([{ applicationId, given: 'YF' }])
  // Its family may object, as any other.
  const result = await findResult(db(), applicationId)
  expect(await sendObjection({ actor: own, applicationId, resultId: result?.id ?? '', complaint: 'something-else', text: '离家太远，接送不方便，请再看一看', now: READ })).toMatchObject({ ok: true })
  const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { applicationId, status: 'open' } })
  expect(await findCaseFile(db(), second, caseId, READ.real)).toMatchObject({ is: 'objection', contested: { decision: null } })
})

test('R-18 a county whose season completes nothing after the close has nothing to complete', async () => {
  const { applicationId, officer } = await leftOpen()
  const folder = passingFolder()
  cpSync('prisma/seasons/360123-2023', folder, { recursive: true })
  const settings: object = JSON.parse(readFileSync(path.join(folder, 'season.json'), 'utf8'))
  writeFileSync(path.join(folder, 'season.json'), JSON.stringify({ ...settings, review: { afterClose: 'never' } }))
  const { files, agreement } = await readSeasonFolder(folder)
  if (!files) throw new Error('no files')
  expect(await publishSeason({ files, agreement })).toMatchObject({ ok: true })
  expect(await listed()).toEqual([])
  expect(await startCompletion({ actor: officer, applicationId, presence: 'present', now: CLOSED })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
})
