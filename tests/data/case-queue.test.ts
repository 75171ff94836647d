import { beforeAll, beforeEach, expect, test } from 'vitest'
import { CLAIM_MS } from '@/lib/domain/cases'
import { readCaseFilters } from '@/lib/domain/case-filters'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { claimCase } from '@/lib/commands/claim-case'
import { COUNTED_UP_TO, listCases, PAGE_LINES } from '@/lib/data/case-queue'
import { db } from '@/lib/data/db'
import { sealApplicationSearch } from '@/lib/data/application-search'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aSentAppeal, refuse } from '../support/appeals'
import { aWaitingAppeal, moreCases } from '../support/cases'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, later, MORNING, signedIn } from '../support/journey'
import { aStaffMember } from '../support/staff'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const listed = (actor: StaffActor, query = '', now: Now = MORNING) => listCases({ actor, filters: readCaseFilters(Object.fromEntries(new URLSearchParams(query)), actor.role), years: [2023], now })
const ids = async (...asked: Parameters<typeof listed>) => (await listed(...asked)).lines.map((line) => line.id)
const searching = (actor: StaffActor, text: string) => sealApplicationSearch(actor, { by: 'name', text })

test('R-48 due first, page after page without a gap, and counted to a thousand', async () => {
  const { caseId, appealId } = await aWaitingAppeal()
  const all = [caseId, ...(await moreCases(appealId, COUNTED_UP_TO))]
  const actor = await aStaffMember('reviewer')
  const first = await listed(actor)
  expect(first.lines.map((line) => line.id)).toEqual(all.slice(0, PAGE_LINES))
  expect(first.count).toBeNull()
  expect(await ids(actor, `after=${first.next?.dueAt}_${first.next?.id}`)).toEqual(all.slice(PAGE_LINES, 2 * PAGE_LINES))
  expect(first.lines[0]).toEqual({
    id: caseId, kind: 'NO_VALID_MATERIALS', ground: 'RESIDENCE_PERMIT', because: null, round: 1, schoolCode: null, standing: 'free', reviewer: null,
    openedAt: MORNING.season, dueAt: first.lines[0]?.dueAt, child: '浦晚星', guardian: '尤佳音',
  })
})

test('R-47 R-48 free, mine, another’s and closed: each is listed where it belongs, and a claim that ran out is free', async () => {
  const { caseId, appealId } = await aWaitingAppeal()
  const [free] = await moreCases(appealId, 1)
  const business = await aWaitingAppeal(MORNING, 'business')
  const employment = await aWaitingAppeal(MORNING, 'employment')
  const [own, other, admin] = [await aStaffMember('reviewer'), await aStaffMember('reviewer', { name: '岳审核' }), await aStaffMember('admin')]
  await claimCase({ actor: own, caseId, now: MORNING })
  await claimCase({ actor: other, caseId: business.caseId, now: MORNING })
  await refuse(employment.appealId, '看不清')
  expect(await ids(own)).toEqual([caseId, free])
  expect(await ids(own, 'reviewer=mine')).toEqual([caseId])
  expect(await ids(own, 'status=free')).toEqual([free])
  expect(new Set(await ids(admin))).toEqual(new Set([caseId, free, business.caseId]))
  expect(new Set(await ids(admin, 'status=taken'))).toEqual(new Set([caseId, business.caseId]))
  expect((await listed(admin, `reviewer=${other.staffId}`)).lines).toMatchObject([{ id: business.caseId, standing: 'taken', reviewer: { id: other.staffId, name: '岳审核' } }])
  expect((await listed(admin, 'status=closed')).lines).toMatchObject([{ id: employment.caseId, standing: 'refused' }])
  expect(await ids(admin, 'status=taken', later(MORNING, CLAIM_MS))).toEqual([])
  expect(await ids(own, 'status=free&ground=BUSINESS', later(MORNING, CLAIM_MS))).toEqual([business.caseId])
})

test('R-48 by kind, ground, age and a part of a name; what another officer has sealed narrows nothing', async () => {
  const { caseId } = await aWaitingAppeal()
  await aWaitingAppeal(MORNING, 'business')
  const [actor, other] = [await aStaffMember('reviewer'), await aStaffMember('reviewer')]
  for (const query of ['ground=RESIDENCE_PERMIT', `search=${searching(actor, '晚星')}`, `search=${searching(actor, '尤佳音')}`]) expect(await ids(actor, query)).toEqual([caseId])
  expect(await ids(actor, `search=${searching(actor, '星佳')}`)).toEqual([])
  expect(await ids(actor, `search=${searching(other, '晚星')}`)).toHaveLength(2)
  expect(await ids(actor, 'kind=SINGLE_PARENT')).toEqual([])
  expect(await ids(actor, 'age=three-days')).toEqual([])
  expect(await ids(actor, 'age=three-days', later(MORNING, 3 * 24 * 60 * 60 * 1000))).toHaveLength(2)
  expect(await ids(actor, 'age=overdue', later(MORNING, 5 * 24 * 60 * 60 * 1000))).toHaveLength(2)
  const { dueAt } = await db().reviewCase.findFirstOrThrow({ select: { dueAt: true } })
  const thatDay = { real: dueAt.getTime() - 60_000, season: dueAt.getTime() - 60_000 }
  expect([await ids(actor, 'age=due-today', thatDay), await ids(actor, 'age=due-today', later(thatDay, -24 * 60 * 60 * 1000))]).toEqual([expect.arrayContaining([caseId]), []])
})

test('R-48 a child whom no record has is listed by the name that the family gives', async () => {
  const { guardian, child } = family('child-not-on-record')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await aSentAppeal(actor, { kind: 'STUDENT_NOT_FOUND', input: { applicationId, studentName: child.name, relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', address: '江西省南昌市安义县龙津镇文峰路12号', head: 'self', headIdNumber: '' } })
  const reviewer = await aStaffMember('reviewer')
  expect((await listed(reviewer, `search=${searching(reviewer, child.name)}`)).lines).toMatchObject([{ kind: 'STUDENT_NOT_FOUND', child: child.name }])
})

test('R-52 another county’s reviewer and administrator see none of it', async () => {
  const { caseId } = await aWaitingAppeal()
  for (const role of ['reviewer', 'admin'] as const) {
    const stranger = await aStaffMember(role, { county: '360124' })
    expect(await listed(stranger)).toEqual({ lines: [], count: 0, next: null })
    expect(await ids(stranger, `after=0_${caseId}`)).toEqual([])
  }
})
