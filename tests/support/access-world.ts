import { randomBytes } from 'node:crypto'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import type { StaffRole } from '@/lib/domain/staff'
import { readClock } from '@/lib/clock'
import { submitApplication } from '@/lib/commands/submit-application'
import { openSeasonDraft } from '@/lib/commands/open-season-draft'
import { sendObjection } from '@/lib/commands/send-objection'
import { proposeWindow } from '@/lib/commands/propose-window'
import { startAssistance } from '@/lib/commands/start-assistance'
import { addCountyProposal } from '@/lib/data/county-proposals'
import { addProposal } from '@/lib/data/proposals'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { openSession } from '@/lib/data/guardians'
import { masksFor } from '@/lib/data/reveals'
import { listSeasonDrafts } from '@/lib/data/season-drafts'
import { listSeasonProposals } from '@/lib/data/season-proposals'
import { anAppeal, everyMaterial } from './appeals'
import { aDraftProposal, aProperty, aProposal } from './desk'
import { aResult } from './admission'
import { aDraft, answer, COUNTY, later, signedIn, type Asking } from './journey'
import { aRun } from './objections'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { family } from './families'
import { aTrial, PEOPLE } from './registers'
import { aStaffMember, aStaffSession } from './staff'
import { uploaded } from './uploads'

/**
 * Everybody and everything that the access tests ask about, made in the running application's database: who may open
 * what is then asked over HTTP: a cookie an actor, ids an owner.
 */
const now = await readClock()
const minutesAgo = (minutes: number) => later(now, -minutes * 60_000)

async function cookieOf({ guardianId }: GuardianActor): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await openSession(token, guardianId, now.real)
  return `ruxue-guardian=${token}`
}

async function staffCookie(role: StaffRole, county: string, schoolCode?: string): Promise<{ cookie: string; actor: StaffActor }> {
  const actor = await aStaffMember(role, { county, schoolCode })
  return { cookie: `ruxue-staff=${await aStaffSession(actor.staffId)}`, actor }
}

/** What stands for the guardian's phone where it may be shown. */
async function phoneField(officer: StaffActor, id: string, { phone }: GuardianActor): Promise<string> {
  return (await masksFor(officer, { id }, now))('phone', phone ?? '').field
}

/** A department's file with a bad line, which was tried. */
async function badUpload(admin: StaffActor): Promise<string> {
  return (await aTrial(admin, 'people', [PEOPLE, 'nobody,某,,,,'], now)).id
}

/** The county's season as it is being revised; one from an earlier world will do. */
async function aSeasonDraft(admin: StaffActor): Promise<string> {
  const open = (await listSeasonDrafts(db(), admin)).find(({ status }) => status === 'editing')
  const opened = open ? null : await openSeasonDraft({ actor: admin, as: 'same-year' })
  if (opened && !opened.ok) throw new Error(opened.failure.code)
  return open?.id ?? opened?.value.id ?? ''
}

/** A later close that waits for the county's other administrator; one from an earlier world will do. */
async function aSeasonProposal(admin: StaffActor): Promise<string> {
  const [waiting] = await listSeasonProposals(admin, { waiting: true })
  const proposed = waiting ? null : await proposeWindow({ actor: admin, closesAt: '2023-12-31T00:00:00+08:00', reason: '平台停机三小时', now })
  if (proposed && !proposed.ok) throw new Error(proposed.failure.code)
  return waiting?.id ?? proposed?.value.proposalId ?? ''
}

