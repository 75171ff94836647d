import { describe, expect, it } from 'vitest'
import { isUrban, parseAddress, type AddressSettings } from '@/lib/rules/catchment/catchment'
import { compiled, SETTINGS, tableWith } from '../addresses/demonstration'

const ROWS = [
  'A,LJ,,community,龙津镇,东门社区,东门居民区,,,,,,any,',
  'B,LJ,,road,龙津镇,文峰路,,,1-9,,,,any,',
  'C,YF,,road,石鼻镇,文峰路,,,,,,,any,',
  'D,YF,,road,龙津镇,龙津大道,,,,,,,household,',
  'E,SX,,village,石鼻镇,果田村,,,,,,,any,',
  'F,SX,,estate,,凤凰城,,,,,,,any,',
  'G,SX,,village,龙津镇,凤山村,,,,,,1-4,any,',
  'H,SX,,town,长埠镇,长埠镇,,,,,,,any,',
]

function urban(address: string, urbanPlaces: AddressSettings['urbanPlaces']): boolean {
  const catchment = compiled(tableWith(...ROWS), { ...SETTINGS, urbanPlaces })
  return isUrban(parseAddress(address, catchment), catchment)
}

describe('a whole town is urban', () => {
  it.each([
    ['龙津镇', true],
    ['江西省南昌市安义县龙津镇无名路5号', true],
    ['龙津镇龙津镇文峰路12号', true],
    ['石鼻镇文峰路12号', false],
    ['龙津镇石鼻镇文峰路12号', false],
    ['龙津街道文峰路12号', false],
    ['长埠镇', false],
    ['龙津镇南街5号', true],
    ['龙津镇新村5号', true],
    ['龙津镇城区人民巷5号', true],
    ['龙津镇路5号', false],
    ['石鼻镇新村文峰路5号', false],
  ])('%s: %s', (address, expected) => expect(urban(address, [{ town: '龙津镇' }])).toBe(expected))

  it.each([
    ['东门社区', true, 'its one row is of 龙津镇'],
    ['东门居民区', true, 'so is its alias'],
    ['龙津大道5号', true, 'a row counts whatever it applies to'],
    ['凤山村', true, 'and whatever its groups'],
    ['文峰路5号', false, 'rows in two towns, and one is not urban'],
    ['文峰路500号', false, 'the same, whatever the number'],
    ['果田村', false, 'its town is not urban'],
    ['东门社区果田村', false, 'towns of all its places'],
    ['东门社区环城南路5号', true, 'a road of no row puts it nowhere'],
    ['凤凰城5栋', false, 'a row for any town makes the town unknown'],
    ['东门社区凤凰城5栋', false, 'the same beside a known one'],
    ['环城南路5号', false, 'no row at all'],
    ['', false, 'nothing'],
    ['南昌县东门社区', false, 'another county'],
    ['湖北省龙津镇东门社区', false, 'another province with a town of that name'],
  ])('town left out: %s is %s: %s', (address, expected) => expect(urban(address, [{ town: '龙津镇' }])).toBe(expected))

  it('both towns are urban', () => {
    expect(urban('文峰路5号', [{ town: '龙津镇' }, { town: '石鼻镇' }])).toBe(true)
    expect(urban('龙津镇石鼻镇文峰路5号', [{ town: '龙津镇' }, { town: '石鼻镇' }])).toBe(true)
  })
})

describe('some places of a town are urban', () => {
  const places = [{ town: '龙津镇', places: ['东门社区', '城郊村'] }, { town: '石鼻镇' }]
  it.each([
    ['龙津镇东门社区', true],
    ['龙津镇东门居民区5号', true],
    ['龙津镇城郊村', true],
    ['龙津镇城郊村村委会', true],
    ['龙津镇凤山村3组', false],
    ['龙津镇龙津大道5号', false],
    ['龙津镇', false],
    ['石鼻镇东门社区', true],
    ['长埠镇东门社区', false],
    ['东门社区', true],
    ['城郊村3组', true],
    ['东门社区龙津大道5号', true],
    ['龙津大道5号', false],
    ['文峰路5号', false],
    ['果田村', true],
    ['新城郊村', false],
  ])('%s: %s', (address, expected) => expect(urban(address, places)).toBe(expected))

  it('a town listed whole and in part is whole, in either order', () => {
    const whole = { town: '龙津镇' }
    const part = { town: '龙津镇', places: ['东门社区'] }
    for (const listed of [[whole, part], [part, whole]]) expect(urban('龙津大道5号', listed)).toBe(true)
  })

  it('a place listed by its alias is that place', () => {
    expect(urban('龙津镇东门社区', [{ town: '龙津镇', places: ['东门居民区'] }])).toBe(true)
  })

  it('a place that two towns list must be urban in both', () => {
    expect(urban('城郊村', [{ town: '龙津镇', places: ['城郊村'] }, { town: '石鼻镇', places: ['城郊村'] }])).toBe(true)
  })
})
