import { beforeAll, beforeEach, expect, test } from 'vitest'
import { CLAIM_MS } from '@/lib/domain/cases'
import { claimCase } from '@/lib/commands/claim-case'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { decideAppeal } from '@/lib/commands/decide-appeal'
import { keepClaim } from '@/lib/commands/keep-claim'
import { reassignCase } from '@/lib/commands/reassign-case'
import { releaseCase } from '@/lib/commands/release-case'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { countInHand, extendClaimOf } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { sealApplicationSearch } from '@/lib/data/application-search'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aWaitingAppeal, EVERYTHING, moreCases, theCase } from '../support/cases'
import { emptyFamilies } from '../support/database'
import { later, MORNING } from '../support/journey'
import { aStaffMember } from '../support/staff'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const refused = (code: string) => ({ ok: false, failure: { code } })
const given = (caseId: string | undefined) => ({ ok: true, value: { caseId } })
const events = async (type: string) => db().auditEvent.count({ where: { type } })

test('R-47 a case is claimed once; whoever has it gets the time anew, anybody else is told that it is taken', async () => {
  const { caseId } = await aWaitingAppeal()
  const [actor, other] = [await aStaffMember('reviewer'), await aStaffMember('reviewer')]
  expect(await claimCase({ actor, caseId, now: MORNING })).toEqual(given(caseId))
  expect(await claimCase({ actor: other, caseId, now: later(MORNING, CLAIM_MS - 1) })).toEqual(refused('CASE_TAKEN'))
  expect(await claimCase({ actor, caseId, now: later(MORNING, 1000) })).toEqual(given(caseId))
  expect(await events('case-claimed')).toBe(1)
  expect(await extendClaimOf(db(), actor, caseId, later(MORNING, 2000).real)).toBe(true)
  expect(await extendClaimOf(db(), other, caseId, later(MORNING, 2000).real)).toBe(false)
})

test('R-47 what ran out is nobody’s: not decided, not extended, and the next one’s to claim', async () => {
  const { caseId, appealId } = await aWaitingAppeal()
  const [actor, other] = [await aStaffMember('reviewer'), await aStaffMember('reviewer')]
  await claimCase({ actor, caseId, now: MORNING })
  const now = later(MORNING, CLAIM_MS)
  expect(await extendClaimOf(db(), actor, caseId, now.real)).toBe(false)
  expect(await decideAppeal({ actor, appealId, round: 1, outcome: 'approved', reason: '', now })).toEqual(refused('CASE_NOT_YOURS'))
  expect(await claimNextCase({ actor: other, narrowing: EVERYTHING, now })).toEqual(given(caseId))
  expect(await releaseCase({ actor, caseId, now })).toEqual(refused('CASE_NOT_YOURS'))
})

test('R-47 whoever works on a case keeps it; whoever has lost it hears so', async () => {
  const { caseId, actor: family, appealId } = await aWaitingAppeal()
  const [actor, other] = [await aStaffMember('reviewer'), await aStaffMember('reviewer')]
  await claimCase({ actor, caseId, now: MORNING })
  const now = later(MORNING, CLAIM_MS - 1)
  expect(await keepClaim({ actor, caseId, now })).toEqual({ ok: true, value: { until: now.real + CLAIM_MS, leftMs: CLAIM_MS } })
  const afterwards = later(MORNING, CLAIM_MS)
  expect(await claimCase({ actor: other, caseId, now: afterwards })).toEqual(refused('CASE_TAKEN'))
  expect(await keepClaim({ actor: other, caseId, now: afterwards })).toEqual(refused('CASE_NOT_YOURS'))
  expect(await Promise.all([countInHand(db(), actor, afterwards.real), countInHand(db(), actor, afterwards.real, caseId), countInHand(db(), other, afterwards.real)])).toEqual([1, 0, 0])
  expect(await keepClaim({ actor: await aStaffMember('reviewer', { county: '360124' }), caseId, now: afterwards })).toEqual(refused('NOT_FOUND'))
  expect(await keepClaim({ actor, caseId, now: later(now, CLAIM_MS) })).toEqual(refused('CASE_NOT_YOURS'))
  expect(await withdrawAppeal({ actor: family, appealId, now: afterwards })).toMatchObject({ ok: true })
  expect(await keepClaim({ actor, caseId, now: afterwards })).toEqual(refused('CASE_DECIDED'))
  expect(await events('case-claimed')).toBe(1)
})

