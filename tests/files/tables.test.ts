import { expect, test } from 'vitest'
import { SEASON_COLUMNS } from '@/lib/domain/season-draft'
import { TableFault, tableFrom } from '@/lib/files/tables'
import { workbook } from '@/lib/files/workbook'

const headedBy = SEASON_COLUMNS.schools
const bytes = (text: string) => new TextEncoder().encode(text)

test('R-51 a title over the whole width of a spreadsheet, and blank rows, are not taken for the header', async () => {
  const columns = ['code', 'name', 'capacity'].map((title) => ({ title, width: 10 }))
  const sheet = await workbook({ sheet: '学校', note: '安义县2024年招生学校', columns, rows: [['LJ', '龙津小学', '270'], ['', '', ''], ['YF', '逸夫小学', '315']] })
  const { header, rows } = await tableFrom('schools.xlsx', sheet, { headedBy })
  expect(header).toEqual(['code', 'name', 'capacity'])
  expect(rows.map(({ line, cells }) => `${line} ${cells.code}`)).toEqual(['3 LJ', '5 YF'])
})

test('R-51 as a spreadsheet saves them, blank rows above the header are commas', async () => {
  expect(await tableFrom('schools.csv', bytes(',,\n,,\ncode,name\nLJ,龙津小学\n'), { headedBy })).toMatchObject({ header: ['code', 'name'], rows: [{ line: 4 }] })
})

test('R-51 rows of the table that stand above its header are not passed over', async () => {
  await expect(tableFrom('schools.csv', bytes('LJ,,龙津小学\ncode,name,capacity\nYF,逸夫小学,315\n'), { headedBy })).rejects.toThrow(TableFault)
})
