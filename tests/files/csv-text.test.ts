import { expect, test } from 'vitest'
import { csvRows } from '@/lib/files/csv'
import { csvText } from '@/lib/files/csv-text'

test('what is written is read again, commas, quotes and line breaks included', () => {
  const table = [['姓名', '说明'], ['欧阳"小"北', '一,二\n三']]
  const read = csvRows('calls.csv', new TextEncoder().encode(csvText(table)))
  expect(read.map((row) => row.cells.map((one) => one.replace(/^\uFEFF/, '')))).toEqual(table)
})

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])('a cell %j is no formula in a spreadsheet', (typed) => {
  expect(csvText([[typed]])).toBe(`\uFEFF"'${typed.replaceAll('"', '""')}"\r\n`)
})
