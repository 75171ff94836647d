import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import { decideAllocation } from '@/lib/commands/decide-allocation'
import { decideByHand } from '@/lib/commands/decide-by-hand'
import { decideCompletion } from '@/lib/commands/decide-completion'
import { decidePublication } from '@/lib/commands/decide-publication'
import { proposeAllocation } from '@/lib/commands/propose-allocation'
import { proposeOverride } from '@/lib/commands/propose-override'
import { proposePublication } from '@/lib/commands/propose-publication'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawAllocation } from '@/lib/commands/withdraw-allocation'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { withdrawCountyProposal } from '@/lib/commands/withdraw-county-proposal'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aRun, CLOSED as ALLOCATED, publishRules } from '../support/allocation'
import { approve, aSentAppeal } from '../support/appeals'
import { completing } from '../support/assisted'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, later, MORNING, signedIn, the } from '../support/journey'
import { AFTERWARDS, aRun as aPublishedRun, aTold } from '../support/objections'
import { aSeasonDraft } from '../support/prepared-seasons'
import { submitted } from '../support/school'
import { theDraft } from '../support/season-drafts'
import { aStaffMember } from '../support/staff'

const ROUNDS = 4
type Word = () => Promise<Result<unknown, { code: string }>>

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

/** Everybody's word at once, somebody else's first in each round: one counts, the others hear why not; nobody waits for ever, and nothing is thrown. */
async function atOnce(round: number, ...words: readonly Word[]): Promise<void> {
  const first = round % words.length
  const said = await Promise.all([...words.slice(first), ...words.slice(0, first)].map((word) => word()))
  expect(said.filter((one) => one.ok)).toHaveLength(1)
  for (const one of said) if (!one.ok) expect(['CHANGED_MEANWHILE', 'SAME_OFFICER', 'NOT_FOUND', 'NOT_DRAFT', 'ALLOCATION_PUBLISHED', 'RESULT_CHANGED', 'COMPLETION_CHANGED']).toContain(one.failure.code)
}

const officers = (role: 'admin' | 'desk') => Promise.all([aStaffMember(role), aStaffMember(role), aStaffMember(role)])

function made<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

test('R-51 a season that is published twice, refused, withdrawn and pressed by its own officer at once is one version or none', async () => {
  const [first, second, third] = await officers('admin')
  for (let round = 0; round < ROUNDS; round++) {
    const draft = await aSeasonDraft(first, { year: 2040 + round })
    const { proposalId } = made(await proposePublication({ actor: first, draftId: draft.id, revision: draft.revision, overClose: null, now: MORNING }))
    const decide = (actor: StaffActor, outcome: 'approved' | 'refused') => () => decidePublication({ actor, proposalId, outcome, note: '不必', now: MORNING })
    await atOnce(round, decide(second, 'approved'), decide(first, 'approved'), decide(third, 'refused'), () => withdrawCountyProposal({ actor: first, proposalId, now: MORNING }), decide(third, 'approved'))
    const { status, decidedById } = await db().countyProposal.findUniqueOrThrow({ where: { id: proposalId } })
    expect(await db().seasonVersion.count({ where: { season: { year: draft.year } } })).toBe(status === 'approved' ? 1 : 0)
    expect((await theDraft(first, draft.id)).status).toBe(status === 'approved' ? 'published' : 'editing')
    if (status !== 'withdrawn') expect(decidedById).not.toBe(first.staffId)
  }
})

test('R-50 an allocation that is published twice, refused and withdrawn at once tells every family once or nobody', async () => {
  await publishRules({ allocation: { criteria: ['category-row'], overflow: 'neighbours', neighbours: {} } })
  const [first, second, third] = await officers('admin')
  await submitted('deed-father')
  const { runId } = await aRun()
  for (let round = 0, isOut = false; round < ROUNDS && !isOut; round++) {
    const { id: proposalId } = made(await proposeAllocation({ actor: first, runId, now: ALLOCATED }))
    const decide = (actor: StaffActor, outcome: 'approved' | 'refused') => () => decideAllocation({ actor, proposalId, outcome, note: '再试排', now: ALLOCATED })
    await atOnce(round, () => withdrawAllocation({ actor: first, proposalId, now: ALLOCATED }), decide(third, 'refused'), decide(first, 'approved'), decide(second, 'approved'), decide(third, 'approved'))
    isOut = (await db().countyProposal.findUniqueOrThrow({ where: { id: proposalId } })).status === 'approved'
    expect(await db().admissionResult.count()).toBe(isOut ? 1 : 0)
    expect(await db().message.count({ where: { code: 'result-published' } })).toBe(isOut ? 1 : 0)
  }
})

