import { z } from 'zod'

/** What a list of the county's is narrowed to stands in its address; what makes no sense there, or what a database takes for no text, is as if it were not there. */
export function word(longest: number) {
  return z.string().regex(/^\P{C}+$/u).max(longest).optional().catch(undefined)
}

/** Also what is written nearly like what was searched for, where nothing is written quite like it. */
export const near = z.literal('1').optional().catch(undefined)

/** Of a column that may be empty: the lines in which it is. */
export const NONE = 'none'

/** A place in a list that has the newest change first. */
export type Cursor = { changedAt: number; applicationId: string }

/** As `cursorText` writes it. */
export const cursor = z
  .string()
  .regex(/^\d{1,13}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): Cursor => {
    const [changedAt = '', applicationId = ''] = text.split('_')
    return { changedAt: Number(changedAt), applicationId }
  })
  .optional()
  .catch(undefined)

export function cursorText({ changedAt, applicationId }: Cursor): string {
  return `${changedAt}_${applicationId}`
}
