import { expect, test } from 'vitest'
import type { School } from '@/lib/rules'
import { capacityWords } from '@/lib/copy/staff/overview'
import { overviewOf, type Counted, type Frame } from '@/lib/domain/overview'
import { shanghai } from '../support/clock'
import { seasonFrom } from '../rules/season-folder'

const at = (text: string) => shanghai(`${text}:00.000`)
const NOW = at('2023-08-16 09:24')
const { settings, schools, categories } = await seasonFrom()
const frame: Frame = { ...settings, schools, categories }
const nothing: Counted = { submitted: [], drafts: { count: 0, still: 0 }, waiting: [], appeals: [], flow: [], medians: { byKind: [], yesterday: null, all: null } }
const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0)

const busy: Counted = {
  submitted: [
    { school: 'LJ', category: '1', day: at('2023-08-14 00:00'), count: 70 },
    { school: 'LJ', category: '3', day: at('2023-08-15 00:00'), count: 30 },
    { school: 'YF', category: '4', day: at('2023-08-16 00:00'), count: 8 },
    { school: 'YF', category: '9', day: at('2023-08-16 00:00'), count: 5 },
    { school: null, category: '6', day: at('2023-08-15 00:00'), count: 2 },
    { school: 'closed-since', category: null, day: at('2023-08-26 00:00'), count: 1 },
  ],
  drafts: { count: 163, still: 38 },
  waiting: [
    { kind: 'NO_VALID_MATERIALS', day: at('2023-08-16 00:00'), overdue: false, count: 21 },
    { kind: 'NO_VALID_MATERIALS', day: at('2023-08-15 00:00'), overdue: false, count: 9 },
    { kind: 'MATERIAL_AUDIT', day: at('2023-08-14 00:00'), overdue: false, count: 4 },
    { kind: 'SINGLE_PARENT', day: at('2023-08-14 00:00'), overdue: true, count: 1 },
    { kind: 'SINGLE_PARENT', day: at('2023-08-10 00:00'), overdue: true, count: 2 },
  ],
  appeals: [{ school: 'LJ', waiting: 3, refused: 4 }, { school: null, waiting: 30, refused: 2 }],
  flow: [{ day: at('2023-08-14 00:00'), sent: 40, refused: 0 }, { day: at('2023-08-16 00:00'), sent: 21, refused: 6 }],
  medians: { byKind: [{ kind: 'SINGLE_PARENT', ms: 6_120_000 }, { kind: 'BLENDED_FAMILY', ms: 3_600_000 }], yesterday: 9_240_000, all: 10_000_000 },
}

test('R-47 the figures agree with each other: what is drawn in parts adds up to what stands above', () => {
  const shown = overviewOf(busy, frame, NOW)
  expect(shown.submitted).toEqual({ total: 116, today: 13 })
  expect(total(shown.days.map((day) => day.submitted))).toBe(116)
  expect(total(shown.schools.map((school) => school.submitted))).toBe(116)
  for (const school of shown.schools) expect(total(school.demand)).toBe(school.submitted)
  expect(shown.waiting).toEqual({ total: 37, overdue: 3 })
  expect(total(shown.ages.map((age) => age.inTime + age.overdue))).toBe(37)
  expect(total(shown.ages.map((age) => age.overdue))).toBe(3)
  expect(total(shown.kinds.map((kind) => kind.waiting))).toBe(37)
  expect(total(shown.schools.map((school) => school.waiting))).toBe(shown.appeals.waiting)
  expect(total(shown.schools.map((school) => school.refused))).toBe(shown.appeals.refused)
})

test('R-47 demand is drawn in four depths, the last of which holds every later category and those no longer known', () => {
  const { bands, schools: figures } = overviewOf(busy, frame, NOW)
  expect(bands).toEqual(['第一类', '第二类', '第三类', '第四类及以后'])
  expect(figures.map(({ code, demand, capacity }) => [code, demand, capacity])).toEqual([
    ['LJ', [70, 0, 30, 0], 270],
    ['YF', [0, 0, 0, 13], 315],
    ['SX', [0, 0, 0, 0], 270],
    ['SY', [0, 0, 0, 0], 360],
    [null, [0, 0, 0, 3], null],
  ])
})

test('R-47 the table beside it has every category, and what the season does not know any more in a column of its own', () => {
  const { categories: names, schools: figures } = overviewOf(busy, frame, NOW)
  expect(names).toEqual(['第一类', '第二类', '第三类', '第四类', '第五类', '第六类', '第七类', '第八类', '第九类', '其他'])
  expect(new Set(figures.map(({ byCategory }) => byCategory.length))).toEqual(new Set([names.length]))
  for (const { byCategory, demand, submitted } of figures) {
    expect(total(byCategory)).toBe(submitted)
    expect(byCategory.slice(0, 3)).toEqual(demand.slice(0, 3))
  }
})

test('a county with few categories draws each of them', () => {
  const few = categories.slice(0, 2)
  const one: School[] = [{ code: 'A', name: '一小', phones: [], capacity: null, address: '' }]
  expect(overviewOf(nothing, { ...frame, categories: few, schools: one }, NOW)).toMatchObject({ bands: ['第一类', '第二类'], schools: [{ code: 'A', demand: [0, 0], capacity: null }] })
})

test('R-47 the days are the season’s, and those on which something happened outside it', () => {
  const { days } = overviewOf(busy, frame, NOW)
  expect(days.map(({ day, when }) => [day.slice(5), when])).toEqual([
    ['08-14', 'past'], ['08-15', 'past'], ['08-16', 'today'],
    ...['08-17', '08-18', '08-19', '08-20', '08-21', '08-22', '08-23', '08-24', '08-26'].map((day) => [day, 'future']),
  ])
  expect(days[2]).toMatchObject({ submitted: 13, sent: 21, refused: 6 })
})

test('R-48 what waits is counted by working days, and is red only where it is overdue', () => {
  expect(overviewOf(busy, frame, NOW).ages).toEqual([
    { workingDays: 0, last: false, inTime: 21, overdue: 0 },
    { workingDays: 1, last: false, inTime: 9, overdue: 0 },
    { workingDays: 2, last: false, inTime: 4, overdue: 1 },
    { workingDays: 3, last: true, inTime: 0, overdue: 2 },
  ])
})

test('R-48 kinds come by how much waits; medians are hours to one decimal, and unknown where nothing was decided', () => {
  const { kinds, medianHours } = overviewOf(busy, frame, NOW)
  expect(kinds).toEqual([
    { kind: 'NO_VALID_MATERIALS', waiting: 30, medianHours: null },
    { kind: 'MATERIAL_AUDIT', waiting: 4, medianHours: null },
    { kind: 'SINGLE_PARENT', waiting: 3, medianHours: 1.7 },
    { kind: 'BLENDED_FAMILY', waiting: 0, medianHours: 1 },
  ])
  expect(medianHours).toEqual({ yesterday: 2.6, all: 2.8 })
  expect(overviewOf(nothing, frame, NOW)).toMatchObject({ kinds: [], medianHours: { yesterday: null, all: null }, submitted: { total: 0, today: 0 } })
})

test('R-47 the seats say by how many they are too few', () => {
  expect([capacityWords(269, 270), capacityWords(270, 270), capacityWords(315, 270)]).toEqual(['270', '270', '270，超 45 人'])
})
