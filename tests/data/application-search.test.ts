import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SearchKind } from '@/lib/domain/application-search'
import { NONE } from '@/lib/domain/list-query'
import { searchApplications } from '@/lib/commands/search-applications'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { applicationsPage, type ApplicationFilter, type CountyScope } from '@/lib/data/application-page'
import { findApplications, openApplicationSearch } from '@/lib/data/application-search'
import { decrypt } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { findReceipt } from '@/lib/data/submissions'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, aServedConfirmation, COUNTY, later, MORNING, signedIn, the } from '../support/journey'
import { READ, submitted } from '../support/school'
import { aStaffMember } from '../support/staff'

const HERE: CountyScope = { county: COUNTY, year: 2023 }

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const children = async (filter: ApplicationFilter, scope = HERE) => (await findApplications(scope, filter, null, 50)).lines.map(({ detail }) => detail.child)

/** As an officer would: typed, posted, and found by what the answer's address carries. */
async function searched(by: SearchKind, text: string, county = COUNTY): Promise<(string | null)[] | string> {
  const actor = await aStaffMember('reviewer', { county })
  const asked = await searchApplications({ actor, by, text })
  return asked.ok ? children({ search: openApplicationSearch(actor, asked.value.q) }, { county, year: 2023 }) : asked.failure.code
}

describe('the county’s search', () => {
  test('R-47 by part of a child’s or a guardian’s name, however it is typed', async () => {
    await submitted('deed-father')
    await submitted('deed-mother')
    expect(await searched('name', '一诺')).toEqual(['程一诺'])
    expect(await searched('name', ' 程　一 ')).toEqual(['程一诺'])
    expect(await searched('name', '熊若兰')).toEqual(['万子墨'])
    expect(await searched('name', '程')).toEqual(['程一诺'])
    expect(await searched('name', '没有')).toEqual([])
  })

  test('R-47 by part of the address', async () => {
    await submitted('deed-father')
    await submitted('deed-mother')
    expect(await searched('place', '文峰路')).toEqual(['程一诺'])
    expect(await searched('place', '潦河花园3栋')).toEqual(['万子墨'])
    expect(await searched('place', '路')).toBe('SEARCH_TOO_SHORT')
  })

  test('R-47 by whole ID number: the child’s, the registering guardian’s, and another guardian’s on the record', async () => {
    const { child, actor } = await submitted('deed-father')
    expect(await searched('id-number', ` ${child.idNumber.toLowerCase()} `)).toEqual(['程一诺'])
    expect(await searched('id-number', actor.idNumber)).toEqual(['程一诺'])
    const record = (await the(actor, (await db().application.findFirstOrThrow()).id)).findings.record
    const other = record?.outcome === 'found' ? record.value.guardians.find((one) => one.idNumber !== actor.idNumber)?.idNumber : undefined
    expect(await searched('id-number', other ?? '')).toEqual(['程一诺'])
    expect(await searched('id-number', child.idNumber.slice(0, 17))).toBe('SEARCH_ID_NUMBER')
    expect(await searched('id-number', family('deed-mother').child.idNumber)).toEqual([])
  })

  test('R-47 by receipt number and by certificate or contract number, whole', async () => {
    const { actor, applicationId } = await submitted('deed-father')
    const receipt = await findReceipt(actor, applicationId)
    expect(await searched('receipt', receipt?.receiptNumber.toLowerCase() ?? '')).toEqual(['程一诺'])
    expect(await searched('receipt', receipt?.receiptNumber.slice(0, 12) ?? '')).toBe('SEARCH_RECEIPT')
    expect(await searched('home-number', '赣(2019)安义县不动产权第9901001号')).toEqual(['程一诺'])
    expect(await searched('home-number', '赣')).toBe('SEARCH_TOO_SHORT')
    await aServedConfirmation('contract', MORNING, { basis: 'PURCHASE_CONTRACT', contractNumber: 'AY2023991501' })
    expect(await searched('home-number', 'ay2023991501')).toEqual(['岳清欢'])
  })

  test('R-52 another county finds nothing of it by any way', async () => {
    const { child, actor, applicationId } = await submitted('deed-father')
    const receipt = await findReceipt(actor, applicationId)
    for (const [by, text] of [['name', '程一诺'], ['place', '文峰路'], ['id-number', child.idNumber], ['receipt', receipt?.receiptNumber ?? ''], ['home-number', '赣（2019）安义县不动产权第9901001号']] as const) {
      expect(await searched(by, text, '360124'), by).toEqual([])
    }
  })

  test('R-47 for whom an officer looked is on the record, encrypted; the address tells it to nobody else', async () => {
    const actor = await aStaffMember('reviewer')
    const asked = await searchApplications({ actor, by: 'name', text: '程一诺' })
    const q = asked.ok ? asked.value.q : ''
    const event = await db().auditEvent.findFirstOrThrow({ where: { type: 'applications-searched' } })
    expect(event).toMatchObject({ actorId: actor.staffId, county: COUNTY })
    expect(JSON.stringify([event.contentCipher, q, Buffer.from(q, 'base64url').toString('utf8')])).not.toContain('程')
    expect(JSON.parse(decrypt('audit', event.contentCipher ?? ''))).toEqual({ by: 'name', text: '程一诺' })
    // A family's own number would outlive the family there: it is under no key of the family's.
    await searchApplications({ actor, by: 'id-number', text: family('deed-father').child.idNumber })
    await searchApplications({ actor, by: 'home-number', text: 'AY2023991501' })
    const events = await db().auditEvent.findMany({ where: { type: 'applications-searched' }, orderBy: { id: 'asc' }, skip: 1 })
    expect(events.map((one) => String(JSON.parse(decrypt('audit', one.contentCipher ?? '')).text))).toEqual([expect.stringMatching(/^\d{6}\*+\d{3}[\dX]$/), expect.stringMatching(/^\D+\*+501$/)])
    expect(openApplicationSearch(actor, q)).toEqual({ by: 'name', text: '程一诺' })
    expect(openApplicationSearch(await aStaffMember('reviewer'), q)).toBeNull()
    expect(openApplicationSearch(actor, q.slice(0, -8))).toBeNull()
  })
})

