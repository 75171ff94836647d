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
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf'

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
