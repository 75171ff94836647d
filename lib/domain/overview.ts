import type { CategoryRow, ReviewSettings, School } from '@/lib/rules'
import { CASE_KINDS, type CaseKind } from './cases'
import { DAY_MS, shanghaiDay } from './shanghai-day'
import { workingDaysBetween } from './working-days'

const HOUR_MS = 60 * 60 * 1000

/** A draft that nobody has moved for this long. */
export const STILL_MS = 24 * HOUR_MS

/** What the database counts for one county and year; every figure of the overview is shaped from these. Days are instants within them, milliseconds. */
export type Counted = {
  /** submissions that hold, sent-back ones among them: by pre-allocated school, category and day */
  submitted: readonly { school: string | null; category: string | null; day: number; count: number }[]
  drafts: { count: number; still: number }
  /** open cases: by kind, the day on which they came, and whether they are overdue */
  waiting: readonly { kind: CaseKind; day: number; overdue: boolean; count: number }[]
  /** appeals that wait and appeals that are refused and not sent again, by the school of their registration */
  appeals: readonly { school: string | null; waiting: number; refused: number }[]
  /** rounds of appeals that were sent, and those that were refused, by day */
  flow: readonly { day: number; sent: number; refused: number }[]
  /** how long cases took until they were decided: of one kind, of yesterday, of all. Milliseconds */
  medians: { byKind: readonly { kind: CaseKind; ms: number }[]; yesterday: number | null; all: number | null }
}

/** What the season says. */
export type Frame = { opensAt: number; closesAt: number; review: Pick<ReviewSettings, 'holidays' | 'workdays' | 'workingDays'>; schools: readonly School[]; categories: readonly CategoryRow[] }

export type DayFigures = { day: string; submitted: number; sent: number; refused: number; when: 'past' | 'today' | 'future' }
/** `code` null: those whom the county places, and registrations that have no school yet */
export type SchoolFigures = { code: string | null; name: string | null; capacity: number | null; demand: readonly number[]; /** of each of `categories` */ byCategory: readonly number[]; submitted: number; waiting: number; refused: number }
/** `workingDays` and more, of the last */
export type AgeFigures = { workingDays: number; last: boolean; inTime: number; overdue: number }
export type KindFigures = { kind: CaseKind; waiting: number; medianHours: number | null }

export type Overview = {
  submitted: { total: number; today: number }
  drafts: { total: number; still: number }
  waiting: { total: number; overdue: number }
  medianHours: { yesterday: number | null; all: number | null }
  days: readonly DayFigures[]
  /** the names of the depths in which demand is drawn: three categories, and the rest together */
  bands: readonly string[]
  /** every category by name, and the rest where some of that count have one that the season does not know any more */
  categories: readonly string[]
  schools: readonly SchoolFigures[]
  ages: readonly AgeFigures[]
  kinds: readonly KindFigures[]
  appeals: { waiting: number; refused: number }
}

/** The overview's figures, all from one count, so that they agree with each other. @param at the season's clock, milliseconds */
export function overviewOf(counted: Counted, frame: Frame, at: number): Overview {
  const { drafts, medians, appeals } = counted
  const days = daysOf(counted, frame, at)
  const schools = schoolsOf(counted, frame)
  const waiting = counted.waiting
  return {
    submitted: { total: sum(counted.submitted, (one) => one.count), today: days.find((day) => day.when === 'today')?.submitted ?? 0 },
    drafts: { total: drafts.count, still: drafts.still },
    waiting: { total: sum(waiting, (one) => one.count), overdue: sum(waiting.filter((one) => one.overdue), (one) => one.count) },
    medianHours: { yesterday: hours(medians.yesterday), all: hours(medians.all) },
    days,
    ...schools,
    ages: agesOf(counted, frame, at),
    kinds: kindsOf(counted),
    appeals: { waiting: sum(appeals, (one) => one.waiting), refused: sum(appeals, (one) => one.refused) },
  }
}

function sum<Of>(list: readonly Of[], of: (one: Of) => number): number {
  return list.reduce((total, one) => total + of(one), 0)
}

/** To one decimal: a median of 2 hours and 34 minutes is 2.6. */
function hours(ms: number | null): number | null {
  return ms === null ? null : Math.round((ms / HOUR_MS) * 10) / 10
}

