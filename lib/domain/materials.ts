import { z } from 'zod'
import type { Requirement } from './appeal-requirements'

/** The content of `detailCipher`. Pages are counted from 1; months are `YYYY-MM`. */
export const materialDetail = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  months: z.array(z.string()),
  pages: z.array(z.object({ width: z.number().int(), height: z.number().int() })),
})
export type MaterialDetail = z.infer<typeof materialDetail>

const NAME_LENGTH = 60

/** The name that a file had on the phone, as something to show: no path, nothing unprintable, not endless. */
export function shownName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()
  return [...plain].slice(0, NAME_LENGTH).join('')
}

/** The requirement that a file is sent for; null when the appeal asks for no such thing. */
export function requirementFor(requirements: readonly Requirement[], { document, subject }: { document: string; subject: string }): Requirement | null {
  return requirements.find((one) => one.document === document && one.subject === subject) ?? null
}

/** Which of the months that are asked for a file covers; anything else is dropped. */
export function coveredMonths(requirement: Pick<Requirement, 'months'>, claimed: readonly string[]): string[] {
  return (requirement.months ?? []).filter((month) => claimed.includes(month))
}

/** Names a document and whose page it is within one appeal: in addresses within the page, and as a list's key. */
export function bundleKey({ document, subject }: { document: string; subject: string }): string {
  return subject === '' ? document : `${document}-${subject}`
}