test('R-48 the next case is the one that is due first, within the filters, and there is an end', async () => {
  const { caseId, appealId } = await aWaitingAppeal()
  const [second, third] = await moreCases(appealId, 2)
  const actor = await aStaffMember('reviewer')
  const next = (narrowing = {}) => claimNextCase({ actor, narrowing: { ...EVERYTHING, ...narrowing }, now: MORNING })
  for (const nothing of [{ kind: 'SINGLE_PARENT' }, { ground: 'BUSINESS' }, { ground: 'sampled' }, { school: 'LJ' }, { age: 'overdue' }, { age: 'three-days' }, { search: sealApplicationSearch(actor, { by: 'name', text: '张三' }) }]) expect(await next(nothing)).toEqual(refused('CASE_NONE_LEFT'))
  expect(await next({ kind: 'NO_VALID_MATERIALS', ground: 'RESIDENCE_PERMIT', search: sealApplicationSearch(actor, { by: 'name', text: '佳音' }) })).toEqual(given(caseId))
  expect(await next()).toEqual(given(second))
  expect(await releaseCase({ actor, caseId: second ?? '', now: MORNING })).toEqual(given(second))
  expect(await next()).toEqual(given(second))
  expect(await next()).toEqual(given(third))
  expect(await next()).toEqual(refused('CASE_NONE_LEFT'))
  expect([await events('case-claimed'), await events('case-released')]).toEqual([4, 1])
})

test('R-47 an administrator gives a case to a reviewer of the county, whoever had it', async () => {
  const { caseId, appealId } = await aWaitingAppeal()
  const [admin, actor, other] = [await aStaffMember('admin'), await aStaffMember('reviewer'), await aStaffMember('reviewer')]
  await claimCase({ actor, caseId, now: MORNING })
  expect(await reassignCase({ actor: admin, caseId, to: other.staffId, now: MORNING })).toEqual(given(caseId))
  expect(await decideAppeal({ actor, appealId, round: 1, outcome: 'approved', reason: '', now: MORNING })).toEqual(refused('CASE_NOT_YOURS'))
  for (const nobody of [await aStaffMember('desk'), await aStaffMember('reviewer', { county: '360124' })]) {
    expect(await reassignCase({ actor: admin, caseId, to: nobody.staffId, now: MORNING })).toEqual(refused('NO_SUCH_REVIEWER'))
  }
  expect(await decideAppeal({ actor: other, appealId, round: 1, outcome: 'approved', reason: '', now: MORNING })).toMatchObject({ ok: true })
  for (const late of [claimCase({ actor, caseId, now: MORNING }), releaseCase({ actor: other, caseId, now: MORNING }), reassignCase({ actor: admin, caseId, to: actor.staffId, now: MORNING })]) {
    expect(await late).toEqual(refused('CASE_DECIDED'))
  }
  expect(await events('case-reassigned')).toBe(1)
})

test('R-52 another county’s reviewer claims nothing, takes nothing and gives nothing away', async () => {
  const { caseId, appealId } = await aWaitingAppeal()
  const [own, stranger, admin] = [await aStaffMember('reviewer'), await aStaffMember('reviewer', { county: '360124' }), await aStaffMember('admin', { county: '360124' })]
  expect((await claimNextCase({ actor: stranger, narrowing: EVERYTHING, now: MORNING })).ok).toBe(false)
  expect(await claimCase({ actor: stranger, caseId, now: MORNING })).toEqual(refused('NOT_FOUND'))
  await claimCase({ actor: own, caseId, now: MORNING })
  expect(await releaseCase({ actor: stranger, caseId, now: MORNING })).toEqual(refused('NOT_FOUND'))
  expect(await reassignCase({ actor: admin, caseId, to: stranger.staffId, now: MORNING })).toEqual(refused('NOT_FOUND'))
  expect((await theCase(appealId)).case.claimedById).toBe(own.staffId)
})
