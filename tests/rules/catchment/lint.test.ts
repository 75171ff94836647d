import { describe, expect, it } from 'vitest'
import { lintCatchment, readCatchment } from '@/lib/rules/catchment/catchment'
import { demonstrationTable, SCHOOLS, tableWith } from '../addresses/demonstration'

/** `line: message` of everything that reading and checking find. */
function faults(...lines: string[]): string[] {
  const table = tableWith(...lines)
  const { rows, findings } = readCatchment(table, new Set(SCHOOLS))
  return [...findings, ...lintCatchment(rows, table.file)].map(({ file, line, message }) => `${file}:${line}: ${message}`)
}

/** A row of the usual columns with only what a case is about. */
function row(id: string, cells: Partial<Record<'schools' | 'zone' | 'kind' | 'town' | 'place' | 'aliases' | 'parity' | 'numbers' | 'except' | 'buildings' | 'groups' | 'applies', string>>): string {
  const { schools = 'LJ', zone = '', kind = 'road', town = '龙津镇', place = '文峰路', aliases = '', parity = 'all', applies = 'any' } = cells
  const { numbers = '', except = '', buildings = '', groups = '' } = cells
  return [id, schools, zone, kind, town, place, aliases, parity, numbers, except, buildings, groups, applies, ''].map((cell) => `"${cell}"`).join(',')
}

it('finds nothing in the demonstration season', () => {
  const table = demonstrationTable()
  const { rows, findings } = readCatchment(table, SCHOOLS)
  expect(findings).toEqual([])
  expect(rows).toHaveLength(table.rows.length)
  expect(lintCatchment(rows, table.file)).toEqual([])
})

describe('what is written twice or wrong in one row', () => {
  it.each([
    ['an unknown school', row('A1', { schools: 'ZZ' }), /catchment\.csv:2: A1：学校「ZZ」不在 schools\.csv 里/u],
    ['a school written twice', row('A1', { schools: 'LJ|YF|LJ', zone: '过渡' }), /2: A1：学校代码 LJ 写了两次/u],
    ['a zone with one school', row('A1', { zone: '过渡学区' }), /2: A1：「过渡学区」只有一所学校/u],
    ['a zone whose school is written twice', row('A1', { schools: 'LJ|LJ', zone: '过渡学区' }), /2: A1：「过渡学区」只有一所学校/u],
    ['several schools without a zone', row('A1', { schools: 'LJ|YF' }), /2: A1：有多所学校 LJ\|YF，却没有写过渡学区/u],
    ['a number twice', row('A1', { numbers: '18,18' }), /2: A1：numbers 里的 18 写了两次/u],
    ['a number inside a range', row('A1', { numbers: '1-15,12' }), /2: A1：numbers 里的 1-15 和 12 有重复的号码/u],
    ['ranges that meet', row('A1', { numbers: '1-15,10-20' }), /1-15 和 10-20 有重复/u],
    ['an exception twice', row('A1', { except: '3,3' }), /except 里的 3 写了两次/u],
    ['a building twice', row('A1', { kind: 'estate', buildings: '1-5,5' }), /buildings 里的 1-5 和 5 有重复/u],
    ['a building that its parity has', row('A1', { kind: 'estate', buildings: 'odd,3' }), /buildings 里的 odd 和 3 有重复/u],
    ['a group twice', row('A1', { kind: 'village', groups: '1-3,3-5' }), /groups 里的 1-3 和 3-5 有重复/u],
    ['swapped ends', row('A1', { numbers: '15-1' }), /numbers 里的 15-1 首尾颠倒/u],
    ['swapped ends of buildings', row('A1', { kind: 'estate', buildings: '9-2' }), /buildings 里的 9-2 首尾颠倒/u],
    ['no number left by the parity', row('A1', { numbers: '2', parity: 'odd' }), /一个号码也没有剩下/u],
    ['no number left by the exceptions', row('A1', { numbers: '1-15', except: '-20' }), /一个号码也没有剩下/u],
  ])('%s', (_, line, message) => {
    expect(faults(line).some((fault) => message.test(fault))).toBe(true)
  })

  it.each([
    ['odd beside a range', row('A1', { kind: 'estate', buildings: 'odd,2-8' })],
    ['odd and even', row('A1', { kind: 'estate', buildings: 'odd,even' })],
    ['neighbouring ranges', row('A1', { numbers: '1-15,16-20' })],
    ['an exception that the parity would not have', row('A1', { parity: 'odd', except: '2' })],
  ])('%s is no fault', (_, line) => {
    expect(faults(line)).toEqual([])
  })

  it('a row id twice, at the later row', () => {
    const found = faults(row('A1', {}), row('A1', { place: '解放街' }))
    expect(found).toEqual(['catchment.csv:3: A1：行号 A1 写了两次，第 2 行已有'])
  })
})

