import { expect, test } from 'vitest'
import { objectionAnswers } from '@/lib/domain/objections'

const ASKED = { applicationId: '7d5f1f3e-6c0f-4c54-9a0e-1f0a2b3c4d5e', resultId: '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9', complaint: 'something-else' }

test('R-50 a text as long as the field lets it be is taken, however many lines it has: a browser sends each end of a line as two characters', () => {
  const typed = '房产在文峰路五十八号\n'.repeat(90) + '完'.repeat(10)
  expect(typed).toHaveLength(1000)
  expect(objectionAnswers.parse({ ...ASKED, text: typed.replaceAll('\n', '\r\n') }).text).toBe(typed)
  expect(objectionAnswers.safeParse({ ...ASKED, text: `${typed}。` }).success).toBe(false)
})
