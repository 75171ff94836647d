import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { determine, matchAddress, parseFacts, readSeason, type AddressUse } from '@/lib/rules'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { idNumber } from '../id-numbers'
import { RULES_ROOM, rulesFiles } from '../../support/rules-files'
import { seasonFrom } from '../season-folder'

const FOLDER = path.resolve('tests/rules/seasons/510182-2026')
const season = await seasonFrom(FOLDER)
const father = idNumber('1990-03-02', 11, '510182')
const child = (bornOn: string) => idNumber(bornOn, 14, '510182')

type Given = { at?: string; born?: string; address: string; use?: string; county?: string; household?: string | null; head?: string | null; basis?: 'TITLE_DEED' | 'PURCHASE_CONTRACT' | 'GRANDPARENT_DEED'; preferredSchool?: string; matchedRow?: string }

function judge({ at = '2026-06-02T09:00:00+08:00', born = '2020-01-01', address, use = '住宅', county = '510182', household = null, head = null, basis = 'TITLE_DEED', preferredSchool, matchedRow }: Given) {
  const registered = household === null ? null : { address: household, headIdNumber: head }
  const parsed = parseFacts({
    at,
    signedIn: father,
    student: { idNumber: child(born), household: registered },
    guardians: [{ idNumber: father, relation: 'FATHER', household: registered }],
    grandparents: [],
    properties: basis === 'PURCHASE_CONTRACT' ? [] : [{ certificateNumber: '川（2020）1号', county, address, use, owners: [father], matchedRow }],
    contracts: basis === 'PURCHASE_CONTRACT' ? [{ number: 'X9', county, address, use, buyers: [father], matchedRow }] : [],
    choice: basis === 'PURCHASE_CONTRACT' ? { basis, contractNumber: 'x9', preferredSchool } : { basis, certificateNumber: '川（2020） 1号', preferredSchool },
  })
  if (!parsed.ok) throw new Error(parsed.error)
  const { category, placement, refusals, trace } = determine(parsed.facts, season)
  return { category: category?.code ?? null, status: placement.status, schools: placement.schools, refusals: refusals.map(({ code }) => code), row: placement.row, trace }
}

