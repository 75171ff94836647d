import { z } from 'zod'
import { instantOf, isDay, shanghaiYear } from './instant'
import type { SeasonFinding } from './table'
import { nearestWord, useWord } from './text'
import { ALLOCATION_CRITERIA } from './vocabulary'

const instant = z.string().transform((text, context) => {
  const at = instantOf(text)
  if (at !== null) return at
  context.addIssue({ code: 'custom', message: `「${text}」不是带时区的时刻，例如 2023-08-14T00:00:00+08:00` })
  return z.NEVER
})
const day = z.string().refine(isDay, { error: (issue) => `「${String(issue.input)}」不是日期，例如 2016-01-01` })
const word = z.string().trim().min(1, { error: '不能空着' })

const outside = (range: string) => ({ error: `应当是${range}` })
const whole = (from: number, to: number) => z.int(outside(`${from} 到 ${to} 的整数`)).min(from, outside(`${from} 到 ${to} 的整数`)).max(to, outside(`${from} 到 ${to} 的整数`))
const DAYS_KEPT = whole(1, 36_500)

const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: (issue) => `「${String(issue.input)}」不是时刻，例如 17:30` })
const review = z.looseObject({
  workingDays: whole(1, 30).default(2),
  until: hour.default('17:30'),
  /** days without work between Monday and Friday, and weekend days with work (调休) */
  holidays: z.array(day).default([]),
  workdays: z.array(day).default([]),
  /** of every submission, 0 to 1; which ones, nobody can foresee */
  sampling: z.number(outside(' 0 到 1 的数')).min(0, outside(' 0 到 1 的数')).max(1, outside(' 0 到 1 的数')).default(0.05),
  /** registrations that an appeal left open at the close: judged as of the moment it was sent, or not completed */
  afterClose: z.enum(['as-sent', 'never'], { error: 'afterClose 只能是 as-sent 或 never' }).default('as-sent'),
})
export type ReviewSettings = z.infer<typeof review>

/** The final allocation: who stands before whom in a category, and where those go for whom no seat is left. */
const allocation = z.looseObject({
  criteria: z.array(z.enum(ALLOCATION_CRITERIA, { error: `criteria 只能是 ${ALLOCATION_CRITERIA.join('、')}` })).default([]),
  overflow: z.enum(['neighbours', 'by-hand'], { error: 'overflow 只能是 neighbours 或 by-hand' }).default('by-hand'),
  /** by a school's code, the nearest first */
  neighbours: z.record(z.string(), z.array(z.string())).default({}),
  /** which public draw of the time after the close gives the seed, in words for families; it stands once the season has closed */
  draw: z.string().trim().default(''),
})
export type AllocationSettings = z.infer<typeof allocation>

/** What the families read with their result: until when they may object, in days after the publication, and what comes next. */
const announcement = z.looseObject({ objectionDays: whole(1, 60).default(7), next: z.string().default('') })

/** How many days after the close what is kept: registrations never submitted, the families' data and files, the departments' registers. */
const retention = z.looseObject({ draftDays: DAYS_KEPT.default(180), familyDays: DAYS_KEPT.default(1095), registerDays: DAYS_KEPT.default(365) })
export type RetentionSettings = z.infer<typeof retention>

/** What holds where a season's settings do not say. */
export const SETTINGS_DEFAULTS = { review: review.parse({}), allocation: allocation.parse({}), announcement: announcement.parse({}), retention: retention.parse({}) }

const urbanPlace = z.object({ town: word, places: z.array(word).optional() })

/**
 * `season.json`. Instants become milliseconds; unknown keys are kept, for what later parts need.
 */
export const settingsSchema = z.looseObject({
  county: z.string().regex(/^\d{6}$/, { error: '应当是六位行政区划代码' }),
  countyName: word,
  year: z.int().min(1949).max(9999),
  title: z.string().default(''),
  opensAt: instant,
  closesAt: instant,
  bornFrom: day,
  bornTo: day,
  urbanPlaces: z.array(urbanPlace),
  residentialUses: z.array(word).transform((uses) => uses.map(useWord)),
  readingSeconds: z.number(outside('不小于 0 的数')).min(0, outside('不小于 0 的数')).default(15),
  /** working days until a case is due, the hour at which a working day ends, days off and days made up for; which share of submissions is checked */
  review: review.prefault({}),
  allocation: allocation.prefault({}),
  announcement: announcement.prefault({}),
  retention: retention.prefault({}),
  help: z.looseObject({ desk: z.string().default(''), hours: z.string().default('') }).default({ desk: '', hours: '' }),
  source: z.string().default(''),
  demonstration: z.array(z.string()).optional(),
})
export type Settings = z.infer<typeof settingsSchema>

const FILE = 'season.json'
const REQUIRED = ['county', 'countyName', 'year', 'title', 'opensAt', 'closesAt', 'bornFrom', 'bornTo', 'urbanPlaces', 'residentialUses', 'readingSeconds', 'help', 'source'] as const

/** What is wrong with a value, and where in the settings it stands. */
export type SettingsFault = { readonly path: readonly string[]; readonly message: string }

/**
 * Settings from parsed JSON. What only pages show may be missing and the season still compiles, but it cannot be published:
 * the fault says so.
 */
export function judgeSettings(value: unknown): { settings: Settings | null; faults: SettingsFault[] } {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const missing = REQUIRED.filter((key) => !keys.includes(key))
  const faults: SettingsFault[] = missing.map((key) => ({ path: [key], message: `没有写${resembling(key, keys)}` }))
  const parsed = settingsSchema.safeParse(value)
  if (!parsed.success) {
    const others = parsed.error.issues.filter(({ path: [key] }) => key === undefined || !missing.some((one) => one === key))
    return { settings: null, faults: [...faults, ...others.map(({ path, message }) => ({ path: path.map(String), message }))] }
  }
  const { year, opensAt, closesAt, bornFrom, bornTo } = parsed.data
  // The notice's heading: emptied by a form, it is no more there than where it is missing.
  if (keys.includes('title') && parsed.data.title.trim() === '') faults.push({ path: ['title'], message: '没有写' })
  // Last year's folder under this year's number: two seasons would be open at once, and families would enter the wrong one.
  for (const [key, at] of [['opensAt', opensAt], ['closesAt', closesAt]] as const) {
    const said = shanghaiYear(at)
    if (said !== year) faults.push({ path: [key], message: `是 ${said} 年的，方案是 ${year} 年的` })
  }
  if (opensAt >= closesAt) faults.push({ path: ['closesAt'], message: '不晚于 opensAt' })
  if (bornFrom > bornTo) faults.push({ path: ['bornTo'], message: `早于 bornFrom（${bornFrom}）` })
  return { settings: parsed.data, faults }
}

/** The same, as findings in the file. @param lines on which line of it a key stands, where the caller knows */
export function readSettings(value: unknown, lines: Readonly<Record<string, number>> = {}): { settings: Settings | null; findings: SeasonFinding[] } {
  const { settings, faults } = judgeSettings(value)
  return { settings, findings: faults.map((fault) => ({ file: FILE, line: lines[fault.path[0] ?? ''] ?? 1, message: `${fault.path.join('.') || '整个文件'}：${fault.message}` })) }
}

/** A key that nobody knows and that looks like the missing one. */
function resembling(key: string, keys: readonly string[]): string {
  const unknown = keys.filter((one) => !REQUIRED.some((known) => known === one))
  const nearest = nearestWord(key, unknown)
  return nearest !== null && nearestWord(nearest, REQUIRED) === key ? `（写成了「${nearest}」？）` : ''
}
