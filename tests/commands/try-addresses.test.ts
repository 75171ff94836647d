import { beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import { MOST_IN_FILE, MOST_ON_PAGE } from '@/lib/domain/address-limits'
import { exportTriedAddresses } from '@/lib/commands/export-tried-addresses'
import { tryAddresses } from '@/lib/commands/try-addresses'
import { findAuditEvent } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { workbook } from '@/lib/files/workbook'
import { xlsxRows } from '@/lib/files/xlsx'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aStaffMember } from '../support/staff'
import { aTriedDraft, editDraft, redrawn } from '../support/tried-draft'

const BOUND = 1024 * 1024
let admin: StaffActor
let draftId: string

beforeAll(async () => {
  await loadDemonstration()
  admin = await aStaffMember('admin')
  draftId = await aTriedDraft(admin, redrawn({ 'YF-03': 'SX' }))
})

const bytes = (text: string) => new TextEncoder().encode(text)
const exported = (list: { name: string; bytes: Uint8Array } | string, format: 'xlsx' | 'csv' = 'csv') => exportTriedAddresses({ actor: admin, draftId, list, as: 'any', format })

test('R-51 each address by the draft and by what is published', async () => {
  const tried = await tryAddresses({ actor: admin, draftId, addresses: '龙津镇文峰路2号\n\n 龙津镇文峰路11号 \n', as: 'property' })
  expect(tried).toMatchObject({ ok: true, value: { lines: [{ address: '龙津镇文峰路2号', change: 'schools', draft: { schools: '安义三小' }, published: { schools: '逸夫小学' } }, { address: '龙津镇文峰路11号', change: null }] } })
})

test('R-51 P4 that it was tried is on the record, and on how many; no address is kept anywhere', async () => {
  await tryAddresses({ actor: admin, draftId, addresses: '龙津镇文峰路7788号', as: 'any' })
  const event = await db().auditEvent.findFirstOrThrow({ where: { type: 'season-tried' }, orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ actorId: admin.staffId, county: admin.county, applicationId: null })
  expect((await findAuditEvent(admin, String(event.id)))?.content).toEqual({ state: 'open', value: { draftId, addresses: 1 } })
})

test('R-51 a list as people have it: a sheet with a column of addresses, a text, a table without heads', async () => {
  const sheet = await workbook({ sheet: '名单', note: '', columns: [{ title: '姓名', width: 9 }, { title: '住址', width: 9 }], rows: [['甲', '龙津镇文峰路2号']] })
  const rows = (await xlsxRows('x', sheet, BOUND)).slice(1).map(({ cells }) => cells.join(',')).join('\n')
  const lists = [{ name: '名单.CSV', bytes: bytes(rows) }, { name: '名单.txt', bytes: bytes('\uFEFF龙津镇文峰路2号\r\n\r\n') }, { name: 'a.csv', bytes: bytes('龙津镇文峰路2号,甲\n') }, '龙津镇文峰路2号']
  for (const list of lists) {
    const answer = await exported(list)
    if (!answer.ok) throw new Error(answer.failure.code)
    const lines = new TextDecoder().decode(answer.value.bytes).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain('"龙津镇文峰路2号","安义三小"')
  }
  const answer = await exported('龙津镇文峰路2号', 'xlsx')
  if (!answer.ok) throw new Error(answer.failure.code)
  expect((await xlsxRows('answer.xlsx', answer.value.bytes, BOUND)).at(-1)?.cells.slice(0, 2)).toEqual(['龙津镇文峰路2号', '安义三小'])
})

test('R-51 what somebody typed is never a formula where it is opened again', async () => {
  const answer = await exported('=HYPERLINK("http://x")')
  expect(answer.ok && new TextDecoder().decode(answer.value.bytes)).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test('R-51 nothing, too much, and what cannot be read are told, and a draft that says nothing clear', async () => {
  const many = (count: number) => '文峰路1号\n'.repeat(count)
  expect(await tryAddresses({ actor: admin, draftId, addresses: ' \n', as: 'any' })).toMatchObject({ failure: { code: 'ADDRESSES_MISSING', field: 'addresses' } })
  expect(await tryAddresses({ actor: admin, draftId, addresses: many(MOST_ON_PAGE + 1), as: 'any' })).toMatchObject({ failure: { code: 'ADDRESSES_TOO_MANY' } })
  expect(await exported(many(MOST_IN_FILE + 1))).toMatchObject({ failure: { code: 'ADDRESSES_TOO_MANY' } })
  expect(await exported({ name: 'a.xlsx', bytes: bytes('no workbook') })).toMatchObject({ failure: { code: 'ADDRESS_FILE_UNREADABLE' } })
  expect(await exported({ name: 'a.txt', bytes: new Uint8Array([0xff, 0xfe, 0x81]) })).toMatchObject({ failure: { code: 'ADDRESS_FILE_UNREADABLE' } })
  await editDraft(admin, draftId, (content) => ({ ...content, catchment: null }))
  expect(await exported('文峰路1号')).toMatchObject({ failure: { code: 'DRAFT_UNCLEAR' } })
})

test('R-52 another county’s draft is not there', async () => {
  const elsewhere = await aStaffMember('admin', { county: '360124' })
  expect(await tryAddresses({ actor: elsewhere, draftId, addresses: '文峰路1号', as: 'any' })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  expect(await exportTriedAddresses({ actor: elsewhere, draftId, list: '文峰路1号', as: 'any', format: 'csv' })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
})
