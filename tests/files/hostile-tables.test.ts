import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { contentOfUpload } from '@/lib/data/draft-contents'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { readSeasonParts } from '@/lib/files/season-parts'
import { openUpload } from '@/lib/files/season-upload'
import { tableFrom } from '@/lib/files/tables'
import { uploadedTable } from '@/lib/files/uploaded-table'
import { readUploaded } from '@/lib/intake/read-table'

/** What an officer's upload may do to the server that everybody uses: each of these stopped it, or held it for a minute, with a file of some bytes or megabytes. */

const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`)

/** A spreadsheet of one sheet with these rows. @param prolog stands before the sheet's first tag @param more files beside it */
function sheet(rows: string, { prolog = '', more = {} }: { prolog?: string; more?: Record<string, Uint8Array> } = {}): Uint8Array {
  const office = 'http://schemas.openxmlformats.org'
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${office}/package/2006/content-types"></Types>`),
    'xl/workbook.xml': xml(`<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${office}/spreadsheetml/2006/main"></sst>`),
    'xl/worksheets/sheet1.xml': xml(`${prolog}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  })
}
const cell = (address: string, text = 'x') => `<c r=${address} t="inlineStr"><is><t>${text}</t></is></c>`
const HEAD = `<row r="1">${cell('"A1"', 'code')}</row>`
const faultOf = (name: string, content: Uint8Array) => tableFrom(name, content).then(() => null, (error: unknown) => (error instanceof Error ? error.message : String(error)))
const settings = (text: string) => readSeasonParts((name) => Promise.resolve(name === 'season.json' ? strToU8(text) : null))

test('a spreadsheet with one cell far away is read up to where anybody fills one', async () => {
  expect((await tableFrom('schools.xlsx', sheet(`${HEAD}<row r="9">${cell('"A9"', 'LJ')}</row>`))).rows).toEqual([{ line: 9, cells: { code: 'LJ' } }])
})

test.each([
  ['in the last cell', `<row r="1048576">${cell('"XFD1048576"')}</row>`],
  ['with the column alone far away, in many rows', `<row r="2">${cell('"XFD2"')}</row><row r="2000">${cell('"A2000"')}</row>`],
  ['with the address spread over lines', `<row r="1048576"><c\nr\n=\n'XFD1048576' t="inlineStr"><is><t>x</t></is></c></row>`],
  ['with the address written as characters by number', `<row r="1048576">${cell('"XF&#68;1048576"')}</row>`],
  ['with a power of ten for a row', `<row r="2">${cell('"A1e8"')}</row>`],
  ['with the row alone far away', `<row r="1e8">${cell('"A1"')}</row>`],
  ['behind much else', `${`<row>${' '.repeat(40_000)}</row>`}<row r="1048576">${cell('"XFD1048576"')}</row>`],
])('a spreadsheet %s is refused before the library fills the gap', async (_name, rows) => {
  expect(await faultOf('schools.xlsx', sheet(HEAD + rows))).toMatch(/表格太大|不是可读的/)
})

test('a table of thousands of columns is refused: every row would hold a cell for each', async () => {
  const header = Array.from({ length: 300 }, (_, index) => `c${index}`).join(',')
  expect(await faultOf('schools.csv', strToU8(`${header}\nx\n`))).toContain('有 300 列')
})

test('a text whose rows are not as wide as its header, or are too many, is read no further', async () => {
  const asked = { stem: 'people', largest: 1024, rows: 3 }
  const uneven = await uploadedTable(strToU8(`a\n${'x,y\n'.repeat(50_001)}`), { ...asked, rows: 100_000 })
  expect(uneven).toEqual({ is: 'faulty', findings: [{ file: 'people.csv', line: 50_002, message: expect.stringContaining('格数和表头不一样') }] })
  expect((await uploadedTable(strToU8(`a\n${'x\n'.repeat(3)}`), asked)).is).toBe('table')
  expect(await uploadedTable(strToU8(`a\n${'x\n'.repeat(4)}`), asked)).toEqual({ is: 'faulty', findings: [{ file: 'people.csv', line: 5, message: '超过 3 行，没有读' }] })
})

test.each([60, 5_000, 200_000])('settings with %i brackets in each other are a finding, and no end of the stack', async (depth) => {
  const parts = await settings(`{"x":${'['.repeat(depth)}${']'.repeat(depth)}}`)
  expect(parts.findings).toContainEqual({ file: 'season.json', line: 1, message: '括号套了不止 50 层，没有读' })
  expect(parts.settings).toBeNull()
})

test('words that every object knows are unknown keys and columns like others', async () => {
  const { settings: read, settingsLines, ...tables } = await settings('{"__proto__": {"county": "360123"}, "constructor": 1, "toString": 2, "allocation": {"neighbours": {"__proto__": ["LJ"], "constructor": ["LJ"]}}}')
  const schools = await tableFrom('schools.csv', strToU8('code,__proto__,constructor\nLJ,a,b\n'))
  const judged = judgeDraft({ county: '360123', year: 2024, content: contentOfUpload({ ...tables, settings: read, settingsLines, schools }) })
  expect(judged.season).toBeNull()
  expect(judged.findings.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining('不认识的列「__proto__」'), expect.stringContaining('不认识的列「constructor」'), expect.stringContaining('county：没有写')]))
})

test('several archives in one upload unpack to no more than one may', () => {
  const archive = zipSync({ 'schools.csv': new Uint8Array(20 * 1024 * 1024) }, { level: 0 })
  expect(openUpload([{ name: 'one.zip', content: archive }])).toMatchObject({ ok: true })
  expect(openUpload([{ name: 'one.zip', content: archive }, { name: 'other.zip', content: archive }])).toEqual({ ok: false, failure: { code: 'SEASON_ARCHIVE_TOO_LARGE' } })
})

test('a path in an archive names no place: its last part is compared, and nothing is opened by it', () => {
  const opened = openUpload([{ name: '../../a.zip', content: zipSync({ '../../../etc/schools.csv': strToU8('code\n'), 'C:\\x\\reasons.csv': strToU8('kind\n'), '/etc/passwd': strToU8('x') }) }])
  expect(opened.ok && [opened.value.open('schools.csv') !== null, opened.value.open('reasons.csv') !== null, opened.value.open('passwd')]).toEqual([true, true, null])
})

const ASKED = { stem: 'people', largest: 64 * 1024 * 1024, rows: 200_000, cell: 2000, letters: 32 * 1024 * 1024 }
const faults = async (content: Uint8Array, asked = ASKED) => {
  const read = await readUploaded(content, asked)
  return read.is === 'faulty' ? read.findings.map(({ message }) => message).join() : read.is
}
const strings = (items: string) => ({ 'xl/sharedStrings.xml': xml(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items}</sst>`) })
const lines = (count: number, width = 1) => Array.from({ length: count }, (_, at) => `<row r="${at + 2}">${'ABCDEF'.slice(0, width).split('').map((column) => `<c r="${column}${at + 2}" t="s"><v>0</v></c>`).join('')}</row>`).join('')

