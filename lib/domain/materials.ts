import { z } from 'zod'
import type { Requirement } from './appeal-requirements'

/** What a guardian may send as a material. Beyond these a file is refused with a sentence, not cut down. */
export const MATERIAL_LIMITS = {
  /** of one file */
  bytes: 20 * 1024 * 1024,
  /** of one request, which without JavaScript brings several files */
  requestBytes: 200 * 1024 * 1024,
  /** of one picture, decoded: 48-megapixel phones pass, 14,000² does not */
  pixels: 80_000_000,
  /** of one PDF */
  pages: 20,
  /** of one appeal */
  files: 40,
} as const

/** A stored page's longer side at most, in pixels: a household book's small print stays readable. */
export const PAGE_SIDES = { full: 2400, thumb: 320 } as const
export type PageSize = keyof typeof PAGE_SIDES
export const PAGE_SIZES = ['full', 'thumb'] as const satisfies readonly PageSize[]

/** What is taken, as the bytes say; the name and the type that a browser claims play no part. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** For the file input: what phones offer to choose from. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.heic,.heif,.pdf'

/** Why a file was not taken. */
export type MaterialFault =
  | 'MATERIAL_TOO_LARGE'
  | 'MATERIAL_TOO_MANY_PIXELS'
  | 'MATERIAL_TOO_MANY_PAGES'
  | 'MATERIAL_TYPE'
  | 'MATERIAL_UNREADABLE'
  | 'MATERIAL_MISSING'
  | 'MATERIAL_NOT_ASKED'
  | 'TOO_MANY_MATERIALS'
  | 'TOO_MANY_UPLOADS'
  | 'UPLOAD_TOO_LARGE'
  | 'UPLOAD_CUT'
  | 'STORAGE_FULL'
  | 'STORAGE_UNAVAILABLE'

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
