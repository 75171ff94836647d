import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { workbook } from '@/lib/files/workbook'
import { xlsxRows } from '@/lib/files/xlsx'

const columns = [{ title: '学生', width: 10 }, { title: '尾号', width: 10 }]

/** The sheet's own XML, out of the archive: entries are deflated one after the other. */
function sheetXml(bytes: Buffer): string {
  const name = 'xl/worksheets/sheet1.xml'
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const nameLength = bytes.readUInt16LE(at + 26)
    const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28)
    if (bytes.subarray(at + 30, at + 30 + nameLength).toString() !== name) continue
    return bytes.readUInt16LE(at + 8) === 0 ? bytes.subarray(start).toString() : inflateRawSync(bytes.subarray(start)).toString()
  }
  throw new Error(`no ${name} in the file`)
}

test('R-49 what is written into a sheet is read from it as it was: numbers keep their zeros, and nothing is a formula', async () => {
  const rows = [['=HYPERLINK("http://example.org","看")', '0012'], ['+1', '-2'], ['@SUM(A1)', ''], ['<b>&"', '　']]
  const bytes = await workbook({ sheet: 'YF', note: '仅限招生工作使用', columns, rows })
  const read = (await xlsxRows('sheet.xlsx', bytes)).map((row) => row.cells)
  expect(read.map((cells) => cells.map((cell) => cell))).toEqual([['仅限招生工作使用', ''], ['学生', '尾号'], ...rows])
  expect(sheetXml(bytes)).not.toMatch(/<f[ >]/)
})

test('R-49 a school’s whole year fits', async () => {
  const rows = Array.from({ length: 2000 }, (_, index) => [`学生${index}`, String(index).padStart(4, '0')])
  expect(await xlsxRows('sheet.xlsx', await workbook({ sheet: 'YF', note: '', columns, rows }))).toHaveLength(2002)
})
