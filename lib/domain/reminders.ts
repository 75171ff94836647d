import { isEditable } from './appeal-status'
import type { AppealHead } from './appeals'

const HOUR_MS = 60 * 60 * 1000

/** How long before the close a family that has not finished is reminded; the last one that has come counts. */
const REMINDERS = [
  { code: 'reminder-24h', beforeMs: 24 * HOUR_MS },
  { code: 'reminder-48h', beforeMs: 48 * HOUR_MS },
] as const

export type DueReminder = { code: (typeof REMINDERS)[number]['code']; from: number }

/**
 * The reminder that is due: from exactly 48 and exactly 24 hours before the close, which itself is out. `from` is when it
 * fell due: whoever began later is at it, and is not told to begin. All in milliseconds of the season's clock.
 */
export function dueReminder(closesAt: number, at: number): DueReminder | null {
  if (at >= closesAt) return null
  const due = REMINDERS.find(({ beforeMs }) => at >= closesAt - beforeMs)
  return due ? { code: due.code, from: closesAt - due.beforeMs } : null
}

/** The appeal of an unfinished registration that the family itself has still to send, or to send again. */
export function unsentAppeal(appeals: readonly AppealHead[]): AppealHead | null {
  return appeals.find((appeal) => isEditable(appeal.status)) ?? null
}
