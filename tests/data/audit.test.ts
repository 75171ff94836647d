import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openAuditEvent } from '@/lib/commands/open-audit-event'
import { searchAudit } from '@/lib/commands/search-audit'
import { startApplication } from '@/lib/commands/start-application'
import { submitApplication } from '@/lib/commands/submit-application'
import { recordAudit } from '@/lib/audit/record'
import { sealAudit } from '@/lib/audit/seal'
import { fieldName } from '@/lib/copy/staff/audit'
import { fieldValue } from '@/lib/copy/staff/audit-values'
import { listAudit, readSealing } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import type { StaffActor } from '@/lib/domain/actor'
import type { AuditEventType } from '@/lib/domain/audit'
import { linesOf, readAuditFilters } from '@/lib/domain/audit-filters'
import { triedContent } from '@/lib/domain/registers'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aServedConfirmation, later, MORNING, signedIn, the } from '../support/journey'
import { aStaffMember } from '../support/staff'

const OTHER = '360124'
let auditor: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  auditor = await aStaffMember('auditor')
  stranger = await aStaffMember('auditor', { county: OTHER })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const list = (actor: StaffActor, query: Record<string, string> = {}) => listAudit(actor, readAuditFilters(query))
const types = async (actor: StaffActor, query: Record<string, string> = {}): Promise<AuditEventType[]> => (await list(actor, query)).lines.map((line) => line.type)

/** A family that has submitted: its log runs from the sign-in that the tests leave out to the receipt. */
async function aSubmittedFamily() {
  const { actor, applicationId, fingerprint, child } = await aServedConfirmation('deed-outside-household')
  const done = await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 60_000) })
  if (!done.ok) throw new Error(done.failure.code)
  const { receiptNumber, studentId } = await db().submission.findFirstOrThrow({ where: { applicationId } })
  return { guardian: actor, child, receiptNumber, studentId }
}

test('R-47 the log is searched by person, by family and by act, and what is found is an id', async () => {
  const { guardian, child, receiptNumber, studentId } = await aSubmittedFamily()
  await recordAudit(db(), { type: 'staff-signed-in', actor: { kind: 'staff', id: auditor.staffId }, county: auditor.county })
  const search = (who: string, whose: string) => searchAudit({ actor: auditor, input: { who, whose } })
  expect(await search(guardian.idNumber.toLowerCase(), '')).toEqual({ ok: true, value: { actor: guardian.guardianId, family: null } })
  expect(await search(auditor.username, child.idNumber)).toEqual({ ok: true, value: { actor: auditor.staffId, family: studentId } })
  expect(await search('', receiptNumber.toLowerCase())).toEqual({ ok: true, value: { actor: null, family: studentId } })
  expect(await search('nobody', '')).toMatchObject({ ok: false, failure: { code: 'AUDIT_ACTOR_UNKNOWN' } })
  expect(await search('', family('born-first-day').child.idNumber)).toMatchObject({ ok: false, failure: { code: 'AUDIT_FAMILY_UNKNOWN' } })
  const ofFamily = await list(auditor, { family: studentId })
  expect(ofFamily.lines.length).toBeGreaterThan(5)
  expect(ofFamily.lines[0]).toMatchObject({ type: 'application-submitted', actor: { kind: 'guardian', id: guardian.guardianId, name: expect.stringMatching(/^.\*+$/) }, family: { id: studentId, receiptNumber } })
  expect(await types(auditor, { family: studentId, type: 'application-submitted' })).toEqual(['application-submitted'])
  expect(await types(auditor, { actor: auditor.staffId, type: 'staff-signed-in' })).toEqual(['staff-signed-in'])
  // Searching is in the log too, found or not; what was typed is not.
  expect((await types(auditor, { type: 'audit-searched' })).length).toBe(5)
})

test('R-47 by day, and page by page without a line twice or missing', async () => {
  for (let event = 0; event < 120; event++) await recordAudit(db(), { type: 'case-opened', actor: { kind: 'staff', id: auditor.staffId }, county: auditor.county })
  const ids: string[] = []
  for (let before: string | undefined, more = true; more; before = ids.at(-1)) {
    const page = await list(auditor, before ? { before } : {})
    ids.push(...page.lines.map((line) => line.id))
    more = page.more
  }
  expect(ids.length).toBe(120)
  expect(ids).toEqual(ids.toSorted((one, other) => Number(other) - Number(one)))
  const today = new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)
  expect((await list(auditor, { from: today, to: today })).lines.length).toBe(50)
  expect(await types(auditor, { to: '2023-08-16' })).toEqual([])
  expect(await types(auditor, { from: '2023-02-31', type: 'case-claimed' })).toEqual([])
})

test('R-52 another county’s events are not there: listed, searched or opened', async () => {
  const { guardian, child, receiptNumber } = await aSubmittedFamily()
  const { lines } = await list(auditor)
  await recordAudit(db(), { type: 'registry-imported', actor: { kind: 'operator' } })
  await recordAudit(db(), { type: 'guardian-signed-in', actor: { kind: 'guardian', id: guardian.guardianId } })
  // What is of no county and of nobody's family is everybody's to read; a guardian's own sign-in is nobody's.
  expect(await types(stranger)).toEqual(['registry-imported'])
  expect(await types(stranger, { actor: guardian.guardianId })).toEqual([])
  for (const [who, whose] of [[guardian.idNumber, ''], [auditor.username, ''], ['', child.idNumber], ['', receiptNumber]] as const) {
    expect(await searchAudit({ actor: stranger, input: { who, whose } })).toMatchObject({ ok: false })
  }
  for (const { id } of lines) expect(await openAuditEvent({ actor: stranger, eventId: id })).toBeNull()
  const walk = family('jinxian-deed')
  const other = await signedIn(walk)
  await startApplication({ actor: other, county: OTHER, idNumber: walk.child.idNumber, consentVersion: 'test', now: MORNING })
  expect(await types(stranger, { type: 'application-started' })).toEqual(['application-started'])
  expect(await types(auditor, { actor: other.guardianId })).toEqual([])
})

