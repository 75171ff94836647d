import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { birthDateOf, idNumberFault } from '@/lib/rules'
import { withCheck } from './id-numbers'

const PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83]

describe('R-09 the ID number', () => {
  it.each([
    ['11010519491231002X', null, 'the example of GB 11643'],
    ['11010519491231002x', null, 'a small x'],
    ['440524188001010014', null, 'born in the nineteenth century'],
    ['810000199408230021', null, 'a residence permit of Hong Kong'],
    ['110105194912310021', 'check', 'X written as 1'],
    ['11010519491231002Ⅹ', 'length', 'the Roman numeral ten'],
    ['１1010519491231002X', 'length', 'a full-width digit'],
    ['11010519491231002Y', 'length', 'Y'],
    ['1101051949123100X2', 'length', 'X in the middle'],
    ['11010519491231002', 'length', 'seventeen'],
    ['11010519491231002X ', 'length', 'nineteen, the last a space'],
    ['110105491231002', 'length', 'fifteen, of the first generation'],
    ['', 'length', 'nothing'],
    [withCheck('36012320170229001'), 'date', '29 February in an ordinary year'],
    [withCheck('36012320160229001'), null, '29 February in a leap year'],
    [withCheck('36012319000229001'), 'date', '29 February 1900'],
    [withCheck('36012320000229001'), null, '29 February 2000'],
    [withCheck('36012320170431001'), 'date', '31 April'],
    [withCheck('36012320171301001'), 'date', 'a thirteenth month'],
    [withCheck('36012320170001001'), 'date', 'month 0'],
    [withCheck('36012320170100001'), 'date', 'day 0'],
    [withCheck('36012300000101001'), 'date', 'year 0'],
  ])('%s → %s: %s', (value: string, fault: string | null, _why: string) => expect(idNumberFault(value)).toBe(fault))

  it('takes every province of GB/T 2260 and no other two digits', () => {
    const taken = Array.from({ length: 100 }, (_, code) => code).filter((code) => idNumberFault(withCheck(`${String(code).padStart(2, '0')}012320170510012`)) === null)
    expect(taken).toEqual(PROVINCES)
  })

  it('has one right check character for each number', () => {
    const front = '36012320170510012'
    expect([...'0123456789X'].filter((check) => idNumberFault(front + check) === null)).toHaveLength(1)
  })

  it('is judged as stdnum judges it, whose dates end today and which knows no provinces', () => {
    const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    const date = fc.tuple(fc.integer({ min: 1900, max: 2022 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 })).map(([year, month, day]) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`)
    const front = fc.tuple(fc.constantFrom(...PROVINCES), digits(4), date, digits(3)).map((parts) => parts.join(''))
    const number = fc.oneof(
      front.map(withCheck),
      fc.tuple(front, fc.constantFrom(...'0123456789X')).map(([digitsBefore, check]) => digitsBefore + check),
      digits(15),
      digits(17),
      digits(19),
    )
    fc.assert(
      fc.property(number, (value) => {
        expect(idNumberFault(value) === null).toBe(stdnum.CN?.ric?.validate(value).isValid)
      }),
      { numRuns: 20_000 },
    )
  })

  it('R-02 gives the date of birth, and none of a wrong number', () => {
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31')
    expect(birthDateOf('110105194912310021')).toBeNull()
    expect(birthDateOf(withCheck('36012320170229001'))).toBeNull()
  })
})