describe('a county of another province, with other dates, categories, uses and zones', () => {
  test.each([
    ['2026-05-31T23:59:59.999+08:00', 'SEASON_NOT_OPEN'],
    ['2026-06-01T00:00:00+08:00', null],
    ['2026-06-10T12:30:00.499+08:00', null],
    ['2026-06-10T12:30:00.500+08:00', 'SEASON_CLOSED'],
  ])('R-01 R-29 at %s: %s', (at, code) => {
    expect(judge({ at, address: '八一大道5号' }).refusals.filter((one) => one.startsWith('SEASON_'))).toEqual(code ? [code] : [])
  })

  test.each([
    ['2019-08-31', 'BORN_TOO_EARLY'],
    ['2019-09-01', null],
    ['2020-08-31', null],
    ['2020-09-01', 'BORN_TOO_LATE'],
  ])('R-02 born on %s: %s', (born, code) => {
    expect(judge({ born, address: '八一大道5号' }).refusals.filter((one) => one.startsWith('BORN_'))).toEqual(code ? [code] : [])
  })

  test.each<[string, AddressUse | undefined, string, string[]]>([
    ['四川省成都市彭州市天彭街道八一大道5号', undefined, 'r3', ['N2']],
    ['彭州八一大道１９号', undefined, 'r3', ['N2']],
    ['八一大道7号', undefined, '', []],
    ['八一大道20号', undefined, 'r4', ['N3']],
    ['八一大道6号', undefined, '', []],
    ['外滩华府3栋', undefined, 'r2', ['N1']],
    ['外滩华府2栋', undefined, 'r1', ['N1', 'N2', 'N3']],
    ['华府3栋', undefined, 'r1', ['N1', 'N2', 'N3']],
    ['致和街道百花村4组', 'household', 'r5', ['N2']],
    ['致和街道百花村4组', 'property', 'r8', ['N2']],
    ['百花村2组', 'property', 'r6', ['N3']],
    ['江西省南昌市安义县八一大道5号', undefined, '', []],
    ['安义县八一大道5号', undefined, '', []],
    ['成都市郫都区八一大道5号', undefined, '', []],
  ])('R-51 %s, as %s: row %s', (address, use, row, schools) => {
    const found = matchAddress(address, season, use)
    expect([found.row ?? '', found.schools]).toEqual([row, schools])
  })

  test('R-25 its own decision table: categories, several bases in a cell, blank cells', () => {
    expect(judge({ address: '八一大道5号', household: '八一大道9号' }).category).toBe('甲')
    expect(judge({ address: '八一大道5号', household: '西海社区', head: father }).category).toBe('乙')
    expect(judge({ address: '八一大道5号', household: '西海社区', head: null })).toMatchObject({ category: null, refusals: ['NO_CATEGORY'] })
    expect(judge({ address: '八一大道20号', household: '致和街道任何地方', head: father }).category).toBe('乙')
    expect(judge({ address: '八一大道5号', household: '天彭街道别的地方', head: father }).category).toBeNull()
    expect(judge({ address: '八一大道5号', household: '西海社区', head: father, basis: 'PURCHASE_CONTRACT' }).category).toBe('乙')
  })

  test('R-20 its own residential uses', () => {
    expect(judge({ address: '八一大道5号', household: '八一大道9号', use: '商住混合' }).refusals).toEqual([])
    expect(judge({ address: '八一大道5号', household: '八一大道9号', use: '办公' }).refusals).toEqual(['NOT_RESIDENTIAL'])
  })

  test('R-41 a zone of three schools', () => {
    expect(judge({ address: '外滩华府2栋', household: '外滩华府2栋' })).toMatchObject({ status: 'choice-required', schools: ['N1', 'N2', 'N3'], refusals: ['SCHOOL_CHOICE_REQUIRED'] })
    expect(judge({ address: '外滩华府2栋', household: '外滩华府2栋', preferredSchool: 'N3' })).toMatchObject({ status: 'matched', schools: ['N3'], refusals: [] })
  })

  test('R-46 a match that the desk set is the match, and the trace says so', () => {
    const judged = judge({ address: '没有门牌的房子', household: '八一大道9号', matchedRow: 'r3' })
    expect(judged).toMatchObject({ status: 'matched', row: 'r3', category: '甲', refusals: [] })
    expect(judged.trace.some((entry) => entry.code === 'MATCHED_BY_DESK')).toBe(true)
  })

  test('R-51 unknown settings are kept', () => {
    expect(season.settings).toMatchObject({ review: { days: 3 }, help: { night: '无' }, readingSeconds: 30 })
  })

  test('R-51 two seasons side by side do not know of each other', async () => {
    const notices = await seasonFrom()
    expect(matchAddress('文峰路12号', season).status).toBe('unmatched')
    expect(matchAddress('文峰路12号', notices).row).toBe('YF-03')
    expect(matchAddress('八一大道5号', notices).status).toBe('unmatched')
  })
})

test('R-51 nothing of one county is in the code', () => {
  const files = rulesFiles().filter((file) => !file.endsWith('divisions.ts'))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const code = readFileSync(path.join(RULES_ROOM, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(code, file).not.toMatch(/安义|龙津|阳湖|360123|逸夫|2017-08-31/)
  }
})

test('R-51 a season that is not complete does not compile, and says where', async () => {
  const { files, version } = await readSeasonFolder(FOLDER)
  if (!files) throw new Error('no files')
  const { season: read, findings } = readSeason({ ...files, settings: { ...season.settings, opensAt: 'tomorrow' } }, version)
  expect(read).toBeNull()
  expect(findings[0]).toMatchObject({ file: 'season.json' })
})
