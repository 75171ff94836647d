import path from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import { deleteSeasonRow } from '@/lib/commands/delete-season-row'
import { dropSeasonDraft } from '@/lib/commands/drop-season-draft'
import { exportSeason } from '@/lib/commands/export-season'
import { moveSeasonRow } from '@/lib/commands/move-season-row'
import { openSeasonDraft } from '@/lib/commands/open-season-draft'
import { saveSeasonRow } from '@/lib/commands/save-season-row'
import { settleSeasonColumn } from '@/lib/commands/settle-season-column'
import { db } from '@/lib/data/db'
import { markOf, tableIn } from '@/lib/data/draft-edits'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { seasonHash } from '@/lib/data/season-tables'
import { readArchive } from '@/lib/files/archive'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aStaffMember } from '../support/staff'
import { done, folderOf, posted, replaceFile, theDraft, uploadFolder } from '../support/season-drafts'

const FOLDERS = { '360123': 'prisma/seasons/360123-2023', '360124': 'prisma/seasons/360124-2023' }
const FILES = folderOf(FOLDERS['360123'])
const BOUNDS = { bytes: 10_000_000, entries: 100 }

let admin: StaffActor
let colleague: StaffActor
let elsewhere: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  admin = await aStaffMember('admin')
  colleague = await aStaffMember('admin')
  elsewhere = await aStaffMember('admin', { county: '360124' })
})
beforeEach(() => db().seasonDraft.deleteMany())

const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content)
const messages = async (id: string) => judgeDraft(await theDraft(admin, id)).findings.map(({ file, line, message }) => `${file}:${line} ${message}`)
const rowAt = async (id: string, table: 'catchment' | 'categories', line: number) => {
  const row = tableIn((await theDraft(admin, id)).content, table).rows.find((one) => one.line === line)
  if (!row) throw new Error(`no line ${line}`)
  return { cells: row.cells, seen: markOf(row) }
}
const events = async () => (await db().auditEvent.findMany({ where: { type: { startsWith: 'season-' }, actorId: admin.staffId }, orderBy: { id: 'asc' }, select: { type: true } })).map(({ type }) => type)

/** The demonstration's catchment with one thing changed in it. */
const catchmentWith = (before: string, after: string) => ({ ...FILES, 'catchment.csv': text(FILES['catchment.csv']).replace(before, after) })