/** A registration that is submitted, with a proposal to return it. */
async function registered(walk: string, county: string, admin: StaffActor, asking?: Asking) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, minutesAgo(5), undefined, county)
  await answer(actor, applicationId, 'confirm', minutesAgo(4), asking)
  const served = await serveConfirmation({ actor, applicationId, now: minutesAgo(3), read: true })
  if (!served.ok) throw new Error(served.failure.code)
  const submitted = await submitApplication({ actor, applicationId, fingerprint: served.value.confirmation.fingerprint, now })
  if (!submitted.ok) throw new Error(submitted.failure.code)
  const application = await findApplicationOfCounty(admin, applicationId)
  const submission = await db().submission.findFirstOrThrow({ where: { applicationId }, select: { id: true, schoolCode: true } })
  if (!application) throw new Error('not of this county')
  const content = { schemaVersion: 1, submissionId: submission.id, reason: '材料要重新核对' }
  const proposal = await db().$transaction((transaction) => addProposal(transaction, { actor: admin, application, kind: 'return-submission', content, now }))
  const event = await db().auditEvent.findFirstOrThrow({ where: { applicationId }, select: { id: true } })
  const message = await db().message.findFirstOrThrow({ where: { guardianId: actor.guardianId }, select: { id: true } })
  // An account of that county is an object too; its own administrators may open it.
  return {
    actor, field: await phoneField(admin, applicationId, actor), school: submission.schoolCode,
    ids: { application: applicationId, submission: submission.id, proposal, event: String(event.id), staff: admin.staffId, session: (await aStaffMember('reviewer', { county })).sessionId, message: message.id, upload: await badUpload(admin), seasonDraft: await aSeasonDraft(admin), seasonProposal: await aSeasonProposal(admin) },
  }
}

/** The same, which took part in a published run, objects to its result, and has a school by hand proposed. */
async function allocated(registration: Awaited<ReturnType<typeof registered>>, runId: string, admin: StaffActor) {
  const { actor, ids: { application: applicationId, submission: submissionId } } = registration
  const application = await findApplicationOfCounty(admin, applicationId)
  if (!application) throw new Error('not of this county')
  await db().allocationDecision.create({ data: { runId, applicationId, submissionId, outcome: 'admitted', because: 'WITHIN_CAPACITY', schoolCode: registration.school, lot: '0' }, select: { runId: true } })
  const { id: resultId } = await aResult(applicationId, { county: application.county, schoolCode: registration.school, at: now.season })
  const sent = await sendObjection({ actor, applicationId, resultId, complaint: 'something-else', text: '请再核对一次登记的地址。', now })
  if (!sent.ok) throw new Error(sent.failure.code)
  const { id: objection } = await db().objection.findFirstOrThrow({ where: { applicationId }, select: { id: true } })
  const content = { schemaVersion: 1, runId, resultId, schoolCode: application.county === COUNTY ? 'SY' : 'QL', overCapacity: false, reason: '学区核对有误' }
  const byHand = await db().$transaction((transaction) => addProposal(transaction, { actor: admin, application, kind: 'override-allocation', content, now }))
  return { ...registration, ids: { ...registration.ids, result: resultId, run: runId, objection, byHand } }
}

/** A draft with an appeal that waits, a file in it, its case in the queue, and what the desk has proposed for it with a scan. */
async function appealing(walk: string, county: string, officer: StaffActor) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, minutesAgo(5), undefined, county)
  await answer(actor, applicationId, 'basis', minutesAgo(4))
  const appealId = await anAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '民和镇青岚社区', evidence: 'JZZ-1' } }, now)
  await everyMaterial(actor, appealId)
  const material = await uploaded(actor, appealId, { document: 'residence-permit', subject: '', now })
  const sent = await sendAppeal({ actor, appealId, now })
  if (!sent.ok) throw new Error(sent.failure.code)
  const { id: reviewCase } = await db().reviewCase.findFirstOrThrow({ where: { appealId }, select: { id: true } })
  const proposal = await aProposal(officer, 'property', aProperty(applicationId, guardian, { county, owner1Relation: 'OTHER' }), now)
  const { id: scan } = await db().deskScan.findFirstOrThrow({ where: { proposalId: proposal }, select: { id: true } })
  const deskDraft = await aDraftProposal(officer, 'property', aProperty(applicationId, guardian, { county, owner1Relation: 'OTHER' }), now)
  const started = await startAssistance({ actor: officer, card: { name: guardian.name, idNumber: guardian.idNumber, phone: null, cardChecked: 'yes', present: 'yes' }, now })
  if (!started.ok) throw new Error(started.failure.code)
  const assistance = started.value.assistanceId
  return { actor, field: await phoneField(officer, applicationId, actor), ids: { application: applicationId, appeal: appealId, material, case: reviewCase, proposal, deskProposal: proposal, scan, deskDraft, assistance } }
}

