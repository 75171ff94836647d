import { beforeAll, beforeEach, expect, test } from 'vitest'
import { changeCounty } from '@/lib/commands/change-county'
import { decideReturn } from '@/lib/commands/decide-return'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import { proposeReturn } from '@/lib/commands/propose-return'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { assisted } from '../support/assisted'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, aServedConfirmation, later, MORNING, signedIn } from '../support/journey'
import { READ, submitted } from '../support/school'
import { aStaffMember } from '../support/staff'

const AGAIN = later(MORNING, 60_000)

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

test('R-47 H7 the file has what was frozen with its reasons, what the registers said, and what happened by whose hand', async () => {
  const { applicationId, actor: guardian } = await submitted()
  const actor = await aStaffMember('reviewer', { name: '周审核' })
  const file = await openApplicationFile({ actor, applicationId, now: READ })
  const [submission] = file?.submissions ?? []
  expect(submission).toMatchObject({ round: 1, shown: { student: { name: '程一诺' } }, determination: { category: { row: 'K1' }, placement: { row: 'YF-03' } } })
  expect(submission?.determination.trace.length).toBeGreaterThan(10)
  expect(submission?.published.number).toBe(1)
  expect(file?.guardian.name).toBe(guardian.name)
  expect(file?.findings.map(({ registry }) => registry)).toEqual(['property', 'household', 'record'])
  expect(file?.findings.every(({ version }) => version?.number === version?.newest)).toBe(true)
  expect(file?.consents.map(({ kind }) => kind).toSorted()).toEqual(['agreement', 'query'])
  expect(file?.messages.find(({ own }) => own)).toMatchObject({ told: { code: 'application-submitted' }, sms: { status: 'pending' } })
  expect(file?.events[0]).toMatchObject({ type: 'application-opened', actor: 'staff', by: '周审核' })
})

test('P4 every opening of a file is on the record, and another county’s file is not there at all (R-52)', async () => {
  const { applicationId } = await submitted()
  const actor = await aStaffMember('desk')
  await openApplicationFile({ actor, applicationId, now: READ })
  await openApplicationFile({ actor, applicationId, now: READ })
  expect(await openApplicationFile({ actor: await aStaffMember('admin', { county: '360124' }), applicationId, now: READ })).toBeNull()
  const opened = await db().auditEvent.findMany({ where: { type: 'application-opened' }, select: { actorId: true, applicationId: true } })
  expect(opened).toEqual([{ actorId: actor.staffId, applicationId }, { actorId: actor.staffId, applicationId }])
})

test('R-47 of a draft the file has what it comes to now, and of one that has not come so far where it stands', async () => {
  const { applicationId } = await aServedConfirmation('deed-father')
  const actor = await aStaffMember('reviewer')
  const file = await openApplicationFile({ actor, applicationId, now: READ })
  expect(file).toMatchObject({ submissions: [], now: { determination: { category: { row: 'K1' } } } })
  const guardian = await signedIn(family('deed-mother'))
  const early = await openApplicationFile({ actor, applicationId: await aDraft(guardian, family('deed-mother').child.idNumber), now: READ })
  expect(early).toMatchObject({ submissions: [], now: null })
})

test('R-28 R-48 every round, and every proposal with its reason, stand in the file', async () => {
  const { applicationId, actor: guardian } = await submitted()
  const [first, second] = [await aStaffMember('admin', { name: '甘主任' }), await aStaffMember('admin', { name: '刘主任' })]
  const proposed = await proposeReturn({ actor: first, applicationId, reason: '请核对楼栋', now: READ })
  await decideReturn({ actor: second, proposalId: proposed.ok ? proposed.value.proposalId : '', outcome: 'approved', note: '', now: READ })
  const served = await serveConfirmation({ actor: guardian, applicationId, now: AGAIN, read: true })
  await submitApplication({ actor: guardian, applicationId, fingerprint: served.ok ? served.value.confirmation.fingerprint : '', now: later(AGAIN, 15_000) })
  const file = await openApplicationFile({ actor: first, applicationId, now: later(AGAIN, 15_000) })
  expect(file?.submissions.map(({ round }) => round)).toEqual([2, 1])
  expect(file?.proposals).toMatchObject([{ kind: 'return-submission', status: 'approved', by: '甘主任', reason: '请核对楼栋', decided: { by: '刘主任', note: '' } }])
})

test('R-46 R-52 before whom a consent was signed, and on which paper, the own county reads and another one does not', async () => {
  const { guardian, child } = family('deed-father')
  const { actor } = await assisted(await aStaffMember('desk', { name: '周岚' }), { guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  const atTheDesk = async (county?: string) => (await openApplicationFile({ actor: await aStaffMember('desk', { county }), applicationId, now: READ }))?.consents.map((one) => one.atTheDesk)
  expect(await atTheDesk()).toEqual([{ officer: '周岚', sheets: [{ scanId: expect.any(String), page: 1 }] }])
  expect((await changeCounty({ actor: await signedIn({ guardian }), applicationId, county: '360124', now: READ })).ok).toBe(true)
  expect(await atTheDesk('360124')).toEqual([null])
})