describe('a draft begins', () => {
  test('R-51 as the newest published version: nothing in it is wrong, and publishing it would change nothing', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    const draft = await theDraft(admin, id)
    const { season, files, findings } = judgeDraft(draft)
    expect(findings).toEqual([])
    expect(season?.settings.year).toBe(2023)
    const { filesHash } = await db().seasonVersion.findUniqueOrThrow({ where: { id: draft.basedOnId ?? '' } })
    expect(files && seasonHash(files, draft.content.agreement ?? '')).toBe(filesHash)
    expect(await events()).toContain('season-drafted')
  })

  test('R-51 for the next year: dates and ages a year later, days off and the source asked for anew', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'next-year' }))
    const draft = await theDraft(admin, id)
    expect(draft.year).toBe(2024)
    expect(draft.content.settings).toMatchObject({ year: 2024, opensAt: '2024-08-14T00:00:00+08:00', closesAt: '2024-08-25T00:00:00+08:00', bornFrom: '2017-01-01', bornTo: '2018-08-31', title: '安义县2024年城区小学一年级新生网上预报', source: '' })
    expect(judgeDraft(draft).findings).toEqual([])
  })

  test('R-51 last year’s folder with nothing but the number of the year put on is not next year’s: two seasons would be open at once', async () => {
    const { id } = done(await uploadFolder(admin, { ...FILES, 'season.json': text(FILES['season.json']).replace('"year": 2023', '"year": 2024') }))
    expect(await messages(id)).toEqual(['season.json:7 opensAt：是 2023 年的，方案是 2024 年的', 'season.json:8 closesAt：是 2023 年的，方案是 2024 年的'])
  })

  test('R-51 once a year: the second is told of the first, also when both begin at the same moment', async () => {
    const both = await Promise.all([openSeasonDraft({ actor: admin, as: 'same-year' }), openSeasonDraft({ actor: colleague, as: 'same-year' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'DRAFT_OPEN' } })
  })

  test('R-51 as a folder with findings: what could be read is there, and the rest says why', async () => {
    const { id } = done(await uploadFolder(admin, { ...catchmentWith('odd,1-99', 'od,1-99'), 'schools.csv': 'code,name\n"LJ,x\n', 'materials.csv': 'a,b\0\n' }))
    const draft = await theDraft(admin, id)
    expect(draft.content.schools).toBeNull()
    expect(draft.content.catchment?.rows.length).toBeGreaterThan(10)
    expect(await messages(id)).toEqual(['schools.csv:2 双引号没有收尾', expect.stringContaining('materials.csv:1 第 2 列的列名里有空字符')])
    done(await replaceFile(admin, id, 'schools.csv', FILES['schools.csv'] ?? ''))
    expect(await messages(id)).toContainEqual('catchment.csv:4 LJ-03：parity 里的「od」不认识，最接近的是「odd」')
  })

  test('R-51 with settings that cannot be read: of the year that they name, or the clock’s, and the finding says where it stops', async () => {
    const { id } = done(await uploadFolder(admin, { ...FILES, 'season.json': '{\n  "county": "360123", "year": 2027\n  oops\n}' }))
    expect((await theDraft(admin, id)).year).toBe(2027)
    expect(await messages(id)).toEqual(['season.json:3 不是合格的 JSON'])
    const { 'season.json': _settings, ...rest } = FILES
    const without = done(await uploadFolder(admin, rest))
    expect((await theDraft(admin, without.id)).year).toBe(2023)
    expect(await messages(without.id)).toEqual(['season.json:1 缺少这个文件'])
    expect(await uploadFolder(admin, { 'season.json': '{ "county": "360124", "year": 2027 oops' })).toEqual({ ok: false, failure: { code: 'SEASON_OF_ANOTHER_COUNTY' } })
  })

  test('R-51 as one archive, whatever folder it was packed from and whatever lies beside it', async () => {
    const zip = zipSync({ '360123-2023/': new Uint8Array(), ...Object.fromEntries(Object.entries(FILES).map(([name, content]) => [`../360123-2023/${name}`, content])), '__MACOSX/._season.json': new Uint8Array(9), 'notes.txt': new Uint8Array(9) })
    const { id } = done(await uploadFolder(admin, { 'season.zip': zip }))
    expect(await messages(id)).toEqual([])
    expect((await theDraft(admin, id)).content.catchment?.rows.length).toBeGreaterThan(10)
  })

  test('R-51 whether its names are written large or small', async () => {
    const { id } = done(await uploadFolder(admin, Object.fromEntries(Object.entries(FILES).map(([name, content]) => [name.replace('.csv', '.CSV').replace('season', 'Season'), content]))))
    expect(await messages(id)).toEqual([])
    expect((await theDraft(admin, id)).content.reasons?.rows.length).toBeGreaterThan(1)
  })

  test.each([
    ['no archive', { 'season.zip': new TextEncoder().encode('not a zip at all') }, 'SEASON_ARCHIVE_UNREADABLE'],
    ['cut off', { 'season.zip': zipSync({ 'season.json': FILES['season.json'] ?? new Uint8Array(), 'agreement.md': FILES['agreement.md'] ?? new Uint8Array() }).subarray(0, 500) }, 'SEASON_ARCHIVE_UNREADABLE'],
    ['a bomb', { 'season.zip': zipSync({ 'season.json': new Uint8Array(40_000_000) }) }, 'SEASON_ARCHIVE_TOO_LARGE'],
    ['too many entries', { 'season.zip': zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}/a.txt`, new Uint8Array(1)]))) }, 'SEASON_ARCHIVE_TOO_LARGE'],
    ['more than any season', { 'catchment.csv': new Uint8Array(18_000_000), 'schools.csv': new Uint8Array(18_000_000) }, 'SEASON_ARCHIVE_TOO_LARGE'],
    ['nothing of a season', { 'readme.txt': 'hello' }, 'SEASON_FILES_MISSING'],
    ['another county’s season', folderOf(FOLDERS['360124']), 'SEASON_OF_ANOTHER_COUNTY'],
  ])('R-51 not as %s', async (_what, folder, code) => {
    expect(await uploadFolder(admin, folder)).toEqual({ ok: false, failure: { code } })
    expect(await db().seasonDraft.count()).toBe(0)
  })

  test('R-51 a spreadsheet that unpacks to more than any table is a finding', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) })
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    done(await replaceFile(admin, id, 'schools.xlsx', bomb))
    expect(await messages(id)).toContainEqual('schools.xlsx:1 表格太大，没有读')
  })
})

describe('a row', () => {
  test('R-51 is mended in place: the finding goes, the rest stays, and the record says which row', async () => {
    const { id } = done(await uploadFolder(admin, catchmentWith('odd,1-99', 'od,1-99')))
    const { seen } = await rowAt(id, 'catchment', 4)
    expect(done(await saveSeasonRow({ actor: admin, row: posted({ draftId: id, table: 'catchment', line: '4', seen, 'cell-parity': 'odd' }) }))).toEqual({ line: 4 })
    expect(await messages(id)).toEqual([])
    expect((await rowAt(id, 'catchment', 4)).cells).toMatchObject({ row: 'LJ-03', place: '文峰路', numbers: '1-99', parity: 'odd' })
    expect((await events()).at(-1)).toBe('season-edited')
  })

  test('R-51 that a colleague has changed is not written over; one that only moved is found again', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    const { seen } = await rowAt(id, 'catchment', 4)
    done(await saveSeasonRow({ actor: colleague, row: posted({ draftId: id, table: 'catchment', after: '2', 'cell-row': 'NEW', 'cell-place': '新路', 'cell-kind': 'road', 'cell-schools[]': ['', 'LJ', 'YF'] }) }))
    expect((await rowAt(id, 'catchment', 3)).cells).toMatchObject({ row: 'NEW', schools: 'LJ|YF' })
    expect(done(await saveSeasonRow({ actor: admin, row: posted({ draftId: id, table: 'catchment', line: '4', seen, 'cell-note': '核对过' }) }))).toEqual({ line: 5 })
    expect((await rowAt(id, 'catchment', 5)).cells).toMatchObject({ row: 'LJ-03', note: '核对过' })
    expect(await saveSeasonRow({ actor: colleague, row: posted({ draftId: id, table: 'catchment', line: '4', seen, 'cell-note': '我的' }) })).toEqual({ ok: false, failure: { code: 'ROW_CHANGED' } })
  })

  test('R-51 two officers who save different rows at the same moment both succeed', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    const rows = await Promise.all([2, 3, 4, 5].map(async (line) => ({ line, ...(await rowAt(id, 'catchment', line)) })))
    const saved = await Promise.all(rows.map(({ line, seen }, at) => saveSeasonRow({ actor: at % 2 ? admin : colleague, row: posted({ draftId: id, table: 'catchment', line: String(line), seen, 'cell-note': `第${line}行` }) })))
    expect(saved.every(({ ok }) => ok)).toBe(true)
    for (const { line } of rows) expect((await rowAt(id, 'catchment', line)).cells.note).toBe(`第${line}行`)
    expect((await theDraft(admin, id)).revision).toBe(5)
  })

  test('R-51 is added, moved and deleted; lines stay those of a file, and a category that hides another is found', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    const { line } = done(await saveSeasonRow({ actor: admin, row: posted({ draftId: id, table: 'categories', after: '2', 'cell-row': 'K0', 'cell-category': '1', 'cell-label': '什么都要', 'cell-basis[]': ['-'] }) }))
    expect(line).toBe(3)
    expect((await messages(id)).some((one) => one.includes('永远用不上'))).toBe(true)
    const { seen } = await rowAt(id, 'categories', 3)
    expect(done(await moveSeasonRow({ actor: admin, row: { draftId: id, table: 'categories', list: '', line: 3, seen, to: 'up' } }))).toEqual({ line: 2 })
    expect((await rowAt(id, 'categories', 3)).cells.row).toBe('K1')
    done(await deleteSeasonRow({ actor: admin, row: { draftId: id, table: 'categories', list: '', line: 2, seen } }))
    expect(await messages(id)).toEqual([])
    expect((await theDraft(admin, id)).content.categories?.rows.map((row) => row.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await saveSeasonRow({ actor: admin, row: posted({ draftId: id, table: 'categories', 'cell-row': ' ' }) })).toEqual({ ok: false, failure: { code: 'ROW_EMPTY' } })
  })

  test('R-51 a column under a wrong name gets its right one', async () => {
    const { id } = done(await uploadFolder(admin, catchmentWith('row,schools,', 'row,school,')))
    expect((await messages(id))[0]).toContain('不认识的列「school」')
    done(await settleSeasonColumn({ actor: admin, input: { draftId: id, table: 'catchment', list: '', column: 'school', as: 'schools' } }))
    expect(await messages(id)).toEqual([])
    expect(await settleSeasonColumn({ actor: admin, input: { draftId: id, table: 'catchment', list: '', column: 'school', as: '' } })).toEqual({ ok: false, failure: { code: 'COLUMN_CHANGED' } })
  })

  test('R-51 R-52 of another county’s draft, or of one that is not being edited, is out of reach', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    const { seen } = await rowAt(id, 'catchment', 2)
    const row = posted({ draftId: id, table: 'catchment', line: '2', seen, 'cell-note': 'x' })
    expect(await saveSeasonRow({ actor: elsewhere, row })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await replaceFile(elsewhere, id, 'agreement.md', 'x')).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await exportSeason({ actor: elsewhere, id })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await dropSeasonDraft({ actor: elsewhere, draftId: id })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    done(await dropSeasonDraft({ actor: admin, draftId: id }))
    expect(await saveSeasonRow({ actor: admin, row })).toEqual({ ok: false, failure: { code: 'DRAFT_NOT_EDITING' } })
    expect(await dropSeasonDraft({ actor: admin, draftId: id })).toEqual({ ok: false, failure: { code: 'DRAFT_NOT_EDITING' } })
    done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
  })
})

describe('a file over the draft’s own', () => {
  test('R-51 that cannot be read leaves what is there, until somebody goes on with it', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    const before = (await theDraft(admin, id)).content.reasons
    done(await replaceFile(admin, id, 'reasons.csv', 'kind,kind\n'))
    expect((await theDraft(admin, id)).content.reasons).toEqual(before)
    expect(await messages(id)).toEqual(['reasons.csv:1 列名「kind」写了两次'])
    done(await saveSeasonRow({ actor: admin, row: posted({ draftId: id, table: 'reasons', 'cell-code': 'other', 'cell-label': '其他', 'cell-words': '请补充。' }) }))
    expect(await messages(id)).toEqual([])
  })

  test('R-51 settings of another county are refused, of another year a finding; an unknown name is not taken', async () => {
    const { id } = done(await openSeasonDraft({ actor: admin, as: 'same-year' }))
    expect(await replaceFile(admin, id, 'season.json', folderOf(FOLDERS['360124'])['season.json'] ?? '')).toEqual({ ok: false, failure: { code: 'SEASON_OF_ANOTHER_COUNTY' } })
    expect(await replaceFile(admin, id, '../notes.txt', 'x')).toEqual({ ok: false, failure: { code: 'SEASON_FILE_UNKNOWN' } })
    done(await replaceFile(admin, id, 'season.json', text(FILES['season.json']).replace('"year": 2023', '"year": 2022')))
    expect(await messages(id)).toContainEqual('season.json:4 year 是 2022，这份草稿是 2023 年的')
    done(await replaceFile(admin, id, 'agreement.md', Buffer.from([0xd6, 0xd0])))
    expect(await messages(id)).toContainEqual('agreement.md:1 不是 UTF-8 编码：请另存为 UTF-8')
  })
})

describe('the folder that is exported', () => {
  test.each(Object.entries(FOLDERS))('R-51 %s: out, in and out again is the same bytes, and the season that was imported', async (county, folder) => {
    const actor = county === '360123' ? admin : elsewhere
    const version = await db().seasonVersion.findFirstOrThrow({ where: { season: { county } }, orderBy: { number: 'desc' } })
    const published = done(await exportSeason({ actor, id: version.id }))
    expect(published.file).toBe(`season-${county}-2023.zip`)
    const { id } = done(await uploadFolder(actor, { 'season.zip': published.bytes }))
    const again = done(await exportSeason({ actor, id }))
    expect(Buffer.from(again.bytes).equals(Buffer.from(published.bytes))).toBe(true)
    const { files } = judgeDraft(await theDraft(actor, id))
    const original = await readSeasonFolder(path.resolve(folder))
    const agreement = (await theDraft(actor, id)).content.agreement ?? ''
    expect(original.files && files && seasonHash(files, agreement)).toBe(original.files && seasonHash(original.files, original.agreement ?? ''))
    expect(version.filesHash).toBe(original.files && seasonHash(original.files, original.agreement ?? ''))
    expect(await db().auditEvent.count({ where: { type: 'season-exported', actorId: actor.staffId } })).toBeGreaterThan(0)
  })

  test('R-51 keeps every cell as it is: quotes, commas, line breaks, blanks at the ends, and keys that nobody knows', async () => {
    const awkward = 'kind,code,label,words\n,a,"含,逗号","他说""好""\n第二行"\n,b," 前后有空格 ",=1+1\n,,,\n'
    const settings = text(FILES['season.json']).replace('"year": 2023,', '"year": 2023, "zz": {"b": 1, "a": [2]}, "aa": null,')
    const { id } = done(await uploadFolder(admin, { ...FILES, 'reasons.csv': `\uFEFF${awkward.replaceAll('\n', '\r\n')}`, 'season.json': settings }))
    const first = done(await exportSeason({ actor: admin, id })).bytes
    const entries = Object.fromEntries(readArchive(first, () => true, BOUNDS).map(({ name, content }) => [name.split('/')[1], text(content)]))
    expect(entries['reasons.csv']).toBe(awkward.replace(',,,\n', ''))
    expect(Object.keys(JSON.parse(entries['season.json'] ?? '{}')).slice(-3)).toEqual(['demonstration', 'aa', 'zz'])
    done(await dropSeasonDraft({ actor: admin, draftId: id }))
    const second = done(await uploadFolder(admin, { 'again.zip': first }))
    expect(Buffer.from(done(await exportSeason({ actor: admin, id: second.id })).bytes).equals(Buffer.from(first))).toBe(true)
  })
})
