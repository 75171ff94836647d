import { beforeAll, beforeEach, expect, test } from 'vitest'
import { exportApplicants } from '@/lib/commands/export-applicants'
import { openApplicant } from '@/lib/commands/open-applicant'
import { printCallSheet } from '@/lib/commands/print-call-sheet'
import { revealValue } from '@/lib/commands/reveal-value'
import { decrypt } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { masksFor } from '@/lib/data/reveals'
import { countApplicantsBy } from '@/lib/data/applicant-counts'
import { getEnv } from '@/lib/env'
import { xlsxRows } from '@/lib/files/xlsx'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aServedConfirmation, COUNTY } from '../support/journey'
import { clerk, READ, scopeOf, submitted, submittedVillager } from '../support/school'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

test('R-49 R-14 opening one is written down, tells what to say, and nothing of the household but the address asked on', async () => {
  const { applicationId } = await submitted('separated-mother')
  const actor = await clerk('YF')
  const opened = await openApplicant({ actor, applicationId, now: READ })
  if (!opened.ok) throw new Error(opened.failure.code)
  expect(opened.value).toMatchObject({ standing: { code: 'submitted' }, place: '阳光花园', applicant: { detail: { address: expect.stringContaining('阳光花园7栋') } } })
  const told = JSON.stringify(opened.value)
  expect(told).not.toContain('凤凰路')
  expect(told).not.toContain(family('separated-father').guardian.name)
  expect(told).not.toContain(family('separated-mother').child.idNumber)
  expect(await db().auditEvent.findMany({ where: { type: 'applicant-opened' }, select: { actorKind: true, actorId: true, applicationId: true, county: true } })).toEqual([
    { actorKind: 'staff', actorId: actor.staffId, applicationId, county: COUNTY },
  ])
})

test('P4 the guardian’s phone is shown for a reason; an ID number never is to a school', async () => {
  const { applicationId, actor: guardian, child } = await submitted('deed-father')
  const actor = await clerk('YF')
  const masks = await masksFor(actor, { id: applicationId }, READ)
  const show = (field: string) => revealValue({ actor, applicationId, field, reason: '家长要求回电', now: READ })
  expect(await show(masks('phone', guardian.phone ?? '').field)).toMatchObject({ ok: true })
  expect(await show(masks('id-number', child.idNumber).field)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  expect((await masksFor(actor, { id: applicationId }, READ))('phone', guardian.phone ?? '').full).toBe(guardian.phone)
})

test('R-49 counts by category and by row, submitted and in progress', async () => {
  await submitted('deed-father')
  await aServedConfirmation('separated-mother')
  await submittedVillager('YF')
  const scope = await scopeOf(await clerk('YF'))
  const none = { submitted: 0, returned: 0, waiting: 0, filling: 0 }
  const counts = await countApplicantsBy(scope)
  expect(counts.category).toEqual(new Map([['1', { ...none, submitted: 1, filling: 1 }], ['6', { ...none, submitted: 1 }]]))
  expect(counts.row).toEqual(new Map([['YF-03', { ...none, submitted: 1 }], ['YF-05', { ...none, filling: 1 }], ['YH-01', { ...none, submitted: 1 }]]))
})

test('R-49 a printed call sheet and an export are on the record: once with their number, and in each family’s log', async () => {
  const one = await submitted('deed-father')
  const other = await aServedConfirmation('separated-mother')
  await submitted('deed-mother')
  const actor = await clerk('YF')
  const sheet = await printCallSheet({ actor, filter: {}, now: READ })
  expect(sheet.ok && sheet.value.applicants).toHaveLength(2)
  await exportApplicants({ actor, filter: {}, now: READ })
  for (const type of ['call-sheet-printed', 'school-list-exported'] as const) {
    const events = await db().auditEvent.findMany({ where: { type }, orderBy: { id: 'asc' } })
    expect(events.map((event) => event.applicationId).toSorted()).toEqual([one.applicationId, other.applicationId, null].toSorted())
    expect(events.every((event) => event.actorId === actor.staffId && event.county === COUNTY)).toBe(true)
    expect(JSON.parse(decrypt('audit', events.at(-1)?.contentCipher ?? ''))).toMatchObject({ school: 'YF', count: 2 })
  }
  // For whom, with whole numbers masked: under the master key they would outlive the family's erasure.
  await printCallSheet({ actor, filter: { text: '13800000011' }, now: READ })
  const searched = await db().auditEvent.findFirstOrThrow({ where: { type: 'call-sheet-printed' }, orderBy: { id: 'desc' } })
  expect(JSON.parse(decrypt('audit', searched.contentCipher ?? ''))).toMatchObject({ filter: { text: '138****0011' }, count: 0 })
})

test('R-49 P2 an export says first who took it out and when, and has no ID number, no phone and no other school’s family in it', async () => {
  await submitted('deed-father')
  await submitted('deed-mother')
  const { guardian, child } = family('deed-father')
  const exported = await exportApplicants({ actor: await clerk('YF'), filter: {}, now: READ })
  if (!exported.ok) throw new Error(exported.failure.code)
  expect(exported.value.file).toBe('applicants-YF-2023.xlsx')
  const [watermark, head, ...rows] = (await xlsxRows('export', exported.value.bytes)).map((row) => row.cells)
  expect(watermark?.[0]).toMatch(/^逸夫小学报名学生 1 人\u3000导出人：涂老师（school-[0-9a-f]+）\u3000导出时间：2023年8月16日 9:00\u3000仅限招生工作使用\u3000演示数据$/)
  expect(head).toHaveLength(12)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(0, 5)).toEqual([child.name, `${child.idNumber.slice(0, 6)}********${child.idNumber.slice(-4)}`, guardian.name, '父亲', guardian.phone.slice(-4)])
  const all = JSON.stringify(rows)
  for (const secret of [child.idNumber, guardian.idNumber, guardian.phone, family('deed-mother').child.name]) expect(all).not.toContain(secret)
})

test('R-49 an export is narrowed as the list was', async () => {
  await submitted('deed-father')
  await aServedConfirmation('separated-mother')
  const exported = await exportApplicants({ actor: await clerk('YF'), filter: { state: 'filling' }, now: READ })
  expect(exported.ok && exported.value.count).toBe(1)
})
