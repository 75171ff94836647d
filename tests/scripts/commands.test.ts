import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { printed, seasonOf } from '@/scripts/streams/season'
import { passingFolder } from '../support/passing-folder'

const SEASON = 'prisma/seasons/360123-2023'
const FACTS = readFileSync('tests/rules/vectors/determinations.jsonl', 'utf8').split('\n')[0] ?? ''
const facts = JSON.stringify(z.object({ facts: z.unknown() }).parse(JSON.parse(FACTS)).facts)

type Ran = { lines: string[]; said: string; code: number | null }

/** A command as an officer or another program runs it. */
function run(args: readonly string[], input = '', program: readonly string[] = ['npm', 'run', '--silent']): Promise<Ran> {
  const [file = 'npm', ...before] = program
  const child = spawn(file, [...before, ...args], { env: { ...process.env, NODE_OPTIONS: '' } })
  let printed = ''
  let said = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ lines: printed.split('\n').slice(0, -1), said, code })))
}

const answers = (ran: Ran) => ran.lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))

describe('determine', () => {
  test('R-25 one determination a line; a BOM, CRLF and blank lines are taken; a bad line is named and the run goes on', async () => {
    const input = `\uFEFF${facts}\r\n\r\nno JSON\r\n{"at":"2023-08-16"}\n\n${facts}`
    const ran = await run(['determine', '--', '--season', SEASON], input)
    const [first, second, third, fourth, ...more] = answers(ran)
    expect(more).toEqual([])
    expect(first).toMatchObject({ admissible: true, category: { row: 'K1' }, placement: { status: 'matched', row: 'YF-03' } })
    expect(second).toMatchObject({ line: 3 })
    expect(third).toMatchObject({ line: 4 })
    expect(typeof third?.error).toBe('string')
    expect(fourth).toEqual(first)
    expect(ran.code).toBe(1)
  })

  test('all lines good: exit status 0, and no personal data in what is said', async () => {
    const ran = await run(['determine', '--', '--season', SEASON], `${facts}\n`)
    expect(ran.code).toBe(0)
    expect(ran.lines).toHaveLength(1)
    expect(ran.said).toBe('')
  })

  test('an error names the field and never repeats its value', async () => {
    const ran = await run(['determine', '--', '--season', SEASON], facts.replace('"TITLE_DEED"', '"360123201705100128"'))
    expect(ran.lines[0]).toContain('choice')
    expect(ran.lines[0]).not.toContain('360123201705100128')
    expect(ran.code).toBe(1)
  })

  test('memory does not grow with the number of lines', async () => {
    const measure = ['bash', '-c', `yes '${facts.replaceAll("'", '')}' | head -n "$0" | node_modules/.bin/node --max-old-space-size=40 --conditions=react-server --import tsx scripts/determine.ts --season ${SEASON} | wc -l`]
    const ran = await run(['30000'], '', measure)
    expect(ran.lines.map((line) => line.trim())).toEqual(['30000'])
  })
})

describe('match', () => {
  test('R-24 every line has an answer, a blank one too, with the address as it was', async () => {
    const addresses = ['文峰路12号', '', '  文峰路　１１号 ', '文峰路12号凤凰路20号', '阳湖村5组']
    const ran = await run(['match', '--', '--season', SEASON], `${addresses.join('\r\n')}\r\n`)
    const found = answers(ran)
    expect(found.map((one) => one.address)).toEqual(addresses)
    expect(found.map((one) => one.status)).toEqual(['matched', 'unmatched', 'matched', 'ambiguous', 'matched'])
    expect(found.map((one) => one.row ?? null)).toEqual(['YF-03', null, 'LJ-03', null, 'YH-01'])
    expect(found[4]?.schools).toEqual(['YF', 'SX'])
    expect(found.every((one) => typeof one.parts === 'object')).toBe(true)
    expect(ran.code).toBe(0)
  })

  test('R-51 --as property, household, residence; without it every row takes part', async () => {
    const row = async (...as: string[]) => answers(await run(['match', '--', '--season', SEASON, ...as], '城北村2组\n'))[0]?.row ?? null
    expect(await row('--as', 'household')).toBe('YF-08')
    expect(await row('--as', 'property')).toBe('SY-12')
    expect(await row('--as', 'residence')).toBeNull()
    expect(answers(await run(['match', '--', '--season', SEASON], '城北村2组\n'))[0]?.status).toBe('ambiguous')
    expect((await run(['match', '--', '--season', SEASON, '--as', 'car'], 'x\n')).code).not.toBe(0)
  })
})