test('a spreadsheet that unpacks to more than it says, or than may be, is refused while it is unpacked', async () => {
  const bomb = sheet(HEAD, { more: { 'xl/media/zeros.xml': new Uint8Array(80 * 1024 * 1024) } })
  expect(bomb.byteLength).toBeLessThan(100_000)
  expect(await faults(bomb)).toBe('too-large')
  // The directory's sizes are set to one byte: what it says is not believed.
  const liar = Buffer.from(bomb)
  for (let at = liar.indexOf('PK\u0001\u0002'); at >= 0; at = liar.indexOf('PK\u0001\u0002', at + 1)) liar.writeUInt32LE(1, at + 24)
  expect(await faults(liar)).toContain('表格太大')
})

test('a spreadsheet of thousands of sheets is refused by their number', async () => {
  const more = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`xl/worksheets/sheet${at + 2}.xml`, xml('<worksheet></worksheet>')]))
  expect(await faults(sheet(HEAD, { more }))).toContain('表格太大')
})

test('one long text in every cell of a sheet is refused at the first of them, and one of two thousand letters where it becomes too much', async () => {
  expect(await faults(sheet(HEAD + lines(30_000), { more: strings(`<si><t>${'x'.repeat(900_000)}</t></si>`) }))).toBe('有一格超过 2000 字，没有读')
  expect(await faults(sheet(HEAD + lines(5000, 6), { more: strings(`<si><t>${'x'.repeat(1999)}</t></si>`) }))).toContain('字数已经太多')
})

test('more rows than may be are refused in a spreadsheet as in a text', async () => {
  expect(await faults(sheet(HEAD + lines(20), { more: strings('<si><t>x</t></si>') }), { ...ASKED, rows: 19 })).toBe('超过 19 行，没有读')
})

test('entities that a sheet declares itself are not expanded, and no file is opened by one', async () => {
  const prolog = '<!DOCTYPE worksheet [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
  const read = await readUploaded(sheet(`${HEAD}<row r="2">${cell('"A2"', '&c;&f;')}</row>`, { prolog }), ASKED)
  expect(JSON.stringify(read)).not.toMatch(/lollol|root:/)
})

test('a large table is read by a process of its own, while the server answers; one that takes too long is given up', async () => {
  const people = sheet(HEAD + lines(60_000, 1), { more: strings('<si><t>LJ</t></si>') })
  let answered = 0
  const others = setInterval(() => (answered += 1), 5)
  const read = await readUploaded(people, ASKED)
  clearInterval(others)
  expect(read).toMatchObject({ is: 'table', table: { file: 'people.xlsx', header: ['code'] } })
  expect(read.is === 'table' && [read.table.rows.length, read.table.rows.at(-1)]).toEqual([60_000, { line: 60_001, cells: { code: 'LJ' } }])
  expect(answered).toBeGreaterThan(20)
  expect(await readUploaded(people, ASKED, 50)).toEqual({ is: 'too-large' })
})
