import { describe, expect, test } from 'vitest'
import { listOf, pageOfTable, ROWS_A_PAGE, tableQuery, tableQueryString } from '@/lib/domain/draft-rows'
import { rowForm } from '@/lib/domain/season-draft'
import { asNextYear } from '@/lib/domain/next-season'

const table = { header: ['row', 'place'], rows: Array.from({ length: 120 }, (_, at) => ({ line: at + 2, cells: { row: `R-${at}`, place: at === 70 ? '文峰路' : `路${at}` } })) }
const findings = [{ file: 'catchment.csv', line: 1, message: '缺少「kind」这一列' }, { file: 'catchment.csv', line: 100, message: '看不懂' }]
const lines = (asked: Record<string, string>) => pageOfTable(table, findings, tableQuery.parse(asked)).rows.map(({ line }) => line)

describe('R-51 a page of a draft’s table', () => {
  test('goes on by position, and what is of no row stands apart', () => {
    expect(lines({})).toHaveLength(ROWS_A_PAGE)
    expect(lines({ page: '3' })).toHaveLength(20)
    expect(lines({ page: '99' })).toEqual(lines({ page: '3' }))
    expect(pageOfTable(table, findings, {}).findings).toEqual([findings[0]])
  })

  test('is searched as it is typed, full-width or not, and narrowed to what is wrong', () => {
    expect(lines({ q: '文峰' })).toEqual([72])
    expect(lines({ q: 'ｒ-70' })).toEqual([72])
    expect(lines({ only: 'findings' })).toEqual([100])
  })

  test('shows the row that one has come for, on whichever page it is and whatever the list is narrowed to', () => {
    expect(lines({ row: '72' })).toContain(72)
    expect(lines({ only: 'findings', row: '72' })).toEqual([72, 100])
    expect(pageOfTable(table, findings, { edit: 121 }).page).toBe(3)
    expect(pageOfTable(table, findings, { add: 'end' }).page).toBe(3)
  })

  test('has an address that says all of that, and takes no nonsense', () => {
    expect(tableQueryString({ q: '路', only: 'findings', row: 3 })).toBe('q=%E8%B7%AF&only=findings&row=3')
    expect(listOf('q=a&only=findings&row=3&page=2')).toEqual({ q: 'a', only: 'findings' })
    expect(tableQuery.parse({ page: '-1', row: 'x', only: 'all', add: 'now', q: ['a', 'b'] })).toEqual({})
  })
})

test('R-51 a row’s form: ticks become words with bars between, none what stands for none, and no control character stays', () => {
  const row = rowForm.parse({ draftId: '00000000-0000-4000-8000-000000000000', table: 'categories', list: '', line: '4', after: '', seen: '', 'cell-basis[]': ['-', 'TITLE_DEED', 'PURCHASE_CONTRACT'], 'cell-ground[]': ['-'], 'cell-label': '一\r\n二\0\u0007' })
  expect(row).toMatchObject({ line: 4, after: null, cells: { basis: 'TITLE_DEED|PURCHASE_CONTRACT', ground: '-', label: '一\n二' } })
})

test('R-51 the next year’s settings: 29 February has no next year, days off and the draw are asked for anew, the rest stays', () => {
  const next = asNextYear({ year: 2024, title: '2024年报名', bornFrom: '2024-02-29', closesAt: '2024-08-25T00:00:00+08:00', source: '通知', review: { until: '17:00', holidays: ['2024-10-01'] }, allocation: { overflow: 'by-hand', draw: '8月27日双色球' }, urbanPlaces: [] }, 2024)
  expect(next).toEqual({ year: 2025, title: '2025年报名', bornFrom: '2025-02-28', closesAt: '2025-08-25T00:00:00+08:00', source: '', review: { until: '17:00', holidays: [], workdays: [] }, allocation: { overflow: 'by-hand', draw: '' }, urbanPlaces: [] })
})
