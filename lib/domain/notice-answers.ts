import { z } from 'zod'
import { writtenCode, writtenNumberOfNotice } from './notice-number'

const LONGEST = 60
/** What the verification page posts. */
export const noticeNumber = z.object({
  number: z.string().trim().min(1, { error: 'notice-number-missing' }).max(LONGEST, { error: 'notice-number-too-long' }).transform(writtenNumberOfNotice),
  code: z.string().trim().min(1, { error: 'notice-code-missing' }).max(LONGEST, { error: 'notice-code-too-long' }).transform(writtenCode),
})
