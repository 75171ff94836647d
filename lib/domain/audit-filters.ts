import { z } from 'zod'
import { AUDIT_EVENT_TYPES } from './audit'
import { idNumberFault } from './id-number-check'
import { normaliseIdNumber } from './national-id'
import { maskNumbers } from './privacy'
import { DAY_MS, shanghaiMidnight } from './shanghai-day'

/** Of this age: beyond, a day is no instant of the database's. */
const day = z.iso.date().regex(/^2/).nullable().catch(null)

/** What narrows the log, as it stands in an address: ids that say nothing of anybody, never a number or a name. */
const filters = {
  type: z.enum(AUDIT_EVENT_TYPES).nullable().catch(null),
  /** days of Shanghai, both within */
  from: day,
  to: day,
  /** an officer or a guardian */
  actor: z.uuid().nullable().catch(null),
  /** a child, with every registration that was begun for it */
  family: z.uuid().nullable().catch(null),
}
const auditFilters = z.object({ ...filters, before: z.string().regex(/^\d{1,18}$/).nullable().catch(null) })
export type AuditFilters = z.infer<typeof auditFilters>

export function readAuditFilters(query: Readonly<Record<string, unknown>>): AuditFilters {
  return auditFilters.parse(query)
}

/** An address with these filters; `before` is the last event of a page, which the next one begins after. */
export function auditQuery(given: Partial<AuditFilters>): string {
  const entries = Object.entries(given).flatMap(([key, value]): [string, string][] => (value === null || value === undefined ? [] : [[key, value]]))
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`
}

/** The instants of a stretch of days, milliseconds; the last one is exclusive. */
export function stretchOf({ from, to }: Pick<AuditFilters, 'from' | 'to'>): { from: number | null; to: number | null } {
  return { from: from === null ? null : shanghaiMidnight(from), to: to === null ? null : shanghaiMidnight(to) + DAY_MS }
}

const typed = z.string().trim().regex(/^\P{C}*$/u).max(60).default('')

/**
 * Whose events are looked for: typed, posted and answered with an id. A number or a name is in no address.
 * The other filters come along.
 */
export const auditSearch = z
  .object({ type: filters.type, from: filters.from, to: filters.to, who: typed, whose: typed })
  .refine(({ who, whose }) => who !== '' || whose !== '', { error: 'AUDIT_NOBODY_TYPED' })
export type AuditSearch = z.infer<typeof auditSearch>

/** What was typed, if it can be an ID number at all. */
export function typedIdNumber(typed: string): string | null {
  const idNumber = normaliseIdNumber(typed)
  return idNumberFault(idNumber) === null ? idNumber : null
}

/** What an event holds, as lines: nested names joined by dots, numbers of persons masked. */
export function linesOf(content: unknown, path = ''): { path: string; value: string }[] {
  if (Array.isArray(content) && content.every((one) => typeof one !== 'object')) return [{ path, value: maskNumbers(content.join('、')) }]
  if (typeof content !== 'object' || content === null) return [{ path, value: maskNumbers(String(content)) }]
  return Object.entries(content).flatMap(([key, value]) => linesOf(value, path === '' ? key : `${path}.${key}`))
}
