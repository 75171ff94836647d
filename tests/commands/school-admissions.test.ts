import { beforeAll, beforeEach, expect, test } from 'vitest'
import { exportAdmissions } from '@/lib/commands/export-admissions'
import { openApplicant } from '@/lib/commands/open-applicant'
import { printAdmissions } from '@/lib/commands/print-admissions'
import { decrypt } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { sealSearch } from '@/lib/data/search-token'
import { admissionFilterOf, countAdmissions, listAdmissions, publishedOn, type AdmissionFilter } from '@/lib/data/school-admissions'
import { getEnv } from '@/lib/env'
import { xlsxRows } from '@/lib/files/xlsx'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aPublishedRun, aResult, PUBLISHED_AT } from '../support/admission'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { COUNTY } from '../support/journey'
import { clerk, READ, submitted } from '../support/school'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const scopeOfSchool = (schoolCode: string) => ({ county: COUNTY, year: 2023, schoolCode })
const namesOf = async (schoolCode: string, filter: AdmissionFilter = {}) => (await listAdmissions(scopeOfSchool(schoolCode), filter)).map(({ detail, outcome }) => [detail.child, outcome])

test('R-49 R-50 before the publication there is no list, no file and no sheet', async () => {
  await submitted('deed-father')
  const actor = await clerk('YF')
  expect(await publishedOn(scopeOfSchool('YF'))).toBeNull()
  expect(await exportAdmissions({ actor, filter: {}, now: READ })).toEqual({ ok: false, failure: { code: 'NOT_PUBLISHED' } })
  expect(await printAdmissions({ actor, filter: {}, now: READ })).toEqual({ ok: false, failure: { code: 'NOT_PUBLISHED' } })
  expect(await db().auditEvent.count({ where: { type: 'admissions-exported' } })).toBe(0)
})

test('R-49 a school sees its own: admitted, coordinated and by hand, wherever they were pre-allocated; no other school’s', async () => {
  await aResult((await submitted('deed-father')).applicationId)
  await aResult((await submitted('deed-mother')).applicationId, { outcome: 'coordinated', because: 'NEIGHBOUR_SCHOOL' })
  const moved = await submitted('separated-mother')
  await aResult(moved.applicationId)
  expect(await publishedOn(scopeOfSchool('YF'))).toBe(PUBLISHED_AT)
  expect((await namesOf('YF')).toSorted()).toEqual([[family('deed-father').child.name, 'admitted'], [family('deed-mother').child.name, 'coordinated'], [family('separated-mother').child.name, 'admitted']].toSorted())
  expect(await namesOf('LJ')).toEqual([])
  await aResult(moved.applicationId, { schoolCode: 'LJ', outcome: 'by-hand', because: 'DECIDED_BY_HAND', number: 2 })
  expect(await namesOf('YF')).toHaveLength(2)
  expect(await namesOf('LJ')).toEqual([[family('separated-mother').child.name, 'by-hand']])
  expect(await listAdmissions({ county: '360124', year: 2023, schoolCode: 'LJ' }, {})).toEqual([])
})

test('R-49 the list is searched and narrowed, by whoever searched alone, and counted by category whatever it is narrowed to', async () => {
  await aResult((await submitted('deed-father')).applicationId)
  await aResult((await submitted('deed-mother')).applicationId, { outcome: 'coordinated', because: 'NEIGHBOUR_SCHOOL' })
  const { name } = family('deed-father').child
  expect(await namesOf('YF', { text: name })).toEqual([[name, 'admitted']])
  expect(await namesOf('YF', { outcome: 'coordinated' })).toEqual([[family('deed-mother').child.name, 'coordinated']])
  expect(await namesOf('YF', { category: '9' })).toEqual([])
  expect(await countAdmissions(scopeOfSchool('YF'))).toEqual(new Map([['1', { admitted: 1, coordinated: 1, 'by-hand': 0 }]]))
  const [actor, other] = [await clerk('YF'), await clerk('YF')]
  expect(admissionFilterOf(actor, { q: sealSearch(actor, name) }).text).toBe(name)
  expect(admissionFilterOf(other, { q: sealSearch(actor, name) }).text).toBe('')
})

test('R-49 P2 file and sheet are on the record, in each family’s log too, and hold no number and no other school’s child', async () => {
  const one = await submitted('deed-father')
  await aResult(one.applicationId)
  await aResult((await submitted('deed-mother')).applicationId, { schoolCode: 'LJ' })
  const actor = await clerk('YF')
  const exported = await exportAdmissions({ actor, filter: {}, now: READ })
  if (!exported.ok) throw new Error(exported.failure.code)
  expect(exported.value).toMatchObject({ file: 'admissions-YF-2023.xlsx', count: 1 })
  const [watermark, head, ...rows] = (await xlsxRows('export', exported.value.bytes)).map((row) => row.cells)
  expect(watermark?.[0]).toMatch(/^逸夫小学录取学生 1 人\u3000导出人：涂老师/)
  expect(head).toHaveLength(9)
  const { guardian, child } = family('deed-father')
  expect(rows[0]?.slice(0, 5)).toEqual([child.name, `${child.idNumber.slice(0, 6)}********${child.idNumber.slice(-4)}`, guardian.name, '父亲', guardian.phone.slice(-4)])
  for (const secret of [child.idNumber, guardian.phone, family('deed-mother').child.name]) expect(JSON.stringify(rows)).not.toContain(secret)
  await printAdmissions({ actor, filter: { text: '13800000011' }, now: READ })
  const events = await db().auditEvent.findMany({ where: { type: 'admissions-exported' }, orderBy: { id: 'asc' } })
  expect(events.map(({ applicationId, actorId, county }) => [applicationId, actorId, county])).toEqual([[one.applicationId, actor.staffId, COUNTY], [null, actor.staffId, COUNTY], [null, actor.staffId, COUNTY]])
  expect(events.filter((event) => event.contentCipher).map((event) => JSON.parse(decrypt('audit', event.contentCipher ?? '')))).toMatchObject([{ as: 'table', count: 1 }, { as: 'paper', count: 0, filter: { text: '138****0011' } }])
})

test('R-49 R-50 a clerk on the telephone says that the result is published, and only of one’s own school which it is', async () => {
  const here = await submitted('deed-father')
  const away = await submitted('separated-mother')
  const actor = await clerk('YF')
  await aPublishedRun()
  const standing = async (applicationId: string) => {
    const opened = await openApplicant({ actor, applicationId, now: READ })
    return opened.ok && opened.value.standing
  }
  expect(await standing(here.applicationId)).toEqual({ code: 'submitted' })
  await aResult(here.applicationId)
  await aResult(away.applicationId, { schoolCode: 'LJ', outcome: 'coordinated', because: 'NEIGHBOUR_SCHOOL' })
  expect(await standing(here.applicationId)).toEqual({ code: 'announced', here: true })
  expect(await standing(away.applicationId)).toEqual({ code: 'announced', here: false })
})