describe('the county’s list', () => {
  test('R-47 narrowed by status, school, category, basis and row of the catchment table; what was discarded only when asked for', async () => {
    const { confirmation } = await submitted('deed-father')
    const mother = await aServedConfirmation('deed-mother')
    const { placement } = confirmation.determination
    expect(await children({ status: 'submitted' })).toEqual(['程一诺'])
    expect(await children({ status: 'draft' })).toEqual(['万子墨'])
    expect(await children({ school: placement.schools[0] })).toContain('程一诺')
    expect(await children({ school: NONE })).toEqual([])
    expect(await children({ row: placement.row ?? '' })).toEqual(['程一诺'])
    expect((await children({ category: '1', basis: 'TITLE_DEED' })).toSorted()).toEqual(['万子墨', '程一诺'].toSorted())
    expect(await children({ basis: 'PURCHASE_CONTRACT' })).toEqual([])
    await withdrawApplication({ actor: mother.actor, applicationId: mother.applicationId, now: READ })
    expect(await children({})).toEqual(['程一诺'])
    expect(await children({ status: 'withdrawn' })).toEqual(['万子墨'])
  })

  test('R-47 goes on from the last line and back from the first, and shows each line once', async () => {
    const walks = ['deed-father', 'deed-mother', 'separated-mother', 'born-first-day', 'deed-outside-household']
    for (const [index, walk] of walks.entries()) await aDraft(await signedIn(family(walk)), family(walk).child.idNumber, later(MORNING, Math.floor(index / 2) * 1000))
    const all = (await findApplications(HERE, {}, null, 50)).lines.map(({ id }) => id)
    expect(all).toHaveLength(5)
    const first = await findApplications(HERE, {}, null, 2)
    const second = await findApplications(HERE, {}, first.earlier && { from: first.earlier, back: false }, 2)
    const third = await findApplications(HERE, {}, second.earlier && { from: second.earlier, back: false }, 2)
    expect([first, second, third].map(({ lines }) => lines.map(({ id }) => id))).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)])
    expect([first.later, third.earlier]).toEqual([null, null])
    const back = await findApplications(HERE, {}, third.later && { from: third.later, back: true }, 2)
    expect(back.lines.map(({ id }) => id)).toEqual(all.slice(2, 4))
    const home = await findApplications(HERE, {}, back.later && { from: back.later, back: true }, 2)
    expect([home.lines.map(({ id }) => id), home.later]).toEqual([all.slice(0, 2), null])
  })

  test('R-47 what several filters have in common comes page by page in the same order, whether among the newest changes or among all', async () => {
    const walks = ['deed-father', 'deed-mother', 'separated-mother', 'born-first-day', 'deed-outside-household']
    for (const [index, walk] of walks.entries()) await aDraft(await signedIn(family(walk)), family(walk).child.idNumber, later(MORNING, Math.floor(index / 2) * 1000))
    const filter: ApplicationFilter = { status: 'draft', category: 'none', school: 'none' }
    const all = (await findApplications(HERE, {}, null, 50)).lines.map(({ id }) => id)
    const [near, every] = await Promise.all((['near', 'all'] as const).map((reach) => db().$queryRaw<{ application_id: string }[]>(applicationsPage(HERE, filter, null, 50, reach))))
    expect([near, every].map((rows) => rows?.map((row) => row.application_id))).toEqual([all, all])
    const first = await findApplications(HERE, filter, null, 2)
    const second = await findApplications(HERE, filter, first.earlier && { from: first.earlier, back: false }, 2)
    const third = await findApplications(HERE, filter, second.earlier && { from: second.earlier, back: false }, 2)
    expect([first, second, third].map(({ lines }) => lines.map(({ id }) => id))).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)])
    const back = await findApplications(HERE, filter, third.later && { from: third.later, back: true }, 2)
    expect(back.lines.map(({ id }) => id)).toEqual(all.slice(2, 4))
    expect((await findApplications(HERE, { ...filter, category: '1' }, null, 2)).lines).toEqual([])
  })

  test('R-47 every way of searching is one that the database can explain', async () => {
    const filters: ApplicationFilter[] = [
      ...(['name', 'place', 'id-number', 'receipt', 'home-number'] as const).map((by) => ({ search: { by, text: '文峰路' } })),
      { school: 'LJ', status: 'submitted', category: '1', basis: 'TITLE_DEED', row: 'LJ-03' },
    ]
    for (const [filter, reach] of filters.flatMap((one) => (['in-order', 'near', 'all'] as const).map((by) => [one, by] as const))) {
      const page = applicationsPage(HERE, filter, { from: { changedAt: MORNING.season, applicationId: '00000000-0000-4000-8000-000000000000' }, back: false }, 51, reach)
      const plan = await db().$queryRawUnsafe<unknown[]>(`EXPLAIN ${page.text}`, ...page.values)
      expect(plan.length).toBeGreaterThan(0)
    }
  })
})
