import { describe, expect, test } from 'vitest'
import { standingWords } from '@/lib/copy/standing'
import { noAnswers, type DraftAnswers } from '@/lib/domain/answers'
import { HOLDS_AT, type AppealHead } from '@/lib/domain/appeals'
import { mostUrgent, standingOf, standingOfSubmission, type Standing } from '@/lib/domain/standing'
import { shanghai } from '../support/clock'

const SEASON = { opensAt: shanghai('2023-08-14 00:00:00.000'), closesAt: shanghai('2023-08-25 00:00:00.000') }
const IN = shanghai('2023-08-16 09:00:00.000')
const AFTER = shanghai('2023-08-26 09:00:00.000')

const RECORD: DraftAnswers = { ...noAnswers, record: { findingId: 'f' } }
const AGREED: DraftAnswers = { ...RECORD, agreement: { version: 'v' } }
const HOUSEHOLD: DraftAnswers = { ...AGREED, household: { findingId: 'f' } }
const COMPLETE: DraftAnswers = { ...HOUSEHOLD, basis: 'HOUSEHOLD_REGISTRATION', registration: { of: 'student' } }

function appeal(kind: AppealHead['kind'], status: AppealHead['status'], decidedAt: number | null = null, takenBackAt: number | null = null): AppealHead {
  return { id: kind, kind, ground: null, status, round: 1, createdAt: IN, sentAt: IN, decidedAt, takenBackAt }
}

function standing(answers: DraftAnswers, appeals: AppealHead[] = [], at = IN): Standing {
  const held = appeals.find((one) => one.status === 'waiting')
  return standingOf({ answers, appeals, held: held ? HOLDS_AT[held.kind] : null }, SEASON, at)
}

describe('R-08 where a child stands', () => {
  test.each([
    ['just begun', noAnswers, { code: 'filling', step: 'record' }],
    ['at the bases', HOUSEHOLD, { code: 'filling', step: 'basis' }],
    ['all answered', COMPLETE, { code: 'to-confirm' }],
  ] as const)('%s', (_what, answers, expected) => {
    expect(standing(answers)).toEqual(expected)
  })

  test('outside the season nothing is asked of the family', () => {
    expect(standing(COMPLETE, [], SEASON.opensAt - 1)).toEqual({ code: 'not-open' })
    expect(standing(COMPLETE, [], SEASON.closesAt)).toEqual({ code: 'missed' })
    expect(standing(COMPLETE, [], SEASON.closesAt - 1)).toEqual({ code: 'to-confirm' })
  })
})

describe('R-18 completed at the desk after the close', () => {
  const approved = { answers: AGREED, held: null, appeals: [appeal('STUDENT_NOT_FOUND', 'approved', AFTER)] }

  test('an approval leads to the desk; what was completed there waits for the second officer', () => {
    expect(standingOf(approved, SEASON, AFTER)).toEqual({ code: 'late-approved', kind: 'STUDENT_NOT_FOUND' })
    expect(standingOf({ ...approved, completing: true }, SEASON, AFTER)).toEqual({ code: 'late-completing' })
  })

  test('where the season completes nothing after the close, nothing is promised', () => {
    const never = { ...SEASON, review: { afterClose: 'never' } } as const
    for (const status of ['waiting', 'refused', 'approved'] as const) {
      expect(standingOf({ ...approved, appeals: [appeal('STUDENT_NOT_FOUND', status, AFTER)] }, never, AFTER)).toEqual({ code: 'missed' })
    }
  })
})