describe('rows of one rank that overlap and name different schools', () => {
  const overlap = /^catchment\.csv:3: B2：与 A1（第 2 行）重叠而学校不同/u
  it.each([
    ['one road', row('A1', {}), row('B2', { schools: 'YF' })],
    ['an alias and a place', row('A1', { place: '甲街', aliases: '文峰路' }), row('B2', { schools: 'YF', place: '乙街', aliases: '文峰路' })],
    ['a blank town', row('A1', {}), row('B2', { schools: 'YF', town: '' })],
    ['a common number', row('A1', { numbers: '1-99' }), row('B2', { schools: 'YF', numbers: '99-' })],
    ['a number that the exceptions leave', row('A1', { numbers: '1-9', except: '2-9' }), row('B2', { schools: 'YF', numbers: '1' })],
    ['a parity and a number', row('A1', { parity: 'odd' }), row('B2', { schools: 'YF', numbers: '7' })],
    ['a common building', row('A1', { kind: 'estate', buildings: '1-6' }), row('B2', { kind: 'estate', schools: 'YF', buildings: 'even' })],
    ['a common group', row('A1', { kind: 'village', groups: '1-4' }), row('B2', { kind: 'village', schools: 'YF', groups: '4-' })],
    ['any and property', row('A1', {}), row('B2', { schools: 'YF', applies: 'property' })],
    ['both and household', row('A1', { applies: 'both' }), row('B2', { schools: 'YF', applies: 'household' })],
    ['both and property', row('A1', { applies: 'property' }), row('B2', { schools: 'YF', applies: 'both' })],
    ['a choice zone and one of its schools', row('A1', {}), row('B2', { schools: 'LJ|YF', zone: '过渡' })],
    ['communities', row('A1', { kind: 'community' }), row('B2', { kind: 'community', schools: 'YF' })],
    ['towns', row('A1', { kind: 'town', place: '龙津镇' }), row('B2', { kind: 'town', place: '龙津镇', schools: 'YF' })],
  ])('%s', (_, first, second) => {
    expect(faults(first, second).some((fault) => overlap.test(fault))).toBe(true)
  })

  it.each([
    ['different names', row('A1', {}), row('B2', { schools: 'YF', place: '解放街' })],
    ['different towns', row('A1', {}), row('B2', { schools: 'YF', town: '石鼻镇' })],
    ['different numbers', row('A1', { numbers: '1-99' }), row('B2', { schools: 'YF', numbers: '100-' })],
    ['different parities', row('A1', { parity: 'odd', numbers: '1-99' }), row('B2', { schools: 'YF', parity: 'even', numbers: '2-100' })],
    ['an exception', row('A1', { numbers: '16-', except: '18' }), row('B2', { schools: 'YF', numbers: '1-15,18' })],
    ['property and household', row('A1', { applies: 'property' }), row('B2', { schools: 'YF', applies: 'household' })],
    ['different ranks', row('A1', {}), row('B2', { schools: 'YF', numbers: '1-99' })],
    ['the same schools in another order', row('A1', { schools: 'LJ|YF', zone: '过渡', numbers: '1-10' }), row('B2', { schools: 'YF|LJ', zone: '过渡', numbers: '5-15' })],
  ])('%s do not', (_, first, second) => {
    expect(faults(first, second)).toEqual([])
  })

  it('all earlier rows in one finding', () => {
    const found = faults(row('A1', { parity: 'odd' }), row('A2', { schools: 'SX', parity: 'even' }), row('B2', { schools: 'YF', numbers: '10-20' }))
    expect(found).toEqual(['catchment.csv:4: B2：与 A1（第 2 行）、A2（第 3 行）重叠而学校不同：「文峰路」 11 号两边都算'])
  })
})