/** Every day of the season, and what happened outside it: what an appeal held open is finished after the close. */
function daysOf({ submitted, flow }: Counted, { opensAt, closesAt }: Frame, at: number): DayFigures[] {
  const season = []
  for (let day = opensAt; day < closesAt; day += DAY_MS) season.push(shanghaiDay(day))
  // The database counts some thousand lines, of a few days: each line's day is named once.
  const [came, flows] = [byDay(submitted), byDay(flow)]
  const names = [...new Set([...season, shanghaiDay(closesAt - 1), ...came.keys(), ...flows.keys()])].toSorted()
  const today = shanghaiDay(at)
  return names.map((day) => {
    const flowed = flows.get(day) ?? []
    return {
      day,
      submitted: sum(came.get(day) ?? [], (one) => one.count),
      sent: sum(flowed, (one) => one.sent),
      refused: sum(flowed, (one) => one.refused),
      when: day === today ? 'today' : day < today ? 'past' : 'future',
    }
  })
}

function byDay<Row extends { day: number }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (one) => shanghaiDay(one.day))
}

const DEPTHS = 4
const OTHER_CATEGORY = '其他'

/** 「第一类：房户一致」 is 「第一类」 where there is no room. */
export function shortLabel(label: string): string {
  return label.split(/[：:]/)[0] ?? label
}

/** The names of the depths in which demand is drawn: of categories in their order, the last one with all that follow. */
export function bandsOf(categories: readonly { label: string }[]): string[] {
  return categories.slice(0, DEPTHS).map(({ label }, index) => (index === DEPTHS - 1 && categories.length > DEPTHS ? `${shortLabel(label)}及以后` : shortLabel(label)))
}

function schoolsOf({ submitted, appeals }: Counted, { schools, categories }: Frame): Pick<Overview, 'bands' | 'categories' | 'schools'> {
  const known = categories.filter(({ category }, index) => categories.findIndex((one) => one.category === category) === index)
  const bands = bandsOf(known)
  // A category that this version of the season does not know any more counts with the last ones: no family falls out of the sum.
  const bandOf = (category: string | null) => {
    const place = known.findIndex((one) => one.category === category)
    return place < 0 ? bands.length - 1 : Math.min(place, bands.length - 1)
  }
  const isOther = ({ category }: { category: string | null }) => !known.some((one) => one.category === category)
  const others = submitted.some(isOther)
  const codes = new Set(schools.map((school) => school.code))
  const figures = ({ code, name, capacity }: Pick<SchoolFigures, 'code' | 'name' | 'capacity'>): SchoolFigures => {
    const isHere = (one: { school: string | null }) => (code === null ? one.school === null || !codes.has(one.school) : one.school === code)
    const here = submitted.filter(isHere)
    const theirs = appeals.filter(isHere)
    return {
      code,
      name,
      capacity,
      demand: bands.map((_, band) => sum(here.filter((one) => bandOf(one.category) === band), (one) => one.count)),
      byCategory: [...known.map(({ category }) => here.filter((one) => one.category === category)), ...(others ? [here.filter(isOther)] : [])].map((rows) => sum(rows, (one) => one.count)),
      submitted: sum(here, (one) => one.count),
      waiting: sum(theirs, (one) => one.waiting),
      refused: sum(theirs, (one) => one.refused),
    }
  }
  const unplaced = figures({ code: null, name: null, capacity: null })
  const named = schools.map(figures)
  return { bands, categories: [...known.map(({ label }) => shortLabel(label)), ...(others ? [OTHER_CATEGORY] : [])], schools: unplaced.submitted + unplaced.waiting + unplaced.refused > 0 ? [...named, unplaced] : named }
}

/** Day by day up to the season's due time, then everything older; what is overdue is counted beside what is not. */
function agesOf({ waiting }: Counted, { review }: Frame, at: number): AgeFigures[] {
  const last = review.workingDays + 1
  const byAge = Map.groupBy(waiting, (one) => Math.min(workingDaysBetween(one.day, at, review), last))
  return Array.from({ length: last + 1 }, (_, workingDays) => {
    const here = byAge.get(workingDays) ?? []
    const overdue = sum(here.filter((one) => one.overdue), (one) => one.count)
    return { workingDays, last: workingDays === last, inTime: sum(here, (one) => one.count) - overdue, overdue }
  })
}

/** What waits most comes first; a kind of which nothing waits and nothing was decided is left out. */
function kindsOf({ waiting, medians }: Counted): KindFigures[] {
  return CASE_KINDS.map((kind) => ({
    kind,
    waiting: sum(waiting.filter((one) => one.kind === kind), (one) => one.count),
    medianHours: hours(medians.byKind.find((one) => one.kind === kind)?.ms ?? null),
  }))
    .filter((one) => one.waiting > 0 || one.medianHours !== null)
    .toSorted((one, other) => other.waiting - one.waiting)
}
