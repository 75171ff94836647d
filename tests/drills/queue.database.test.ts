import { beforeAll, beforeEach, expect, test } from 'vitest'
import { CLAIM_MS } from '@/lib/domain/cases'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { decideAppeal } from '@/lib/commands/decide-appeal'
import { reassignCase } from '@/lib/commands/reassign-case'
import { releaseCase } from '@/lib/commands/release-case'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aWaitingAppeal, EVERYTHING, moreCases, theCase } from '../support/cases'
import { emptyFamilies } from '../support/database'
import { later, MORNING } from '../support/journey'
import { aStaffMember, decide } from '../support/staff'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const REVIEWERS = 8
const reviewers = () => Promise.all(Array.from({ length: REVIEWERS }, () => aStaffMember('reviewer')))

/** One reviewer takes case after case, as fast as the database answers, until none is left. */
async function takesAll(actor: StaffActor, now: Now): Promise<string[]> {
  const taken: string[] = []
  for (;;) {
    const next = await claimNextCase({ actor, narrowing: EVERYTHING, now })
    if (!next.ok) return taken
    taken.push(next.value.caseId)
  }
}

test('R-47 R-48 eight reviewers race for a thousand cases: every case is somebody’s, none is two people’s', async () => {
  const { appealId } = await aWaitingAppeal()
  await moreCases(appealId, 999)
  const taken = await Promise.all((await reviewers()).map((actor) => takesAll(actor, MORNING)))
  expect(taken.flat()).toHaveLength(1000)
  expect(new Set(taken.flat()).size).toBe(1000)
  // Nobody stood at the end of a queue of locks while the others worked.
  expect(Math.min(...taken.map((own) => own.length))).toBeGreaterThan(0)
  expect(await db().auditEvent.count({ where: { type: 'case-claimed' } })).toBe(1000)
})

test('R-47 claims that ran out are claimable again, by one reviewer each; those that did not are not', async () => {
  const { appealId } = await aWaitingAppeal()
  await moreCases(appealId, 99)
  const actors = await reviewers()
  const [first, ...others] = actors
  if (!first) throw new Error('no reviewer')
  expect(await takesAll(first, MORNING)).toHaveLength(100)
  const early = await Promise.all(others.map((actor) => takesAll(actor, later(MORNING, CLAIM_MS - 1))))
  expect(early.flat()).toEqual([])
  const late = await Promise.all(others.map((actor) => takesAll(actor, later(MORNING, CLAIM_MS))))
  expect(late.flat()).toHaveLength(100)
  expect(new Set(late.flat()).size).toBe(100)
})

test('R-47 a verdict, a release and a reassignment at once, again and again: one of them happened to the case, and it shows', async () => {
  const { actor: guardian, appealId } = await aWaitingAppeal()
  const [own, other, admin] = [await aStaffMember('reviewer'), await aStaffMember('reviewer'), await aStaffMember('admin')]
  for (let round = 1; round <= 20; round++) {
    const claimed = await claimNextCase({ actor: own, narrowing: EVERYTHING, now: MORNING })
    if (!claimed.ok) throw new Error(claimed.failure.code)
    const { caseId } = claimed.value
    const [verdict, released, reassigned] = await Promise.all([
      decideAppeal({ actor: own, appealId, round, outcome: 'refused', reason: '看不清', now: MORNING }),
      releaseCase({ actor: own, caseId, now: MORNING }),
      reassignCase({ actor: admin, caseId, to: other.staffId, now: MORNING }),
    ])
    expect(verdict.ok).toBe(!released.ok && !reassigned.ok)
    const { case: now } = await theCase(appealId)
    expect(now.status).toBe(verdict.ok ? 'closed' : 'open')
    if (reassigned.ok) expect(now.claimedById).toBe(other.staffId)
    else expect(now.claimedById).toBe(verdict.ok ? own.staffId : null)
    if (!verdict.ok) await decide({ appealId, outcome: 'refused', reason: '看不清' })
    expect(await db().appealDecision.count({ where: { appealId } })).toBe(round)
    expect(await sendAppeal({ actor: guardian, appealId, now: MORNING })).toMatchObject({ ok: true })
  }
})
