import { describe, expect, test } from 'vitest'
import { endsWithTheClose } from '@/lib/domain/completion'
import { STATUSES } from '@/lib/domain/status'
import { shanghai } from '../support/clock'

const SEASON = { opensAt: shanghai('2023-08-14 00:00:00.000'), closesAt: shanghai('2023-08-25 00:00:00.000'), review: { afterClose: 'as-sent' } } as const
const NEVER = { ...SEASON, review: { afterClose: 'never' } } as const

describe('R-18 an appeal that the close found waiting', () => {
  test('R-18 goes on where the registration was never submitted and the county completes it', () => {
    expect(STATUSES.filter((status) => !endsWithTheClose(status, SEASON, SEASON.closesAt))).toEqual(['draft'])
  })

  test('R-18 R-28 is promised no completion of a registration that was sent back: what was submitted holds', () => {
    expect(endsWithTheClose('returned', SEASON, SEASON.closesAt - 1)).toBe(false)
    expect(endsWithTheClose('returned', SEASON, SEASON.closesAt)).toBe(true)
  })

  test('R-18 nor one in a county that completes nothing after the close', () => {
    expect(endsWithTheClose('draft', NEVER, SEASON.closesAt - 1)).toBe(false)
    expect(endsWithTheClose('draft', NEVER, SEASON.closesAt)).toBe(true)
  })
})