test('R-52 of a family that has gone to another county since, the log of the first one names no receipt of there', async () => {
  const { guardian, receiptNumber, studentId } = await aSubmittedFamily()
  const { id } = await db().application.findFirstOrThrow({ select: { id: true } })
  await recordAudit(db(), { type: 'county-changed', actor: { kind: 'guardian', id: guardian.guardianId }, application: { ...(await the(guardian, id)), county: OTHER } })
  expect((await list(stranger, { family: studentId })).lines).toEqual([])
  expect((await list(stranger, { type: 'county-changed' })).lines).toMatchObject([{ family: { id: studentId, receiptNumber: null } }])
  expect((await list(auditor, { type: 'application-submitted' })).lines).toMatchObject([{ family: { receiptNumber } }])
})

test('R-47 what an event holds is opened one at a time, on the record, and is gone with the family’s key', async () => {
  const { receiptNumber } = await aSubmittedFamily()
  const { lines: [newest] } = await list(auditor, { type: 'application-submitted' })
  const eventId = newest?.id ?? ''
  expect(await openAuditEvent({ actor: auditor, eventId })).toMatchObject({ type: 'application-submitted', content: { state: 'open', value: { receiptNumber, category: 'K3' } } })
  const { lines: [reading] } = await list(auditor, { type: 'audit-searched' })
  expect(reading).toMatchObject({ actor: { id: auditor.staffId, name: `${auditor.name}（${auditor.username}）` } })
  expect(await openAuditEvent({ actor: auditor, eventId: reading?.id ?? '' })).toMatchObject({ content: { state: 'open', value: { eventId } } })
  await db().application.updateMany({ data: { wrappedKey: null } })
  expect(await openAuditEvent({ actor: auditor, eventId })).toMatchObject({ content: { state: 'erased' } })
})

test('R-47 each line names the seal that covers it, and whether sealing keeps up', async () => {
  const record = () => recordAudit(db(), { type: 'case-opened', actor: { kind: 'system' }, county: auditor.county })
  expect(await readSealing(Date.now())).toEqual({ newest: null, waiting: 0, late: false })
  await record()
  await expect.poll(() => sealAudit(db()), { timeout: 20_000, interval: 20 }).toBe(1)
  await record()
  expect((await list(auditor)).lines.map((line) => line.seal)).toEqual([null, 1])
  expect(await readSealing(Date.now())).toMatchObject({ newest: { number: 1 }, waiting: 1, late: false })
  expect(await readSealing(Date.now() + 11 * 60_000)).toMatchObject({ waiting: 1, late: true })
})

test('R-47 what an event holds is in Chinese: no name of a field and no code of a program is left for the auditor', async () => {
  await aSubmittedFamily()
  const { lines } = await list(auditor)
  const held = await Promise.all(lines.map((line) => openAuditEvent({ actor: auditor, eventId: line.id })))
  const shown = held.flatMap((event) => (event?.content.state === 'open' ? linesOf(event.content.value) : [])).map(({ path, value }) => [fieldName(path), fieldValue(path, value)] as const)
  expect(shown.length).toBeGreaterThan(10)
  expect(shown.filter(([name]) => /[a-z]/i.test(name))).toEqual([])
  // Rows of tables and numbers keep their own letters, and a version its name; words have none.
  expect(shown.filter(([name, value]) => name !== '版本' && /^[a-z][a-z -]*$/i.test(value))).toEqual([])
  expect(fieldValue('because', 'password')).toBe('密码不对')
  expect(fieldValue('kind', 'address-match')).toBe('匹配学区')
  expect(fieldValue('filter.category', 'null')).toBe('—')
  for (const tried of triedContent.options) expect(fieldValue('outcome', tried.shape.is.value)).toMatch(/[一-龥]/)
})

test('R-47 R-52 officers whom an event speaks of are named; those of another county are ids', async () => {
  await recordAudit(db(), { type: 'staff-session-ended', actor: { kind: 'system' }, county: auditor.county, content: { staffId: auditor.staffId, proposedBy: stranger.staffId } })
  const { lines: [newest] } = await list(auditor, { type: 'staff-session-ended' })
  expect([...((await openAuditEvent({ actor: auditor, eventId: newest?.id ?? '' }))?.officers ?? [])]).toEqual([[auditor.staffId, `${auditor.name}（${auditor.username}）`]])
})

test('numbers of persons are masked wherever they stand in what an event holds', () => {
  expect(linesOf({ reason: '母亲 36019919880219132X 的证 赣（2021）安义县不动产权第9900218号，电话13800001111，合同 AY2023991501，回执 3601232023-7F3K-9QXM', nested: { months: ['2023-05', '2023-06'] }, none: null })).toEqual([
    { path: 'reason', value: '母亲 360199********132X 的证 赣（2021）安义县不动产权第990****0218号，电话138****1111，合同 AY2****1501，回执 3601232023-7F3K-9QXM' },
    { path: 'nested.months', value: '2023-05、2023-06' },
    { path: 'none', value: 'null' },
  ])
})

test('an address that no list could have written finds what it says, and breaks nothing', async () => {
  for (const query of ['from=0000-01-01', 'to=9999-12-31', 'from=2023-08-16&to=2999-12-31', 'before=999999999999999999']) {
    expect(Array.isArray((await list(auditor, Object.fromEntries(new URLSearchParams(query)))).lines), query).toBe(true)
  }
})
