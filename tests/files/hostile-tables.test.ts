import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { contentOfUpload } from '@/lib/data/draft-contents'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { readSeasonParts } from '@/lib/files/season-parts'
import { openUpload } from '@/lib/files/season-upload'
import { tableFrom } from '@/lib/files/tables'
import { uploadedTable } from '@/lib/files/uploaded-table'

/** What an officer's upload may do to the server that everybody uses: each of these stopped it, or held it for a minute, with a file of some bytes or megabytes. */

const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`)

/** A spreadsheet of one sheet with these rows. */
function sheet(rows: string): Uint8Array {
  const office = 'http://schemas.openxmlformats.org'
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${office}/package/2006/content-types"></Types>`),
    'xl/workbook.xml': xml(`<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`),
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
