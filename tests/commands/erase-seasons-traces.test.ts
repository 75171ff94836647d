import { beforeAll, beforeEach, expect, test } from 'vitest'
import { sealAudit } from '@/lib/audit/seal'
import { verifyAudit } from '@/lib/audit/verify'
import { claimCase } from '@/lib/commands/claim-case'
import { decideAllocation } from '@/lib/commands/decide-allocation'
import { decideByHand } from '@/lib/commands/decide-by-hand'
import { eraseFamilies } from '@/lib/commands/erase-families'
import { exportAllocation } from '@/lib/commands/export-allocation'
import { exportInquiries } from '@/lib/commands/export-inquiries'
import { proposeAllocation } from '@/lib/commands/propose-allocation'
import { proposeAnswer } from '@/lib/commands/propose-answer'
import { proposeOverride } from '@/lib/commands/propose-override'
import { runSimulations } from '@/lib/commands/run-simulations'
import { sendObjection } from '@/lib/commands/send-objection'
import { startSimulation } from '@/lib/commands/start-simulation'
import { sweepMaterials } from '@/lib/commands/sweep-materials'
import { verifyNotice } from '@/lib/commands/verify-notice'
import { publicationDecision } from '@/lib/domain/allocation'
import { inquiryExport } from '@/lib/domain/inquiry-content'
import type { StaffActor } from '@/lib/domain/actor'
import { findResult } from '@/lib/data/admission-results'
import { announcedSchools, findAnnouncement } from '@/lib/data/announcements'
import { listWaitingByHand } from '@/lib/data/by-hand-waiting'
import { findRun } from '@/lib/data/by-hand'
import { listByHand } from '@/lib/data/by-hand-list'
import { db } from '@/lib/data/db'
import { listExports } from '@/lib/data/inquiries'
import { listAdmissions } from '@/lib/data/school-admissions'
import { findFinishedSimulation } from '@/lib/data/simulations'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aRun, CLOSED } from '../support/allocation'
import { aSentAppeal, refuse } from '../support/appeals'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, COUNTY, later, MORNING, signedIn } from '../support/journey'
import { ANSWERS, aTrial, anImport, PEOPLE } from '../support/registers'
import { submitted } from '../support/school'
import { done } from '../support/season-drafts'
import { aStaffMember } from '../support/staff'
import { aTriedDraft, redrawn } from '../support/tried-draft'
import { storedKeys } from '../support/uploads'

/** The season of 2023 is kept for 1095 days after its close. */
const DUE = frozen('2026-08-24 00:00:00.000')
const DAY = 24 * 60 * 60 * 1000
const TOLD = later(CLOSED, DAY)

let [first, second, reviewer]: StaffActor[] = []

beforeAll(loadDemonstration)
beforeEach(async () => {
  await emptyFamilies(getEnv().databaseUrl)
  ;[first, second, reviewer] = await Promise.all([aStaffMember('admin'), aStaffMember('admin'), aStaffMember('reviewer')])
})

function officers(): { first: StaffActor; second: StaffActor; reviewer: StaffActor } {
  if (!first || !second || !reviewer) throw new Error('no officers')
  return { first, second, reviewer }
}

/** A family of which a department was asked and has answered, with its number wherever somebody may write one. */
async function anInquiry(): Promise<void> {
  const { first: admin } = officers()
  const { guardian, child } = family('child-not-on-record')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  const appealId = await aSentAppeal(actor, {
    kind: 'STUDENT_NOT_FOUND',
    input: { applicationId, studentName: '车小满', relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', address: '江西省南昌市安义县龙津镇文峰路12号', head: 'self', headIdNumber: '' },
  })
  const asked = inquiryExport.parse({ department: 'police', format: 'csv', reason: `核对 ${child.idNumber} 的户籍` })
  done(await exportInquiries({ actor: admin, asked, now: MORNING }))
  await anImport(admin, 'answers', [ANSWERS, `360123-2023-00001,登记已更正,${child.idNumber} 已补录`])
  await anImport(admin, 'people', [PEOPLE, `${child.idNumber},车小满,,,,`])
  // Tried and left lying: the file waits an hour at most.
  await aTrial(admin, 'people', [PEOPLE, `${child.idNumber},车小满二,,,,`])
  await refuse(appealId, '户口本不清楚')
}

/** Two families of whom one objects, is answered with another school and holds its notice; for the other one something lies before the second officer. */
async function anObjection() {
  const { first: admin, second: other, reviewer: officer } = officers()
  const [told, waiting] = [await submitted('deed-father'), await submitted('deed-mother')]
  const { runId } = await aRun()
  const refused = done(await proposeAllocation({ actor: admin, runId, now: CLOSED }))
  const { note } = publicationDecision.parse({ runId, proposalId: refused.id, outcome: 'refused', note: `${family('deed-father').child.idNumber} 的类别不对` })
  done(await decideAllocation({ actor: other, proposalId: refused.id, outcome: 'refused', note, now: CLOSED }))
  const { id: proposalId } = done(await proposeAllocation({ actor: admin, runId, now: CLOSED }))
  done(await decideAllocation({ actor: other, proposalId, outcome: 'approved', note: '', now: CLOSED }))
  const result = await findResult(db(), told.applicationId)
  const theirs = await findResult(db(), waiting.applicationId)
  if (!result?.admissionNumber || !result.checkCode || !theirs) throw new Error('not told')
  done(await sendObjection({ actor: told.actor, applicationId: told.applicationId, resultId: result.id, complaint: 'wrong-catchment', text: `孩子 ${family('deed-father').child.idNumber} 的房产在文峰路`, now: TOLD }))
  const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { applicationId: told.applicationId, kind: 'OBJECTION' }, select: { id: true } })
  done(await claimCase({ actor: officer, caseId, now: TOLD }))
  const answered = { resultId: result.id, schoolCode: result.schoolCode === 'LJ' ? 'YF' : 'LJ', overCapacity: false, reason: `${family('deed-father').child.idNumber} 改排` }
  done(await proposeAnswer({ actor: officer, caseId, ...answered, now: TOLD }))
  const { id: answerId } = await db().proposal.findFirstOrThrow({ where: { kind: 'answer-objection' }, select: { id: true } })
  done(await decideByHand({ actor: admin, proposalId: answerId, outcome: 'approved', note: '', now: TOLD }))
  done(await proposeOverride({ actor: admin, applicationId: waiting.applicationId, runId, resultId: theirs.id, schoolCode: theirs.schoolCode === 'SY' ? 'SX' : 'SY', overCapacity: false, reason: `${family('deed-mother').child.idNumber} 改排`, now: TOLD }))
  return { told, waiting, runId, notice: { number: result.admissionNumber, code: result.checkCode } }
}

