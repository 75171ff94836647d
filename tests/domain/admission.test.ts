import { expect, test } from 'vitest'
import { objectionUntil } from '@/lib/domain/admission'
import { shanghai } from '../support/clock'

test('R-50 one may object until the end of the last of the season’s days, whatever the hour of the publication', () => {
  const week = { announcement: { objectionDays: 7 } }
  for (const at of ['2023-08-28 00:00:00.000', '2023-08-28 09:00:00.000', '2023-08-28 23:59:59.999']) {
    expect(objectionUntil({ publishedAt: shanghai(at) }, week)).toBe(shanghai('2023-09-05 00:00:00.000'))
  }
  expect(objectionUntil({ publishedAt: shanghai('2023-08-31 18:00:00.000') }, { announcement: { objectionDays: 1 } })).toBe(shanghai('2023-09-02 00:00:00.000'))
})