describe('a row that can never match', () => {
  const covered = (fault: string) => fault.includes('永远用不上')
  it.each([
    ['behind the same row', [row('A1', {}), row('B2', {})], ['A1']],
    ['behind a wider one', [row('A1', { numbers: '1-99' }), row('B2', { numbers: '11-15' })], ['A1']],
    ['behind two together', [row('A1', { parity: 'odd' }), row('A2', { parity: 'even' }), row('B2', { numbers: '3-9' })], ['A1', 'A2']],
    ['behind one for any town', [row('A1', { town: '' }), row('B2', {})], ['A1']],
    ['for property, behind any', [row('A1', {}), row('B2', { applies: 'property' })], ['A1']],
    ['for both, behind property and household together', [row('A1', { applies: 'property' }), row('A2', { applies: 'household' }), row('B2', { applies: 'both' })], ['A1', 'A2']],
    ['for both, behind a wider both', [row('A1', { applies: 'both', numbers: '1-9' }), row('B2', { applies: 'both', numbers: '2-4' })], ['A1']],
    ['with its alias, behind rows of either name', [row('A1', { place: '文峰路', aliases: '文峰大道' }), row('B2', { aliases: '文峰大道' })], ['A1']],
    ['buildings', [row('A1', { kind: 'estate', buildings: '1-6' }), row('B2', { kind: 'estate', buildings: '3' })], ['A1']],
    ['schools in another order', [row('A1', { schools: 'LJ|YF', zone: '过渡' }), row('B2', { schools: 'YF|LJ', zone: '过渡' })], ['A1']],
  ])('%s', (_, lines, ids) => {
    const found = faults(...lines).filter(covered)
    expect(found).toHaveLength(1)
    for (const id of [...ids, 'B2']) expect(found[0]).toContain(id)
    expect(found[0]).toMatch(new RegExp(`^catchment\\.csv:${lines.length + 1}: B2`))
  })

  it.each([
    ['wider after narrower', [row('A1', { numbers: '11-15' }), row('B2', { numbers: '1-99' })]],
    ['an alias of its own', [row('A1', {}), row('B2', { aliases: '文峰大道' })]],
    ['any behind property and household: a residence is left', [row('A1', { applies: 'property' }), row('A2', { applies: 'household' }), row('B2', {})]],
    ['any town behind one town', [row('A1', {}), row('B2', { town: '' })]],
    ['another rank', [row('A1', {}), row('B2', { numbers: '1-9' })]],
    ['a number left', [row('A1', { numbers: '1-9', except: '5' }), row('B2', { numbers: '4-6' })]],
    ['both behind two narrower both: the counterpart may be in the other', [row('A1', { applies: 'both', numbers: '1-5' }), row('A2', { applies: 'both', numbers: '6-9' }), row('B2', { applies: 'both', numbers: '1-9' })]],
  ])('but not: %s', (_, lines) => {
    expect(faults(...lines)).toEqual([])
  })
})

describe('aliases', () => {
  it.each([
    ['that are another place', row('A1', { place: '解放街' }), row('B2', { place: '前进路', aliases: '解放街' }), '别名「解放街」是 A1（第 2 行）的地名'],
    ['of which another row is the place, later', row('A1', { place: '前进路', aliases: '解放街' }), row('B2', { place: '解放街' }), '地名「解放街」是 A1（第 2 行）的别名'],
    ['that two places share', row('A1', { place: '解放街', aliases: '老街' }), row('B2', { place: '前进路', aliases: '老街', town: '' }), '别名「老街」也是 A1（第 2 行）的别名'],
    ['of another kind of row', row('A1', { kind: 'estate', place: '解放街' }), row('B2', { place: '前进路', aliases: '解放街' }), '别名「解放街」是 A1（第 2 行）的地名'],
  ])('%s', (_, first, second, message) => {
    const found = faults(first, second).filter((fault) => fault.includes(message))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^catchment\.csv:3: B2/u)
  })

  it('of one place may be repeated, and other towns may have their own', () => {
    const found = faults(
      row('A1', { numbers: '1-9', aliases: '老街' }),
      row('B2', { numbers: '10-', aliases: '老街' }),
      row('C3', { town: '石鼻镇', place: '前进路', aliases: '老街' }),
    )
    expect(found).toEqual([])
  })
})

it('checks ten thousand rows of one road in a moment, and finds the one that is wrong', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => row(`R${index}`, { schools: SCHOOLS[index % 4] ?? 'LJ', numbers: `${index * 10 + 1}-${index * 10 + 10}` }))
  lines[7777] = row('R7777', { schools: 'YF', numbers: '77770-77780' })
  const found = faults(...lines)
  expect(found).toEqual(['catchment.csv:7779: R7777：与 R7776（第 7778 行）重叠而学校不同：「文峰路」 77770 号两边都算'])
})
