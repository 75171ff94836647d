import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingText } from '@/lib/copy/staff/season-settings'
import type { Table } from '@/lib/rules'
import { compareSeasons, countChanges, type ComparedSeason, type RowChange } from '@/lib/domain/season-changes'

const table = (file: string, header: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  file, header, rows: rows.map((cells, index) => ({ line: index + 2, cells: Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ''])) })),
})
const schools = (...rows: readonly (readonly string[])[]) => table('schools.csv', ['code', 'name', 'capacity'], rows)
const categories = (...rows: readonly (readonly string[])[]) => table('categories.csv', ['row', 'category', 'label'], rows)
const EMPTY: ComparedSeason = { settings: {}, agreement: null }

describe('R-51 what a draft would change', () => {
  test('instants are read as the day and minute that they are here', () => {
    expect(['2024-08-25T00:00:00+08:00', '2024-08-24T16:00:00Z', '2024-08-25T00:00:30+08:00', '2024-08-25', '住宅'].map(settingText)).toEqual(['2024年8月25日 0:00', '2024年8月25日 0:00', '2024-08-25T00:00:30+08:00', '2024-08-25', '住宅'])
  })

  test('rows by their key, with the cells before and after, on whatever line they stand', () => {
    const before = schools(['LJ', '龙津小学', '270'], ['YF', '逸夫小学', '315'])
    const after = schools(['SX', '实验学校', '360'], ['LJ', '龙津小学', '300'])
    expect(compareSeasons({ ...EMPTY, schools: before }, { ...EMPTY, schools: after }).tables.schools).toEqual([
      { kind: 'removed', key: ['YF'], from: 2, cells: { code: 'YF', name: '逸夫小学', capacity: '315' } },
      { kind: 'added', key: ['SX'], place: 1, cells: { code: 'SX', name: '实验学校', capacity: '360' } },
      { kind: 'changed', key: ['LJ'], place: 2, cells: [{ column: 'capacity', before: '270', after: '300' }] },
    ])
  })

  test('of categories also the order, and no more rows than have moved', () => {
    const before = categories(['A', '1', '一'], ['B', '2', '二'], ['C', '3', '三'], ['D', '4', '四'])
    const after = categories(['D', '4', '四'], ['A', '1', '一'], ['B', '2', '二'], ['C', '3', '三'])
    expect(compareSeasons({ ...EMPTY, categories: before }, { ...EMPTY, categories: after }).tables.categories).toEqual([{ kind: 'moved', key: ['D'], from: 4, place: 1 }])
  })

  test('materials and reasons by their whole key, a key that is written twice one after the other', () => {
    const header = ['kind', 'code', 'label']
    const before = table('reasons.csv', header, [['', 'BLURRED', '看不清'], ['GUARDIAN_MISMATCH', 'BLURRED', '看不清']])
    const after = table('reasons.csv', header, [['', 'BLURRED', '看不清'], ['', 'BLURRED', '又一个'], ['GUARDIAN_MISMATCH', 'BLURRED', '照片看不清']])
    expect(compareSeasons({ ...EMPTY, reasons: before }, { ...EMPTY, reasons: after }).tables.reasons).toEqual([
      { kind: 'added', key: ['', 'BLURRED'], place: 2, cells: { kind: '', code: 'BLURRED', label: '又一个' } },
      { kind: 'changed', key: ['GUARDIAN_MISMATCH', 'BLURRED'], place: 3, cells: [{ column: 'label', before: '看不清', after: '照片看不清' }] },
    ])
  })

  test('settings by their key, a list as one value, and the agreement by its lines', () => {
    const before: ComparedSeason = { settings: { year: 2023, review: { workingDays: 2, until: '17:30' }, holidays: ['a'] }, agreement: '# 协议\n一\n二' }
    const after: ComparedSeason = { settings: { review: { until: '17:30', workingDays: 3 }, year: 2023, holidays: ['a', 'b'], title: '2024' }, agreement: '# 协议\n二\n三' }
    const changes = compareSeasons(before, after)
    expect(changes.settings).toEqual([
      { key: 'review.workingDays', before: '2', after: '3' },
      { key: 'holidays', before: '["a"]', after: '["a","b"]' },
      { key: 'title', before: '', after: '2024' },
    ])
    expect(changes.agreement).toEqual([{ kind: 'removed', text: '一' }, { kind: 'added', text: '三' }])
    expect(countChanges(changes)).toBe(5)
  })
})

const cell = fc.constantFrom('', 'A', 'B', '龙津小学', '270')
const rows = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E', ''), cell, cell), { maxLength: 8 })
const season = fc.record({ schools: rows.map((given) => schools(...given)), categories: rows.map((given) => categories(...given)), agreement: fc.option(fc.array(cell).map((lines) => lines.join('\n'))), settings: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()) })

/** The rows of the table after the changes, as cells in its own order. */
function applied(before: Table, changes: readonly RowChange[]): Readonly<Record<string, string>>[] {
  const gone = new Set(changes.flatMap((one) => (one.kind === 'removed' || one.kind === 'moved' ? [one.from] : [])))
  const moved = new Map(changes.flatMap((one) => (one.kind === 'moved' ? [[one.place, before.rows[one.from - 1]?.cells ?? {}] as const] : [])))
  const added = new Map(changes.flatMap((one) => (one.kind === 'added' ? [[one.place, one.cells] as const] : [])))
  const result = before.rows.flatMap(({ cells }, index) => (gone.has(index + 1) ? [] : [cells]))
  for (const [place, cells] of [...moved, ...added].toSorted(([one], [other]) => one - other)) result.splice(place - 1, 0, cells)
  for (const one of changes) if (one.kind === 'changed') result[one.place - 1] = { ...result[one.place - 1], ...Object.fromEntries(one.cells.map(({ column, after }) => [column, after])) }
  return result
}

describe('R-51 of whatever two seasons', () => {
  test('one changes nothing of itself', () => {
    fc.assert(fc.property(season, (one) => countChanges(compareSeasons(one, structuredClone(one))) === 0))
  })

  test('the changes of an ordered table make the one into the other', () => {
    fc.assert(fc.property(season, season, (one, other) => {
      const { categories: changes } = compareSeasons(one, other).tables
      expect(applied(one.categories, changes)).toEqual(other.categories.rows.map(({ cells }) => cells))
    }))
  })

  test('the way back adds what the way there removed', () => {
    fc.assert(fc.property(season, season, (one, other) => {
      const count = (changes: readonly { kind: string }[], kind: string) => changes.filter((change) => change.kind === kind).length
      const [there, back] = [compareSeasons(one, other), compareSeasons(other, one)]
      for (const [way, counter] of [['added', 'removed'], ['removed', 'added'], ['changed', 'changed'], ['moved', 'moved']] as const) {
        expect(count(there.tables.schools, way)).toBe(count(back.tables.schools, counter))
        expect(count(there.tables.categories, way)).toBe(count(back.tables.categories, counter))
      }
      expect(there.settings.map(({ key }) => key).toSorted()).toEqual(back.settings.map(({ key }) => key).toSorted())
      expect(count(there.agreement, 'added')).toBe(count(back.agreement, 'removed'))
    }))
  })
})
