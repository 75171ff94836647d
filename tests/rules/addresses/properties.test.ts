import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCatchment, lintCatchment, matchParts, normalise, parseAddress, type Catchment } from '@/lib/rules/catchment/catchment'
import { chineseNumber } from '@/lib/rules/addresses/numerals'
import { compiled, demonstrationTable, rowsOf, SETTINGS, tableWith } from './demonstration'

const rows = rowsOf(demonstrationTable())
const catchment = compiled()

const roads = ['文峰路', '龙津大道', '龙津路', '解放街', '前进路', '西门路', '凤凰路', '教育北路', '环城南路', '八一大道']
const estates = ['潦河花园', '阳光花园', '阳光花苑', '凤凰城', '凤凰城小区', '东门家园', '蔚蓝国际', '幸福花园']
const villages = ['凤山村', '前进村', '码头村', '城北村', '喻家村', '阳湖村', '罗田村']
const communities = ['东门社区', '西门社区', '文峰社区', '朝阳社区', '桥头社区']
const number = fc.integer({ min: 1, max: 140 })
const some = (values: readonly string[]) => fc.constantFrom(...values)
const maybe = (part: fc.Arbitrary<string>) => fc.option(part, { nil: '' })

const place = fc.oneof(
  fc.tuple(some(roads), number).map(([road, at]) => `${road}${at}号`),
  fc.tuple(some(estates), number).map(([estate, at]) => `${estate}${at}栋`),
  fc.tuple(some(villages), number).map(([village, at]) => `${village}${at}组`),
  some(communities),
)
/** An address as it may be written, most often one that the table knows. */
const address = fc
  .tuple(maybe(fc.constant('江西省南昌市')), maybe(fc.constant('安义县')), maybe(fc.constantFrom('龙津镇', '石鼻镇')), place, maybe(place), maybe(fc.constantFrom('2单元501室', '附近')))
  .map((parts) => parts.join(''))

function outcome(written: string, table: Catchment): { status: string; schools: readonly string[] } {
  const match = matchParts(parseAddress(written, table), table, 'any', [])
  return { status: match.status, schools: match.status === 'matched' ? match.row.schools : [] }
}