describe('R-18 an appeal in the way', () => {
  test.each([
    ['being prepared', noAnswers, appeal('STUDENT_NOT_FOUND', 'draft'), 'appeal-draft'],
    ['waiting, nothing goes on', noAnswers, appeal('GUARDIAN_MISMATCH', 'waiting'), 'appeal-holding'],
    ['waiting, though more was answered', HOUSEHOLD, appeal('SINGLE_PARENT', 'waiting'), 'appeal-holding'],
    ['waiting, other bases are open', HOUSEHOLD, appeal('NO_VALID_MATERIALS', 'waiting'), 'appeal-waiting'],
    ['refused', AGREED, appeal('BLENDED_FAMILY', 'refused'), 'appeal-refused'],
    ['approved, a new record', RECORD, appeal('STUDENT_NOT_FOUND', 'approved'), 'appeal-approved'],
    ['approved, a changed family', AGREED, appeal('SINGLE_PARENT', 'approved'), 'appeal-approved'],
    ['approved, its basis is chosen', { ...HOUSEHOLD, basis: 'GRANDPARENT_DEED' } as const, appeal('GRANDPARENT_KINSHIP', 'approved'), 'appeal-approved'],
  ] as const)('%s', (_what, answers, one, code) => {
    expect(standing(answers, [one])).toEqual({ code, kind: one.kind })
  })

  test('one that the family has left behind is not in the way any more', () => {
    expect(standing(AGREED, [appeal('GUARDIAN_MISMATCH', 'refused')])).toEqual({ code: 'filling', step: 'household' })
    expect(standing(HOUSEHOLD, [appeal('STUDENT_NOT_FOUND', 'approved')])).toEqual({ code: 'filling', step: 'basis' })
    expect(standing(COMPLETE, [appeal('GRANDPARENT_KINSHIP', 'waiting')])).toEqual({ code: 'to-confirm' })
    expect(standing({ ...HOUSEHOLD, basis: 'PURCHASE_CONTRACT' }, [appeal('NO_VALID_MATERIALS', 'refused')])).toEqual({ code: 'filling', step: 'contract' })
  })

  test('R-46 one that two officers took back is not 已通过 any more, before the close and after it', () => {
    const takenBack = appeal('NO_VALID_MATERIALS', 'approved', AFTER, AFTER)
    expect(standing(HOUSEHOLD, [takenBack])).toEqual({ code: 'filling', step: 'basis' })
    expect(standing(HOUSEHOLD, [takenBack], AFTER)).toEqual({ code: 'late-taken-back', kind: 'NO_VALID_MATERIALS' })
    expect(standing(HOUSEHOLD, [{ ...takenBack, decidedAt: IN }], AFTER)).toEqual({ code: 'missed' })
  })

  test('of several the one that asks most of the family counts', () => {
    const both = [appeal('NO_VALID_MATERIALS', 'waiting'), appeal('GRANDPARENT_KINSHIP', 'refused')]
    expect(standing(HOUSEHOLD, both)).toEqual({ code: 'appeal-refused', kind: 'GRANDPARENT_KINSHIP' })
  })

  test('after the close only what waited at the close goes on', () => {
    const decided = SEASON.closesAt + 1
    expect(standing(noAnswers, [appeal('STUDENT_NOT_FOUND', 'waiting')], AFTER)).toEqual({ code: 'late-waiting', kind: 'STUDENT_NOT_FOUND' })
    expect(standing(noAnswers, [appeal('STUDENT_NOT_FOUND', 'refused', decided)], AFTER)).toEqual({ code: 'late-refused', kind: 'STUDENT_NOT_FOUND' })
    expect(standing(noAnswers, [appeal('STUDENT_NOT_FOUND', 'refused', SEASON.closesAt - 1)], AFTER)).toEqual({ code: 'missed' })
    expect(standing(RECORD, [appeal('STUDENT_NOT_FOUND', 'approved', decided)], AFTER)).toEqual({ code: 'late-approved', kind: 'STUDENT_NOT_FOUND' })
    expect(standing(RECORD, [appeal('STUDENT_NOT_FOUND', 'approved', SEASON.closesAt - 1)], AFTER)).toEqual({ code: 'missed' })
    expect(standing(noAnswers, [appeal('STUDENT_NOT_FOUND', 'draft')], AFTER)).toEqual({ code: 'missed' })
  })
})

describe('the most urgent of several children', () => {
  const filling: Standing = { code: 'filling', step: 'basis' }
  const refused: Standing = { code: 'appeal-refused', kind: 'SINGLE_PARENT' }
  const waiting: Standing = { code: 'appeal-holding', kind: 'SINGLE_PARENT' }

  test('papers that were sent back come before what is being filled in; the first of equals', () => {
    expect(mostUrgent([filling, refused])).toBe(refused)
    expect(mostUrgent([filling, { ...filling }])).toBe(filling)
  })

  test('whoever can only wait has nothing urgent', () => {
    expect(mostUrgent([waiting, { code: 'missed' }])).toBeNull()
  })

  test('whatever is urgent has a button, and the sentence names the appeal', () => {
    expect(standingWords(refused)).toMatchObject({ tag: { text: '未通过' }, button: { to: 'appeal' } })
    expect(standingWords(refused).sentence).toContain('单亲家庭')
    expect(standingWords({ code: 'submitted', schools: [] }).sentence).toBe('学校由区县人工安排，等待公布最终分配结果。')
  })
})

describe('R-50 what was submitted, once the result is published', () => {
  const submission = { schools: [{ name: '逸夫小学' }], round: 1, returned: false }

  test('before it, it waits for it, whatever the hour', () => {
    for (const at of [IN, AFTER]) expect(standingOfSubmission(submission, SEASON, at)).toEqual({ code: 'submitted', schools: submission.schools })
  })

  test.each([
    ['a school', '龙津小学', { kind: 'ok', text: '已录取' }, '录取到龙津小学'],
    ['none yet', null, { kind: 'wait', text: '待安排' }, '由县教体局另行安排'],
  ] as const)('%s', (_what, announced, tag, words) => {
    const announcedStanding = standingOfSubmission({ ...submission, returned: true, announced }, SEASON, AFTER)
    expect(announcedStanding).toEqual({ code: 'announced', school: announced })
    expect(standingWords(announcedStanding)).toMatchObject({ tag, sentence: expect.stringContaining(words), button: { to: 'result' } })
    expect(mostUrgent([{ code: 'missed' }, announcedStanding])).toBe(announcedStanding)
  })
})