test('P9 of a family with an inquiry, a result, an objection and a school by hand nothing is left that names it, and what counts it still counts', async () => {
  const { first: admin, second: other } = officers()
  const draftId = await aTriedDraft(admin, redrawn({ 'YF-03': 'SX', 'YF-05': null }))
  await anInquiry()
  const { told, waiting, runId, notice } = await anObjection()
  done(await startSimulation({ actor: admin, draftId, year: 2023, drafts: true, against: 'submitted' }))
  expect(await runSimulations({ now: MORNING })).toBe(1)
  await sealAudit(db())
  for (const name of ['registerTouch', 'inquiry', 'objection', 'admissionResult', 'allocationDecision', 'allocationOverride', 'simulation', 'registerUpload', 'message'] as const) {
    expect([name, await countOf(name) > 0]).toEqual([name, true])
  }

  const erased = await eraseFamilies({ county: COUNTY, year: 2023, scope: 'families', now: DUE })
  expect(erased).toMatchObject({ ok: true, value: { applications: 3, proof: { found: [] } } })

  // What tells of it is gone or unreadable, page by page.
  expect(await findAnnouncement(told.actor, told.applicationId)).toBeNull()
  expect(await listWaitingByHand(other)).toEqual([])
  const run = await findRun(db(), admin, runId)
  expect(run && (await listByHand(db(), { run, given: true, after: null })).lines).toEqual([])
  for (const schoolCode of ['LJ', 'YF', 'SX', 'SY']) expect(await listAdmissions({ county: COUNTY, year: 2023, schoolCode }, {})).toEqual([])
  const [sheet] = await listExports(admin)
  const again = done(await exportInquiries({ actor: admin, asked: inquiryExport.parse({ exportId: sheet?.id, format: 'csv', reason: '再次核对' }), now: DUE }))
  expect(Buffer.from(again.bytes).toString()).not.toContain('车小满')
  expect((await sweepMaterials({ now: { ...DUE, real: Date.now() + DAY } })).objects).toBeGreaterThanOrEqual(0)
  expect(await storedKeys()).toEqual([])
  expect(await db().registerUpload.count()).toBe(0)

  // What was decided can still be counted and worked out again, by ids that lead to nobody.
  expect(await exportAllocation({ actor: null, county: COUNTY, runId })).toMatchObject({ ok: true })
  expect((await findFinishedSimulation(admin, draftId))?.result.families).toBeGreaterThan(0)
  expect((await announcedSchools([told.applicationId, waiting.applicationId])).size).toBe(2)
  expect(await verifyNotice({ ...notice, address: '10.0.0.1' })).toMatchObject({ ok: true, value: { status: 'replaced' } })
  await sealAudit(db())
  expect((await verifyAudit(db())).faults).toEqual([])
})

const COUNTS = {
  registerTouch: () => db().registerTouch.count(), inquiry: () => db().inquiry.count({ where: { answeredAt: { not: null } } }), objection: () => db().objection.count(), admissionResult: () => db().admissionResult.count(),
  allocationDecision: () => db().allocationDecision.count(), allocationOverride: () => db().allocationOverride.count(), simulation: () => db().simulation.count(), registerUpload: () => db().registerUpload.count(), message: () => db().message.count(),
}
const countOf = (name: keyof typeof COUNTS) => COUNTS[name]()
