import { describe, expect, it } from 'vitest'
import { matchParts, parseAddress, rowById } from '@/lib/rules/catchment/catchment'
import { answer, compiled, tableWith } from '../addresses/demonstration'

describe('most specific first', () => {
  const catchment = compiled(
    tableWith(
      'T,LJ,,town,龙津镇,龙津镇,,,,,,,any,',
      'C,YF,,community,,东门社区,,,,,,,any,',
      'V,SX,,village,,凤山村,,,,,,,any,',
      'VG,SY,,village,,凤山村,,,,,,1-4,any,',
      'R,LJ,,road,,文峰路,,,,,,,any,',
      'RN,YF,,road,,文峰路,,,1-9,,,,any,',
      'E,SX,,estate,,凤凰城,,,,,,,any,',
      'EB,SY,,estate,,凤凰城,,,,,1-3,,any,',
      'RP,LJ,,road,,前进路,,odd,,,,,any,',
      'RX,LJ,,road,,解放街,,,,5,,,any,',
    ),
  )
  it.each([
    ['龙津镇东门社区凤山村1组文峰路1号凤凰城1栋', 'EB'],
    ['龙津镇东门社区凤山村1组文峰路1号凤凰城', 'E'],
    ['龙津镇东门社区凤山村1组文峰路1号', 'RN'],
    ['龙津镇东门社区凤山村1组文峰路10号', 'R'],
    ['龙津镇东门社区凤山村1组', 'VG'],
    ['龙津镇东门社区凤山村5组', 'V'],
    ['龙津镇东门社区', 'C'],
    ['龙津镇', 'T'],
    ['东门社区前进路1号', 'RP'],
    ['东门社区前进路2号', 'C'],
    ['东门社区前进路', 'C'],
    ['东门社区解放街6号', 'RX'],
    ['东门社区解放街5号', 'C'],
    ['东门社区解放街', 'C'],
    ['安义县', 'unmatched'],
    ['', 'unmatched'],
    [' ', 'unmatched'],
  ])('%s → %s', (address, row) => expect(answer(address, catchment)).toBe(row))
})

describe('rows of the best rank', () => {
  const match = (address: string, ...lines: string[]) => {
    const catchment = compiled(tableWith(...lines))
    return matchParts(parseAddress(address, catchment), catchment, 'any', [])
  }

  it('agree when they name the same set of schools: the first in the file is the row', () => {
    const found = match('文峰路5号', 'B,YF|LJ,Z,road,,文峰路,,,5-9,,,,any,', 'A,LJ|YF,Z,road,,文峰路,,,1-5,,,,any,')
    expect(found).toMatchObject({ status: 'matched', row: { row: 'B', schools: ['YF', 'LJ'] } })
  })

  it('agree over two names, in the order of the file and not of the address', () => {
    expect(match('解放街文峰路', 'A,LJ,,road,,文峰路,,,,,,,any,', 'B,LJ,,road,,解放街,,,,,,,any,')).toMatchObject({ status: 'matched', row: { row: 'A' } })
  })

  it('are candidates when they do not, all of them, and a lower rank breaks no tie', () => {
    const found = match('东门社区文峰路5号', 'A,LJ,,road,,文峰路,,,5,,,,any,', 'C,LJ,,community,,东门社区,,,,,,,any,', 'B,YF,,road,,文峰路,,,1-9,,,,any,')
    expect(found).toMatchObject({ status: 'ambiguous', candidates: [{ row: 'A' }, { row: 'B' }] })
  })

  it('of different towns are candidates when the town is left out', () => {
    const lines = ['A,LJ,,road,龙津镇,文峰路,,,,,,,any,', 'B,YF,,road,石鼻镇,文峰路,,,,,,,any,']
    expect(match('文峰路5号', ...lines)).toMatchObject({ status: 'ambiguous' })
    expect(match('石鼻镇文峰路5号', ...lines)).toMatchObject({ status: 'matched', row: { row: 'B' } })
    expect(match('长埠镇文峰路5号', ...lines)).toEqual({ status: 'unmatched' })
  })

  it('one row under two of its names is one row', () => {
    expect(match('文峰路文峰大道', 'A,LJ,,road,,文峰路,文峰大道,,,,,,any,')).toMatchObject({ status: 'matched', row: { row: 'A' } })
  })
})

