import { expect, test } from 'vitest'
import { callerWords } from '@/lib/copy/staff/school'
import type { ApplicantStanding } from '@/lib/domain/applicants'

const SEASON = { until: '8月24日 23:59', desk: '工作日到一楼现场办公点' }
const kind = 'SINGLE_PARENT'

const DURING: readonly ApplicantStanding[] = [
  { code: 'filling', step: 'deed' },
  { code: 'to-confirm' },
  ...(['appeal-draft', 'appeal-waiting', 'appeal-holding', 'appeal-refused', 'appeal-approved'] as const).map((code) => ({ code, kind }) as const),
  { code: 'returned' },
]
const OTHERWISE: readonly ApplicantStanding[] = [
  ...(['late-waiting', 'late-refused', 'late-approved', 'late-taken-back'] as const).map((code) => ({ code, kind }) as const),
  { code: 'late-verified' },
  { code: 'late-completing' },
  { code: 'ended', reason: '没有可以用的入学方式' },
  { code: 'not-open' },
  { code: 'missed' },
  { code: 'submitted' },
  { code: 'announced', here: true },
  { code: 'announced', here: false },
]

test.each(DURING)('R-49 while the family can still act, it is told by when: $code', (standing) => {
  expect(callerWords(standing, SEASON).say).toContain(`${SEASON.until} 截止`)
})

test.each([...OTHERWISE, ...DURING])('R-49 the clerk has something to say and something to do: $code', (standing) => {
  const { say, next } = callerWords(standing, SEASON)
  expect(say).toMatch(/。$/)
  expect(next).toMatch(/。$/)
  expect(`${say}${next}`).not.toMatch(/您好|！|系统错误/)
})

test.each(OTHERWISE.filter(({ code }) => ['late-approved', 'late-taken-back', 'late-verified', 'missed'].includes(code)))('R-49 R-18 after the close it is told where the county’s desk is: $code', (standing) => {
  expect(callerWords(standing, SEASON).say).toContain(SEASON.desk)
})
