import { describe, expect, it } from 'vitest'
import { readCatchment } from '@/lib/rules/catchment/catchment'
import { answer, compiled, SCHOOLS, tableOf, tableWith } from '../addresses/demonstration'

const messages = (line: string) => readCatchment(tableWith(line), SCHOOLS).findings.map(({ file, line: at, message }) => `${file}:${at}: ${message}`)

/** The numbers up to 25 that a road's row takes. */
function taken(parity: string, numbers: string, except = ''): number[] {
  const catchment = compiled(tableWith(`R,LJ,,road,,文峰路,,${parity},"${numbers}","${except}",,,any,`))
  return Array.from({ length: 25 }, (_, index) => index + 1).filter((number) => answer(`文峰路${number}号`, catchment) === 'R')
}

describe('numbers', () => {
  it.each([
    ['', '1-15,18,20-', '', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 20, 21, 22, 23, 24, 25]],
    ['', '-3', '', [1, 2, 3]],
    ['odd', '1-9', '', [1, 3, 5, 7, 9]],
    ['even', '1-9', '', [2, 4, 6, 8]],
    ['even', '', '', [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]],
    ['odd', '1-9', '3,4', [1, 5, 7, 9]],
    ['all', '', '-20,22', [21, 23, 24, 25]],
    ['', '１－３，５、７–９', '', [1, 2, 3, 5, 7, 8, 9]],
    ['', ' 1 - 3 , 5 ', '', [1, 2, 3, 5]],
    ['', '001-03', '', [1, 2, 3]],
    ['', '1—3', '', [1, 2, 3]],
    ['ODD', '1-4', '', [1, 3]],
  ])('parity %s numbers %s except %s', (parity, numbers, except, expected) => {
    expect(taken(parity, numbers, except)).toEqual(expected)
  })

  it('buildings: a comma is or', () => {
    const catchment = compiled(tableWith('R,LJ,,estate,,潦河花园,,,,,"odd,2-4",,any,'))
    const buildings = Array.from({ length: 8 }, (_, index) => index + 1)
    expect(buildings.filter((number) => answer(`潦河花园${number}栋`, catchment) === 'R')).toEqual([1, 2, 3, 4, 5, 7])
  })
})

describe('what cannot be read names the file, the line and the wrong word', () => {
  it.each([
    ['R,LJ,,raod,,文峰路,,,,,,,any,', 'catchment.csv:2: R：kind 里的「raod」不认识，最接近的是「road」'],
    ['R,LJ,,road,,文峰路,,ood,,,,,any,', 'catchment.csv:2: R：parity 里的「ood」不认识，最接近的是「odd」'],
    ['R,LJ,,road,,文峰路,,,,,,,propety,', 'catchment.csv:2: R：applies 里的「propety」不认识，最接近的是「property」'],
    ['R,YZ,,road,,文峰路,,,,,,,any,', 'catchment.csv:2: R：学校「YZ」不在 schools.csv 里，最接近的是「YF」'],
    [',LJ,,road,,文峰路,,,,,,,any,', 'catchment.csv:2: 缺少行号 row'],
    ['R,,,road,,文峰路,,,,,,,any,', 'catchment.csv:2: R：缺少学校 schools'],
    ['R,LJ,,,,文峰路,,,,,,,any,', 'catchment.csv:2: R：缺少 kind'],
    ['R,LJ,,road,,,,,,,,,any,', 'catchment.csv:2: R：缺少地名 place'],
    ['R,LJ,,estate,,凤凰城,,,1-9,,,,any,', 'catchment.csv:2: R：numbers 只用于道路（road），这一行是小区（estate）'],
    ['R,LJ,,village,,凤山村,,odd,,,,,any,', 'catchment.csv:2: R：parity 只用于道路（road），这一行是村（village）'],
    ['R,LJ,,road,,文峰路,,,,,1-9,,any,', 'catchment.csv:2: R：buildings 只用于小区（estate），这一行是道路（road）'],
    ['R,LJ,,road,,文峰路,,,,,,1-9,any,', 'catchment.csv:2: R：groups 只用于村（village），这一行是道路（road）'],
    ['R,LJ,,road,,文峰路,,,1-9x,,,,any,', 'catchment.csv:2: R：numbers 里的「1-9x」看不懂：应写成 1-15、18、20- 或 -20，用逗号分开，0 不是号码'],
    ['R,LJ,,road,,文峰路,,,0,,,,any,', 'catchment.csv:2: R：numbers 里的「0」看不懂：应写成 1-15、18、20- 或 -20，用逗号分开，0 不是号码'],
    ['R,LJ,,road,,文峰路,,,odd,,,,any,', 'catchment.csv:2: R：numbers 里的「odd」看不懂：应写成 1-15、18、20- 或 -20，用逗号分开，0 不是号码'],
  ])('%s', (line, message) => {
    expect(messages(line)).toEqual([message])
  })

  it.each(['1月15日', '2023/1/15', '2023-01-15', '2023-01-15T00:00:00.000Z', '15-Jan', 'Jan-15', '1/15', '2023年1月15日', '1-15-2023', 'Jan-01', '1月'])(
    'a date, %s, says to format the column as text',
    (date) => {
      for (const cells of [`road,,文峰路,,,${date},,,`, `road,,文峰路,,,,${date},,`, `estate,,凤凰城,,,,,${date},`, `village,,凤山村,,,,,,${date}`]) {
        const found = messages(`R,LJ,,${cells},any,`)
        expect(found).toHaveLength(1)
        expect(found[0]).toMatch(/^catchment\.csv:2: R：(numbers|except|buildings|groups) 里的「.*」变成了日期：请把 \1 这一列的单元格格式设为文本/u)
      }
    },
  )

  it('a column that nobody knows, and one that is missing', () => {
    const { findings } = readCatchment(tableOf('row,schools,kind,plcae\nR,LJ,road,文峰路'), SCHOOLS)
    expect(findings.slice(0, 2).map(({ line, message }) => `${line}: ${message}`)).toEqual(['1: 不认识的列「plcae」，最接近的是「place」', '1: 缺少「place」这一列'])
  })
})

it('blank cells and missing columns have their defaults', () => {
  const { rows, findings } = readCatchment(tableOf('row,schools,kind,place\nR, LJ ,road, 文峰路 '), SCHOOLS)
  expect(findings).toEqual([])
  expect(rows).toMatchObject([{ row: 'R', line: 2, schools: ['LJ'], zone: '', town: '', place: '文峰路', aliases: [], parity: 'all', applies: 'any', covered: null, rank: 4 }])
})

it('a row survives JSON', () => {
  const { rows } = readCatchment(tableWith('R,LJ,,road,,文峰路,,odd,"1-9,21-",,,,any,'), SCHOOLS)
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
})