/** The publication of a run that waits for another administrator; whether there is anything left to publish is asked when it is decided. */
async function publicationOf(runId: string, admin: StaffActor): Promise<string> {
  const proposal = await db().$transaction((transaction) => addCountyProposal(transaction, { actor: admin, year: 2023, kind: 'publish-allocation', subjectId: runId, content: { schemaVersion: 1, decisionsHash: 'none' }, now }))
  if (!proposal.ok) throw new Error(proposal.failure.code)
  return proposal.value.id
}

/** A try of a season that is being prepared, which no server will touch. */
async function tried({ county, staffId }: StaffActor, draftId: string): Promise<string> {
  const run = { county, draftId, year: 2023, drafts: false, against: 'submitted', status: 'running', attempt: 1, heartbeatAt: new Date(now.real + 24 * 60 * 60_000), createdById: staffId } as const
  return (await db().simulation.create({ data: run, select: { id: true } })).id
}

export default async function accessWorld() {
  const [reviewer, desk, admin, auditor, clerk] = await Promise.all((['reviewer', 'desk', 'admin', 'auditor', 'school'] as const).map((role) => staffCookie(role, '360123', 'LJ')))
  const [otherReviewer, otherDesk, otherAdmin, otherAuditor, otherClerk] = await Promise.all((['reviewer', 'desk', 'admin', 'auditor', 'school'] as const).map((role) => staffCookie(role, '360124', 'QL')))
  const neighbourClerk = await staffCookie('school', '360123', 'YF')
  if (!reviewer || !desk || !admin || !auditor || !clerk || !otherReviewer || !otherDesk || !otherAdmin || !otherAuditor || !otherClerk) throw new Error('somebody is missing')

  const run = await aRun({ at: now.season })
  const own = await allocated(await registered('deed-mother', '360123', admin.actor), run, admin.actor)
  const neighbour = await allocated(await registered('deed-father', '360123', admin.actor), run, admin.actor)
  const other = await allocated(await registered('jinxian-deed', '360124', otherAdmin.actor), await aRun({ county: '360124', at: now.season }), otherAdmin.actor)
  const appeal = await appealing('residence-permit', '360123', desk.actor)
  const otherAppeal = await appealing('jinxian-household', '360124', otherDesk.actor)

  // What is asked about is alive: the server beside us sweeps what idled.
  await db().staffSession.updateMany({ data: { lastSeenAt: new Date(now.real), expiresAt: new Date(now.real + 60 * 60_000) } })

  return {
    cookies: {
      guardian: await cookieOf(own.actor),
      appellant: await cookieOf(appeal.actor),
      'other-parent': await cookieOf(await signedIn({ guardian: family('deed-mother-father-signs-in').guardian })),
      stranger: await cookieOf(await signedIn({ guardian: family('other-province').guardian })),
      reviewer: reviewer.cookie, desk: desk.cookie, admin: admin.cookie, auditor: auditor.cookie, clerk: clerk.cookie,
      'neighbour-clerk': neighbourClerk.cookie,
      'other-reviewer': otherReviewer.cookie, 'other-desk': otherDesk.cookie, 'other-admin': otherAdmin.cookie, 'other-auditor': otherAuditor.cookie, 'other-clerk': otherClerk.cookie,
    },
    // To whom a case is given. Not those who ask: whoever holds a case keeps it longer by looking at it.
    reviewers: { '360123': (await aStaffMember('reviewer', { county: '360123' })).staffId, '360124': (await aStaffMember('reviewer', { county: '360124' })).staffId },
    owned: [
      { name: 'own family', county: '360123', school: own.school, guardian: 'guardian', field: own.field, ids: { ...own.ids, simulation: await tried(admin.actor, own.ids.seasonDraft), publication: await publicationOf(own.ids.run, admin.actor) } },
      { name: 'family of another school', county: '360123', school: neighbour.school, guardian: null, field: neighbour.field, ids: neighbour.ids },
      { name: 'family with an appeal', county: '360123', school: null, guardian: 'appellant', field: appeal.field, ids: appeal.ids },
      { name: 'family of another county', county: '360124', school: other.school, guardian: null, field: other.field, ids: { ...other.ids, simulation: await tried(otherAdmin.actor, other.ids.seasonDraft), publication: await publicationOf(other.ids.run, otherAdmin.actor) } },
      { name: 'family of another county with an appeal', county: '360124', school: null, guardian: null, field: otherAppeal.field, ids: otherAppeal.ids },
    ],
  }
}