describe('whatever the address', () => {
  it('the order of the rows never changes status or schools', () => {
    fc.assert(
      fc.property(address, fc.shuffledSubarray([...rows], { minLength: rows.length }), (written, shuffled) => {
        expect(outcome(written, compileCatchment(shuffled, SETTINGS))).toEqual(outcome(written, catchment))
      }),
      { numRuns: 400 },
    )
  })

  it('a row whose names it does not have never changes the answer', () => {
    const foreign = rowsOf(
      tableWith('N1,LJ,,road,龙津镇,滨江路,滨河路,odd,1-50,,,,any,', 'N2,YF,,estate,,九龙湾,,,,,1-9,,any,', 'N3,SX,,village,石鼻镇,果田村,,,,,,,both,', 'N4,SY,,town,,长埠镇,,,,,,,any,'),
    )
    fc.assert(
      fc.property(address, fc.subarray([...foreign], { minLength: 1 }), fc.boolean(), (written, added, before) => {
        const table = compileCatchment(before ? [...added, ...rows] : [...rows, ...added], SETTINGS)
        expect(matchParts(parseAddress(written, table), table, 'any', [])).toEqual(matchParts(parseAddress(written, catchment), catchment, 'any', []))
      }),
      { numRuns: 400 },
    )
  })

  it('normalising twice is normalising once', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'文峰路号栋一二十〇12 3-—～，（）ａＡａ甲#＃①㈡　之附') }))
    fc.assert(
      fc.property(anything, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('width, case, spaces and punctuation between parts change nothing', () => {
    const wide = (text: string) => text.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    const filler = fc.constantFrom('', ' ', '　', '，', '、', '·', '（', '）', '"', '。', '\t')
    fc.assert(
      fc.property(address, fc.array(filler, { minLength: 40, maxLength: 40 }), fc.boolean(), (written, fillers, widened) => {
        // Between two number-like characters a gap says something, so none is put there.
        const spelled = [...written].map((character, at) => (/[0-9一二三四五六七八九十百]/.test(character) ? '' : (fillers[at] ?? '')) + character).join('')
        expect(parseAddress(widened ? wide(spelled) : spelled, catchment)).toEqual(parseAddress(written, catchment))
      }),
      { numRuns: 1000 },
    )
  })

  it('the head may be left out, repeated or shortened', () => {
    const heads = fc.constantFrom('', '江西', '江西省南昌市安义县', '江西南昌安义', '安义', '安义县安义县', '南昌安义县', '江西省安义县', '江西省江西省南昌安义', '安义县龙津镇', '龙津镇龙津镇')
    fc.assert(
      fc.property(heads, place, (head, written) => {
        expect(outcome(head + written, catchment)).toEqual(outcome(written, catchment))
      }),
      { numRuns: 1000 },
    )
  })

  it('numbers in words are the numbers in digits', () => {
    fc.assert(
      fc.property(some(roads), fc.integer({ min: 1, max: 9999 }), (road, at) => {
        for (const spelled of [inWords(at), inFormalWords(at), digitByDigit(at)]) {
          expect(chineseNumber(spelled)).toBe(at)
          expect(parseAddress(`${road}${spelled}号`, catchment)).toEqual(parseAddress(`${road}${at}号`, catchment))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('parsing never throws, whatever is written', () => {
    const unit = fc.constantFrom(...'江西省南昌市安义县龙津镇文峰路东门社区凤山村潦河花园号栋幢座单元室层楼组队社之附第一二三十百廿12305 -—()#AB甲街道大巷弄期区小新家公寓庄'.split(''))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const parts = parseAddress(text, catchment)
        matchParts(parts, catchment, 'household', [parts])
        expect(JSON.parse(JSON.stringify(parts))).toEqual(parts)
      }),
      { numRuns: 5000 },
    )
  })

  it('a long one takes no longer than its length', () => {
    for (const piece of ['新村', '第', '三', '12', '凤山村', '东方', '号', 'A', '（', '一号', '3-', '之3']) {
      expect(() => parseAddress(piece.repeat(20_000), catchment)).not.toThrow()
    }
  })
})

describe('whatever the table', () => {
  const cell = fc.constantFrom('', '1-9', '5-', '-4', '3,7', '10-20')
  const line = fc.tuple(some(['LJ', 'YF']), some(['', '龙津镇', '石鼻镇']), some(['文峰路', '解放街']), some(['all', 'odd', 'even']), cell, some(['any', 'property', 'household', 'both']))
  const table = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => tableWith(...lines.map(([school, town, road, parity, cells, applies], at) => `R${at},${school},,road,${town},${road},,${parity},"${cells}",,,,${applies},`)))
  const homes = ['', '龙津镇', '石鼻镇'].flatMap((town) => ['文峰路', '解放街'].flatMap((road) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21, 22].map((at) => `${town}${road}${at}号`)))

  it('one without overlaps is never ambiguous where the town is given, and a row said to be useless never matches', () => {
    fc.assert(
      fc.property(table, (written) => {
        const read = rowsOf(written)
        const findings = lintCatchment(read, written.file)
        const compiledTable = compileCatchment(read, SETTINGS)
        const useless = new Set(findings.filter(({ message }) => message.includes('永远用不上')).map(({ message }) => message.slice(0, 2)))
        const overlapping = findings.some(({ message }) => message.includes('重叠'))
        for (const home of homes) {
          const parts = parseAddress(home, compiledTable)
          for (const use of ['property', 'household', 'residence'] as const) {
            for (const counterparts of [[], [parts], homes.slice(0, 3).map((other) => parseAddress(other, compiledTable))]) {
              const match = matchParts(parts, compiledTable, use, counterparts)
              if (match.status === 'matched') expect(useless).not.toContain(match.row.row)
              if (match.status === 'ambiguous' && parts.towns.length > 0) expect(overlapping).toBe(true)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

const DIGITS = '零一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'

function inWords(value: number): string {
  let text = ''
  let gap = false
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + (unit === 10 && digit === 1 && text === '' ? '' : DIGITS.charAt(digit)) + name
      gap = false
    }
  }
  return text
}

function inFormalWords(value: number): string {
  const formal = [...inWords(value)].map((character) => (DIGITS.includes(character) ? FORMAL.charAt(DIGITS.indexOf(character)) : character))
  return formal.join('').replace(/十/g, '拾').replace(/百/g, '佰')
}

function digitByDigit(value: number): string {
  return [...String(value)].map((digit) => (digit === '0' ? '〇' : DIGITS.charAt(Number(digit)))).join('')
}