describe('lint-season', () => {
  /** The demonstration season with one file changed. */
  function broken(file: string, change: (text: string) => string): string {
    const folder = passingFolder()
    cpSync(SEASON, folder, { recursive: true })
    const place = path.join(folder, file)
    writeFileSync(place, change(readFileSync(place, 'utf8')))
    return folder
  }
  const append = (line: string) => (text: string) => `${text.trimEnd()}\n${line}\n`

  test('R-51 the demonstration season has nothing to find', async () => {
    expect(await run(['lint-season', '--', SEASON])).toEqual({ lines: [], said: '', code: 0 })
  })

  test.each([
    ['an unknown school', 'catchment.csv', append('T-1,ZZ,,road,龙津镇,试验路,,,,,,,any,'), /^catchment\.csv:44: .*ZZ/],
    ['a row id written twice', 'catchment.csv', append('LJ-01,LJ,,road,龙津镇,试验路,,,,,,,any,'), /^catchment\.csv:44: .*LJ-01/],
    ['a number written twice', 'catchment.csv', append('T-1,LJ,,road,龙津镇,试验路,,,"1-15,12",,,,any,'), /^catchment\.csv:44: .*T-1/],
    ['swapped ends', 'catchment.csv', append('T-1,LJ,,road,龙津镇,试验路,,,15-1,,,,any,'), /^catchment\.csv:44: .*15-1/],
    ['no number left', 'catchment.csv', append('T-1,LJ,,road,龙津镇,试验路,,even,7,,,,any,'), /^catchment\.csv:44: .*T-1/],
    ['a zone with one school', 'catchment.csv', append('T-1,LJ,试验过渡区,road,龙津镇,试验路,,,,,,,any,'), /^catchment\.csv:44: .*T-1/],
    ['several schools without a zone', 'catchment.csv', append('T-1,LJ|YF,,road,龙津镇,试验路,,,,,,,any,'), /^catchment\.csv:44: .*T-1/],
    ['an overlap', 'catchment.csv', append('T-1,SX,,road,龙津镇,文峰路,,odd,99-,,,,any,'), /^catchment\.csv:44: .*LJ-03/],
    ['a row that can never match', 'catchment.csv', append('T-1,YF,,road,龙津镇,文峰路,,,200-300,,,,any,'), /^catchment\.csv:44: .*YF-04/],
    ['an alias that is another place', 'catchment.csv', append('T-1,LJ,,road,龙津镇,试验路,凤凰路,,,,,,any,'), /^catchment\.csv:44: .*SX-04/],
    ['a word that is none', 'catchment.csv', append('T-1,LJ,,raod,龙津镇,试验路,,,,,,,any,'), /^catchment\.csv:44: .*raod.*road/],
    ['a date in a cell of numbers', 'catchment.csv', append('T-1,LJ,,road,龙津镇,试验路,,,2023/1/15,,,,any,'), /^catchment\.csv:44: .*文本/],
    ['a hidden category', 'categories.csv', append('K10,10,第十类,TITLE_DEED,-,urban,-,-,-'), /^categories\.csv:11: .*K3/],
    ['an unknown value', 'categories.csv', append('K10,10,第十类,TITEL_DEED,-,-,-,-,-'), /^categories\.csv:11: .*TITEL_DEED.*TITLE_DEED/],
    ['a dash beside values', 'categories.csv', append('K10,10,第十类,TITLE_DEED,-,-|urban,-,-,-'), /^categories\.csv:11: /],
    ['a school code that no file’s name could have', 'schools.csv', append('../一小,又一所,,,'), /^schools\.csv:6: 学校代码「\.\.\/一小」只能用字母/],
    ['a school code written twice', 'schools.csv', append('LJ,又一所,,,'), /^schools\.csv:6: .*LJ/],
    ['opensAt not before closesAt', 'season.json', (text: string) => text.replace('2023-08-25', '2023-08-14'), /^season\.json:\d+: .*opensAt/],
    ['bornFrom after bornTo', 'season.json', (text: string) => text.replace('2016-01-01', '2018-01-01'), /^season\.json:\d+: .*bornFrom/],
    ['a file that is no JSON', 'season.json', () => '{', /^season\.json:\d+: /],
    ['an unknown column', 'categories.csv', (text: string) => text.replace('household_head', 'houshold_head'), /^categories\.csv:1: .*houshold_head.*household_head/],
  ])('R-51 finds %s in %s, and says where', async (_what, file, change, finding) => {
    const { findings } = await seasonOf(broken(file, change))
    const lines = findings.map(printed)
    expect(lines.some((line) => finding.test(line)), lines.join('\n')).toBe(true)
  })

  test('R-51 the command prints each finding on a line of its own and ends with 1; a folder that is none ends with 2', async () => {
    const folder = broken('catchment.csv', append('T-1,ZZ,,raod,龙津镇,试验路,,,,,,,any,'))
    const ran = await run(['lint-season', '--', folder])
    expect(ran).toEqual({ lines: (await seasonOf(folder)).findings.map(printed), said: '', code: 1 })
    expect((await run(['lint-season'])).code).toBe(2)
  })
})
