import { expect, test } from 'vitest'
import { compare } from '@/scripts/test/requirements'

test('a row that no passed test names is said; a failed or skipped test proves nothing', () => {
  const outcomes = [
    { title: 'R-01 R-02 the season', status: 'passed' },
    { title: 'R-03 the schools', status: 'failed' },
    { title: 'R-04 the phones', status: 'skipped' },
    { title: 'XR-05 is no row', status: 'passed' },
  ] as const
  expect(compare(['R-01', 'R-02', 'R-03', 'R-04', 'R-05'], 6, outcomes)).toEqual({ unproved: ['R-03', 'R-04', 'R-05'], notTakenUp: ['R-06'] })
})