it('a town row matches the town as written, an alias of it included', () => {
  const catchment = compiled(tableWith('T,LJ,,town,,石鼻镇,石鼻街道,,,,,,any,', 'R,YF,,road,石鼻镇,文峰路,,,,,,,any,', 'V,SX,,village,石鼻镇,果田村,,,,,,,any,'))
  expect(answer('安义县石鼻镇5号', catchment)).toBe('T')
  expect(answer('石鼻街道', catchment)).toBe('T')
  expect(answer('石鼻街道文峰路5号', catchment)).toBe('R')
  expect(answer('果田村', catchment)).toBe('V')
  expect(answer('石鼻5号', catchment)).toBe('unmatched')
})

describe('applies', () => {
  const catchment = compiled(
    tableWith(
      'A,LJ,,village,,甲村,,,,,,,any,',
      'P,YF,,village,,乙村,,,,,,,property,',
      'H,SX,,village,,丙村,,,,,,,household,',
      'B,SY,,village,,丁村,,,,,,1-3,both,',
      'BC,LJ,,community,,东门社区,,,,,,,any,',
    ),
  )
  it.each([
    ['甲村', 'property', 'A'], ['甲村', 'household', 'A'], ['甲村', 'residence', 'A'], ['甲村', 'any', 'A'],
    ['乙村', 'property', 'P'], ['乙村', 'household', 'unmatched'], ['乙村', 'residence', 'unmatched'], ['乙村', 'any', 'P'],
    ['丙村', 'property', 'unmatched'], ['丙村', 'household', 'H'], ['丙村', 'residence', 'unmatched'], ['丙村', 'any', 'H'],
    ['丁村1组', 'property', 'unmatched'], ['丁村1组', 'household', 'unmatched'], ['丁村1组', 'residence', 'unmatched'], ['丁村1组', 'any', 'B'],
  ] as const)('%s as %s → %s', (address, use, row) => expect(answer(address, catchment, use)).toBe(row))

  it.each([
    ['the same address', '丁村1组', ['丁村1组'], 'B'],
    ['another address of the row', '丁村1组', ['龙津镇丁村3组'], 'B'],
    ['one of several', '丁村1组', ['甲村', '丁村2组'], 'B'],
    ['another group', '丁村1组', ['丁村4组'], 'unmatched'],
    ['no group', '丁村1组', ['丁村'], 'unmatched'],
    ['another county', '丁村1组', ['南昌县丁村1组'], 'unmatched'],
    ['the counterpart alone', '丁村4组', ['丁村1组'], 'unmatched'],
    ['none, and a lower rank has the address', '东门社区丁村1组', [], 'BC'],
    ['one that a more specific row has', '丁村1组', ['丁村1组甲村'], 'B'],
  ] as const)('both, with a counterpart: %s', (_, address, counterparts, row) => {
    for (const use of ['property', 'household'] as const) expect(answer(address, catchment, use, counterparts)).toBe(row)
    expect(answer(address, catchment, 'residence', counterparts)).toBe(row === 'B' ? 'unmatched' : row)
  })

  it('a counterpart is in the row by name, town and number, whatever the kind', () => {
    const kinds = compiled(
      tableWith(
        'R,LJ,,road,龙津镇,文峰路,文峰大道,,1-9,,,,both,',
        'E,LJ,,estate,,凤凰城,,,,,1-3,,both,',
        'C,LJ,,community,,东门社区,,,,,,,both,',
        'T,LJ,,town,,石鼻镇,,,,,,,both,',
      ),
    )
    expect(answer('文峰路1号', kinds, 'property', ['文峰大道9号'])).toBe('R')
    expect(answer('文峰路1号', kinds, 'property', ['石鼻镇文峰大道9号'])).toBe('unmatched')
    expect(answer('文峰路1号', kinds, 'property', ['文峰路10号'])).toBe('unmatched')
    expect(answer('凤凰城1栋', kinds, 'household', ['凤凰城3-1-201'])).toBe('E')
    expect(answer('凤凰城1栋', kinds, 'household', ['凤凰城4栋'])).toBe('unmatched')
    expect(answer('东门社区', kinds, 'household', ['东门社区居委会'])).toBe('C')
    expect(answer('石鼻镇', kinds, 'household', ['石鼻镇果田村'])).toBe('T')
  })
})

it('a row is found by its id, for what the desk matched by hand', () => {
  const catchment = compiled()
  expect(rowById(catchment, 'YH-01')).toMatchObject({ row: 'YH-01', zone: '阳湖村过渡学区', schools: ['YF', 'SX'] })
  expect(rowById(catchment, 'ZZ-99')).toBeNull()
})
