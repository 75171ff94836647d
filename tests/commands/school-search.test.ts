import { beforeAll, beforeEach, expect, test } from 'vitest'
import { exportApplicants } from '@/lib/commands/export-applicants'
import { printCallSheet } from '@/lib/commands/print-call-sheet'
import { db } from '@/lib/data/db'
import { lookUpApplicants } from '@/lib/data/school-applicants'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { COUNTY } from '../support/journey'
import { clerk, READ, submitted, submittedVillager } from '../support/school'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const FATHER = family('deed-father')
const MOTHER = family('separated-mother')
const VILLAGE = family('yanghu-household')

async function found(text: string, schoolCode = 'YF'): Promise<{ near: boolean; children: (string | null)[] }> {
  const { applicants, near, count } = await lookUpApplicants({ county: COUNTY, year: 2023, schoolCode }, { text }, undefined, 50, 100)
  expect(count).toBe(applicants.length)
  return { near, children: applicants.map(({ detail }) => detail.child) }
}
const exactly = (...walks: typeof FATHER[]) => ({ near: false, children: walks.map(({ child }) => child.name) })
const nearly = (...walks: typeof FATHER[]) => ({ near: true, children: walks.map(({ child }) => child.name) })

async function threeFamilies(): Promise<void> {
  await submitted('deed-father')
  await submitted('separated-mother')
  await submittedVillager('YF')
}

test('R-49 several things that a caller says find together, with a blank between them; a phone’s blanks and dashes part nothing', async () => {
  await threeFamilies()
  const { phone } = FATHER.guardian
  expect(await found('程 文峰路')).toEqual(exactly(FATHER))
  expect(await found('文峰路，程远航')).toEqual(exactly(FATHER))
  expect(await found(`程 ${phone.slice(-4)}`)).toEqual(exactly(FATHER))
  expect(await found(`${phone.slice(0, 3)}-${phone.slice(3, 7)} ${phone.slice(7)}`)).toEqual(exactly(FATHER))
  expect(await found(`阳光花园 ${MOTHER.guardian.name}`)).toEqual(exactly(MOTHER))
  expect(await found('程 阳光花园')).toEqual({ near: true, children: [] })
})

test('R-49 a wrong sign in a name, a house in other words, a digit misheard: nobody is written so, and whoever is written nearly so is named as that', async () => {
  await threeFamilies()
  expect(await found('程一若')).toEqual(nearly(FATHER))
  expect(await found('成一诺')).toEqual(nearly(FATHER))
  expect(await found('程诺')).toEqual(nearly(FATHER))
  expect(await found('阳光花园小区7栋')).toEqual(nearly(MOTHER))
  expect(await found('阳湖村委会')).toEqual(nearly(VILLAGE))
  const tail = FATHER.guardian.phone.slice(-4)
  expect(await found(`${tail.slice(0, 3)}${(Number(tail[3]) + 5) % 10}`)).toEqual(nearly(FATHER))
  expect(await found(`${tail.slice(0, 2)}${tail[3]}${tail[2]}`)).toEqual(nearly(FATHER))
  expect(await found('欧阳建国')).toEqual({ near: true, children: [] })
})

test('R-49 a receipt is found by its number, all of it or what stands behind county and year; another school’s is not', async () => {
  const numberOf = async ({ applicationId }: { applicationId: string }) => (await db().submission.findFirstOrThrow({ where: { applicationId }, select: { receiptNumber: true } })).receiptNumber
  const receipt = await numberOf(await submitted('deed-father'))
  const elsewhere = await numberOf(await submitted('deed-mother'))
  await submitted('separated-mother')
  expect(await found(receipt)).toEqual(exactly(FATHER))
  expect(await found(` ${receipt.slice(11).toLowerCase()}`)).toEqual(exactly(FATHER))
  expect(await found(`尾号 ${FATHER.guardian.phone.slice(-4)}`)).toEqual(exactly(FATHER))
  expect(await found(elsewhere)).toEqual({ near: true, children: [] })
})

test('R-49 what is written nearly so is never another school’s, and sheet and file hold what the list held', async () => {
  await threeFamilies()
  await submitted('deed-mother')
  expect(await found('程一若', 'LJ')).toEqual({ near: true, children: [] })
  const actor = await clerk('YF')
  const filter = { text: '程一若', near: true }
  const sheet = await printCallSheet({ actor, filter, now: READ })
  expect(sheet.ok && sheet.value.applicants.map(({ detail }) => detail.child)).toEqual([FATHER.child.name])
  const exported = await exportApplicants({ actor, filter, now: READ })
  expect(exported.ok && exported.value.count).toBe(1)
  expect((await exportApplicants({ actor, filter: { text: '程一若' }, now: READ }))).toMatchObject({ value: { count: 0 } })
})

test('nothing that can be typed breaks a search', async () => {
  await submitted('deed-father')
  for (const text of [' ', '，、', '%', "'; --", '{1,2}', '𠮷', '一'.repeat(40), '1 2 3 4 5 6 7 8 9 0', '0', '00000000000', '\\', '阳 光 花 园']) expect((await found(text)).children.length, text).toBeLessThanOrEqual(1)
})
