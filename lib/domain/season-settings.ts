import { z } from 'zod'
import { ALLOCATION_CRITERIA, instantOf, SETTINGS_DEFAULTS } from '@/lib/rules'
import { localInstant, writtenInstant } from './season-window'

type Json = z.core.util.JSONType
type Kind = { read: (value: Json | undefined) => string; /** undefined takes the key away */ write: (typed: string, before: Json | undefined) => Json | undefined }

const words = (typed: string) => typed.split(/[\s、，,；;]+/).filter((word) => word !== '')
const textOf = (value: Json | undefined) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
/** What is no number stays as it was typed: the schema says what is wrong with it. */
const numberOf = (typed: string) => (typed === '' ? undefined : /^-?\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : typed)

const text: Kind = { read: textOf, write: (typed) => typed }
const number: Kind = { read: textOf, write: numberOf }
const percent: Kind = {
  read: (value) => (typeof value === 'number' ? String(Number((value * 100).toFixed(4))) : textOf(value)),
  write: (typed) => {
    const found = numberOf(typed)
    return typeof found === 'number' ? Number((found / 100).toFixed(6)) : found
  },
}
const instant: Kind = {
  read: (value) => {
    const at = typeof value === 'string' ? instantOf(value) : null
    return at === null ? '' : localInstant(at)
  },
  write: (typed) => writtenInstant(typed) ?? typed,
}
/** A list, one a line or in one line. */
const list = (between: '\n' | '、' | ','): Kind => ({
  read: (value) => (Array.isArray(value) ? value.map(textOf).join(between) : ''),
  write: words,
})
const town = z.looseObject({ town: z.string(), places: z.array(z.string()).optional() })
/** A line a town, and after a colon those of its villages that count; what else is known of a town stays. */
const places: Kind = {
  read: (value) => (Array.isArray(value) ? value.flatMap((one) => town.safeParse(one).data ?? []).map((one) => [one.town, one.places?.join('、')].filter(Boolean).join('：')).join('\n') : ''),
  write: (typed, before) => {
    const known = Array.isArray(before) ? before : []
    return typed.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
      const [name = '', ...villages] = line.split(/[：:]/).map((part) => part.trim())
      const found = known.map((one) => jsonObject.safeParse(one).data).find((one) => one?.town === name)
      const { places: _before, ...others } = found ?? {}
      const own = words(villages.join('、'))
      return { ...others, town: name, ...(own.length > 0 ? { places: own } : {}) }
    })
  },
}

/** What the form has fields for, by where it stands in season.json. Whose county and year it is no form changes. */
const FIELDS = {
  title: text, countyName: text, source: text, opensAt: instant, closesAt: instant, bornFrom: text, bornTo: text, readingSeconds: number,
  urbanPlaces: places, residentialUses: list('、'),
  'help.desk': text, 'help.hours': text,
  'review.workingDays': number, 'review.until': text, 'review.holidays': list('\n'), 'review.workdays': list('\n'), 'review.sampling': percent, 'review.afterClose': text,
  'allocation.criteria': list(','), 'allocation.overflow': text, 'allocation.draw': text,
  'announcement.objectionDays': number, 'announcement.next': text,
  'retention.draftDays': number, 'retention.familyDays': number, 'retention.registerDays': number,
} as const satisfies Record<string, Kind>
export type SettingsField = keyof typeof FIELDS

/** Where the schools stand to which those go for whom this one has no seat. */
const NEIGHBOURS = 'allocation.neighbours.'
export function neighboursField(school: string): string {
  return `${NEIGHBOURS}${school}`
}

/** In which order those of one category may stand in line, before the lot. */
export const CRITERIA_ORDERS: readonly string[] = ordersOf(ALLOCATION_CRITERIA).map((order) => order.join(','))

function ordersOf(criteria: readonly string[]): string[][] {
  return [[], ...criteria.flatMap((first) => ordersOf(criteria.filter((one) => one !== first)).map((rest) => [first, ...rest]))]
}

const kinds: ReadonlyMap<string, Kind> = new Map(Object.entries(FIELDS))
const kindOf = (field: string) => kinds.get(field) ?? (field.startsWith(NEIGHBOURS) ? list('、') : undefined)

const jsonObject = z.record(z.string(), z.json())
const objectOf = (value: unknown) => jsonObject.safeParse(value).data ?? {}

/** A neighbour's code may hold a dot: only what is before it is a way. */
function wayOf(field: string): [string, ...string[]] {
  if (field.startsWith(NEIGHBOURS)) return ['allocation', 'neighbours', field.slice(NEIGHBOURS.length)]
  const [first = '', ...rest] = field.split('.')
  return [first, ...rest]
}

function at(settings: unknown, [key, ...rest]: readonly string[]): Json | undefined {
  const value = key === undefined ? undefined : objectOf(settings)[key]
  return rest.length === 0 ? value : at(value, rest)
}

function withValue(settings: unknown, [key, ...rest]: [string, ...string[]], value: Json | undefined): Record<string, Json> {
  const { [key]: before, ...others } = objectOf(settings)
  const [next, ...further] = rest
  const after = next === undefined ? value : withValue(before, [next, ...further], value)
  const isGone = after === undefined || (next !== undefined && before === undefined && Object.keys(objectOf(after)).length === 0)
  return isGone ? others : { ...others, [key]: after }
}

/** Settings as the fields show them; what the file does not say as it is meant. */
export function typedFromSettings(settings: unknown): Record<string, string> {
  const neighbours = Object.keys(objectOf(at(settings, ['allocation', 'neighbours']))).map(neighboursField)
  return Object.fromEntries([...kinds.keys(), ...neighbours].map((field) => {
    const way = wayOf(field)
    return [field, kindOf(field)?.read(at(settings, way) ?? at(SETTINGS_DEFAULTS, way)) ?? '']
  }))
}

/**
 * Settings with what an officer changed in the form. A field that stands as it was shown is not written at all, so that what
 * nobody touched is the same byte for byte, and keys that no field has survive.
 */
export function settingsFromTyped(settings: unknown, typed: Readonly<Record<string, string>>): Record<string, Json> {
  const shown = typedFromSettings(settings)
  const changed = Object.entries(typed).flatMap(([field, value]) => {
    const kind = kindOf(field)
    const plain = value.replaceAll('\r\n', '\n').trim()
    return kind && plain !== (shown[field] ?? '') ? [{ way: wayOf(field), plain, kind }] : []
  })
  return changed.reduce((before, { way, plain, kind }) => {
    const value = kind.write(plain, at(before, way))
    const isEmptyList = way[1] === 'neighbours' && Array.isArray(value) && value.length === 0
    return withValue(before, way, isEmptyList ? undefined : value)
  }, objectOf(settings))
}

/** At which field a fault of the settings stands; null where the form has none for it. */
export function fieldOfFault(path: readonly string[]): string | null {
  for (let length = path.length; length > 0; length--) {
    const field = path.slice(0, length).join('.')
    if (kinds.has(field) || (length === 3 && kindOf(field))) return field
  }
  return null
}

const LONGEST = 20_000
export const settingsForm = z.object({ draftId: z.uuid(), seen: z.string().max(64) }).catchall(z.string().max(LONGEST, { error: 'SETTINGS_TOO_LONG' }))

/** A posted page holds it twice where a refusal gave it back, and is 64 KB at most. */
export const agreementForm = z.object({ draftId: z.uuid(), seen: z.string().max(64), agreement: z.string().max(9000, { error: 'SETTINGS_TOO_LONG' }).transform((typed) => typed.replaceAll('\r\n', '\n')) })
