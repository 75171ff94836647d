import { describe, expect, test } from 'vitest'
import { dueAt, isWorkingDay, workingDaysBetween } from '@/lib/domain/working-days'
import { shanghai } from '../support/clock'

const REVIEW = { workingDays: 2, until: '17:30', holidays: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'], workdays: ['2023-10-07', '2023-10-08'], sampling: 0, afterClose: 'as-sent' } as const
const review = { ...REVIEW, holidays: [...REVIEW.holidays], workdays: [...REVIEW.workdays] }

describe('R-47 when a case is due', () => {
  test.each([
    ['2023-08-14 08:41:00.000', '2023-08-16 17:30:00.000', 'on a Monday morning: by Wednesday evening'],
    ['2023-08-14 17:29:59.999', '2023-08-16 17:30:00.000', 'in the last minute of the day it is still that day'],
    ['2023-08-14 17:30:00.000', '2023-08-17 17:30:00.000', 'after hours it counts as of the next day'],
    ['2023-08-17 10:00:00.000', '2023-08-21 17:30:00.000', 'the weekend does not count'],
    ['2023-08-19 10:00:00.000', '2023-08-23 17:30:00.000', 'on a Saturday it counts as of Monday'],
    ['2023-09-28 10:00:00.000', '2023-10-08 17:30:00.000', 'days off do not count, weekend days made up for do'],
    ['2023-10-07 18:00:00.000', '2023-10-10 17:30:00.000', 'a made-up Saturday has its hours too'],
  ])('%s: %s, %s', (came, due) => {
    expect(dueAt(shanghai(came), review)).toBe(shanghai(due))
  })

  test('the season says how many days, and until when', () => {
    expect(dueAt(shanghai('2023-08-14 16:00:00.000'), { ...review, workingDays: 5, until: '15:00' })).toBe(shanghai('2023-08-22 15:00:00.000'))
  })

  test('a day off and a day made up for are what the season says, and Saturday is none otherwise', () => {
    expect(['2023-09-29', '2023-10-07', '2023-08-19', '2023-08-21'].map((day) => isWorkingDay(day, review))).toEqual([false, true, false, true])
  })

  test('what came on Friday has waited one working day on Monday, and none before', () => {
    const friday = shanghai('2023-08-18 16:00:00.000')
    expect(['2023-08-18 23:59:00.000', '2023-08-20 12:00:00.000', '2023-08-21 00:00:00.000', '2023-08-22 09:00:00.000'].map((at) => workingDaysBetween(friday, shanghai(at), review))).toEqual([0, 0, 1, 2])
  })
})
