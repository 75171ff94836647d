import { beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { decideReturn } from '@/lib/commands/decide-return'
import { decideWindow } from '@/lib/commands/decide-window'
import { proposeReturn } from '@/lib/commands/propose-return'
import { proposeWindow } from '@/lib/commands/propose-window'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawCountyProposal } from '@/lib/commands/withdraw-county-proposal'
import { withdrawProposal } from '@/lib/commands/withdraw-proposal'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { emptyFamilies } from '../support/database'
import { aProperty, aProposal } from '../support/desk'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, later, MORNING, signedIn } from '../support/journey'
import { aStaffMember } from '../support/staff'

const ROUNDS = 4
const READ = later(MORNING, 15_000)

beforeEach(() => emptyFamilies(getEnv().databaseUrl))

type Word = Promise<Result<unknown, { code: string }>>

/** Everybody's word at once: one of them counts, the others hear that it was decided meanwhile; nobody waits for ever. */
async function atOnce(words: readonly Word[]): Promise<void> {
  const said = await Promise.all(words)
  expect(said.filter((one) => one.ok)).toHaveLength(1)
  for (const one of said) if (!one.ok) expect(['CHANGED_MEANWHILE', 'SAME_OFFICER', 'NOT_FOUND', 'WINDOW_MOVED']).toContain(one.failure.code)
}

const officers = (role: 'admin' | 'desk') => Promise.all([aStaffMember(role), aStaffMember(role), aStaffMember(role)])

async function eventsOf(...types: string[]): Promise<number> {
  return db().auditEvent.count({ where: { type: { in: types } } })
}

test('R-51 P4 a later close that is approved twice, refused and withdrawn at once happens once or not at all, and its own officer’s second press is nobody’s', async () => {
  const [first, second, third] = await officers('admin')
  for (let round = 1; round <= ROUNDS; round++) {
    const versions = await db().seasonVersion.count()
    const proposed = await proposeWindow({ actor: first, closesAt: `2023-08-${25 + round}T00:00:00+08:00`, reason: '平台停机三小时', now: MORNING })
    if (!proposed.ok) throw new Error(proposed.failure.code)
    const { proposalId } = proposed.value
    const decide = (actor: StaffActor, outcome: 'approved' | 'refused') => decideWindow({ actor, proposalId, outcome, note: '不必', now: MORNING })
    await atOnce([decide(second, 'approved'), decide(third, 'approved'), decide(first, 'approved'), decide(second, 'refused'), withdrawCountyProposal({ actor: first, proposalId, now: MORNING })])
    const { status, decidedById } = await db().countyProposal.findUniqueOrThrow({ where: { id: proposalId }, select: { status: true, decidedById: true } })
    expect((await db().seasonVersion.count()) - versions).toBe(status === 'approved' ? 1 : 0)
    if (status !== 'withdrawn') expect(decidedById).not.toBe(first.staffId)
  }
  expect(await eventsOf('window-extended', 'window-refused', 'proposal-withdrawn')).toBe(ROUNDS)
})

test('R-46 P4 an entry of the desk that is approved twice, refused and withdrawn at once is established once or not at all', async () => {
  const [first, second, third] = await officers('desk')
  const { guardian, child } = family('deed-father')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, MORNING)
  await answer(actor, applicationId, 'basis', MORNING)
  for (let round = 1; round <= ROUNDS; round++) {
    const established = await db().establishment.count()
    const proposalId = await aProposal(first, 'property', aProperty(applicationId, guardian, { certificateNumber: `安房权证龙津字第2003120${round}号` }))
    const decide = (by: StaffActor, outcome: 'approved' | 'refused') => decideProposal({ actor: by, proposalId, outcome, note: '不符', now: MORNING })
    await atOnce([decide(second, 'refused'), decide(third, 'approved'), decide(first, 'approved'), decide(second, 'approved'), withdrawProposal({ actor: first, proposalId, now: MORNING })])
    const { status } = await db().proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { status: true } })
    expect((await db().establishment.count()) - established).toBe(status === 'approved' ? 1 : 0)
  }
  expect(await eventsOf('proposal-approved', 'proposal-refused', 'proposal-withdrawn')).toBe(ROUNDS)
})

test('R-28 P4 a return that two administrators decide at once sends the submission back once or not at all', async () => {
  const [first, second, third] = await officers('admin')
  const served = await aServedConfirmation('deed-father')
  const sent = await submitApplication({ ...served, now: READ })
  const proposed = sent.ok ? await proposeReturn({ actor: first, applicationId: served.applicationId, reason: '房产地址写错了楼栋', now: READ }) : sent
  if (!proposed.ok) throw new Error(proposed.failure.code)
  const { proposalId } = proposed.value
  const decide = (actor: StaffActor, outcome: 'approved' | 'refused') => decideReturn({ actor, proposalId, outcome, note: '不必', now: READ })
  await atOnce([decide(second, 'approved'), decide(third, 'approved'), decide(first, 'approved'), decide(third, 'refused')])
  expect(await db().message.count({ where: { applicationId: served.applicationId, code: 'submission-returned' } })).toBe(await eventsOf('submission-returned'))
  expect(await eventsOf('submission-returned', 'proposal-refused')).toBe(1)
})