test('R-50 a school by hand that is approved twice, refused and pressed by its own officer at once is given once or not at all', async () => {
  const [first, second, third] = await officers('admin')
  const runId = await aPublishedRun()
  const { applicationId } = await aTold('deed-father', { runId })
  for (let round = 0; round < ROUNDS; round++) {
    const before = await db().admissionResult.findFirstOrThrow({ where: { applicationId }, orderBy: { number: 'desc' } })
    made(await proposeOverride({ actor: first, applicationId, runId, resultId: before.id, schoolCode: before.schoolCode === 'LJ' ? 'YF' : 'LJ', overCapacity: false, reason: '哥哥在读', now: AFTERWARDS }))
    const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { applicationId, status: 'waiting' } })
    const decide = (actor: StaffActor, outcome: 'approved' | 'refused') => () => decideByHand({ actor, proposalId, outcome, note: '不符', now: AFTERWARDS })
    await atOnce(round, decide(first, 'approved'), decide(third, 'refused'), decide(second, 'approved'), decide(third, 'approved'))
    const { status, decidedById } = await db().proposal.findUniqueOrThrow({ where: { id: proposalId } })
    expect((await db().admissionResult.count({ where: { applicationId } })) - before.number).toBe(status === 'approved' ? 1 : 0)
    expect(decidedById).not.toBe(first.staffId)
  }
})

test('R-18 R-28 a completion that is approved twice, sent back, and whose family withdraws at once becomes one submission or none', async () => {
  const closed = { ...MORNING, season: frozen('2023-08-28 10:00:00.000').season }
  const read = later(closed, 15_000)
  for (let round = 0; round < ROUNDS; round++) {
    await emptyFamilies(getEnv().databaseUrl)
    const [[first, second], admin] = [await officers('desk'), await aStaffMember('admin')]
    const { guardian, child } = family('residence-permit')
    const own = await signedIn({ guardian })
    const applicationId = await aDraft(own, child.idNumber, MORNING)
    await answer(own, applicationId, 'no-materials', MORNING, { basis: 'NO_VALID_MATERIALS' })
    const appealId = await aSentAppeal(own, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '江西省南昌市安义县龙津镇京庄社区8号', evidence: '居住证' } }, frozen('2023-08-24 21:30:00.000'))
    await approve(appealId, closed)
    const { actor } = await completing(first, applicationId, closed)
    made(await saveStep({ actor, now: closed, step: 'no-materials', input: { applicationId, establishment: (await the(actor, applicationId)).established.materials?.id ?? '' } }))
    const { confirmation } = made(await serveConfirmation({ actor, applicationId, now: closed, read: true }))
    made(await submitApplication({ actor, applicationId, fingerprint: confirmation.fingerprint, now: read }))
    const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { applicationId, status: 'waiting' } })
    const decide = (by: StaffActor, outcome: 'approved' | 'refused') => () => decideCompletion({ actor: by, proposalId, outcome, note: '再核一次', now: read })
    const words = [decide(first, 'approved'), decide(admin, 'approved'), decide(second, 'approved'), decide(second, 'refused')]
    if (round % 2 === 0) await atOnce(round, ...words)
    else {
      // The family's own word stands beside a refusal, and never beside an approval.
      const [withdrawn, ...decided] = await Promise.all([withdrawApplication({ actor: own, applicationId, now: read }), ...words.map((word) => word())])
      expect(decided.filter(({ ok }) => ok).length + (withdrawn.ok ? 1 : 0)).toBeGreaterThan(0)
      if (withdrawn.ok) expect(await db().submission.count()).toBe(0)
    }
    const { status, decidedById } = await db().proposal.findUniqueOrThrow({ where: { id: proposalId } })
    expect(decidedById).not.toBe(first.staffId)
    expect(await db().submission.count()).toBe(status === 'approved' ? 1 : 0)
  }
})
