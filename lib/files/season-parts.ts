import 'server-only'
import { AGREEMENT_FILE, SEASON_COLUMNS, SEASON_TABLES, SETTINGS_FILE, type SeasonTable } from '@/lib/domain/season-draft'
import { SEASON_LIMITS } from '@/lib/domain/form-limits'
import type { SeasonFinding, Table } from '@/lib/rules'
import { TableFault } from './fault'
import { tableFrom } from './tables'

const OPTIONAL: readonly SeasonTable[] = ['materials', 'reasons']

/** A season's files, each read as far as it goes: null is what is missing or cannot be read, and the findings say why. */
export type SeasonParts = Readonly<Record<SeasonTable, Table | null>> & {
  readonly settings: unknown
  /** on which line of season.json each key is first written */
  readonly settingsLines: Readonly<Record<string, number>>
  readonly agreement: string | null
  readonly findings: readonly SeasonFinding[]
}

/** @param open what stands under a name; null where nothing does */
export async function readSeasonParts(open: (name: string) => Promise<Uint8Array | null>): Promise<SeasonParts> {
  const findings: SeasonFinding[] = []
  const read = async <Value>(file: string, parse: (content: Uint8Array) => Value | Promise<Value>, missing: SeasonFinding[]): Promise<Value | null> => {
    const content = await open(file)
    if (content) return Promise.resolve(content).then(parse).catch((error: unknown) => (findings.push(...findingsOf(error)), null))
    findings.push(...missing)
    return null
  }
  const settings = await read(SETTINGS_FILE, parseSettings, [absent(SETTINGS_FILE)])
  const tables: Record<SeasonTable, Table | null> = { schools: null, categories: null, catchment: null, materials: null, reasons: null }
  for (const name of SEASON_TABLES) {
    const [csv, xlsx] = [`${name}.csv`, `${name}.xlsx`]
    const isSheet = (await open(csv)) === null && (await open(xlsx)) !== null
    if (!isSheet && (await open(xlsx)) !== null) findings.push({ file: xlsx, line: 1, message: `和 ${csv} 只能留一个` })
    const file = isSheet ? xlsx : csv
    tables[name] = await read(file, (content) => tableFrom(file, content, { headedBy: SEASON_COLUMNS[name], unpacked: SEASON_LIMITS.bytes, rows: SEASON_LIMITS.rows }), OPTIONAL.includes(name) ? [] : [absent(csv)])
  }
  const agreement = await read(AGREEMENT_FILE, (content) => textOf(AGREEMENT_FILE, content), [])
  return { settings: settings?.settings ?? null, settingsLines: settings?.lines ?? {}, ...tables, agreement, findings }
}

function absent(file: string): SeasonFinding {
  return { file, line: 1, message: '缺少这个文件' }
}

function parseSettings(content: Uint8Array): { settings: unknown; lines: Record<string, number> } {
  const file = SETTINGS_FILE
  const text = textOf(file, content)
  const settings = parsed(file, text)
  if (depthOf(settings) > MOST_DEPTH) throw new TableFault([{ file, line: 1, message: `括号套了不止 ${MOST_DEPTH} 层，没有读` }])
  if (!isPlain(settings)) throw new TableFault([{ file, line: 1, message: '里面有空字符或不完整的字，请删去' }])
  return { settings, lines: keyLines(text) }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TableFault([{ file, line: faultLine(text, error), message: '不是合格的 JSON' }])
  }
}

/** What goes through settings from within calls itself once a level. */
const MOST_DEPTH = 50

/** How many objects and lists stand in each other, counted no further than matters. */
function depthOf(value: unknown, above = 0): number {
  if (typeof value !== 'object' || value === null || above > MOST_DEPTH) return above
  return Object.values(value).reduce((deepest: number, one) => Math.max(deepest, depthOf(one, above + 1)), above + 1)
}

/** Whether every text in it is one that can be kept: a database takes no NUL, and no half of a character. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, one]) => isPlain(key) && isPlain(one))
}

function textOf(file: string, content: Uint8Array): string {
  const text = decoded(file, content).replace(/^\uFEFF+/, '')
  if (text.includes('\0')) throw new TableFault([{ file, line: 1, message: '里面有空字符，请删去' }])
  return text
}

function decoded(file: string, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw new TableFault([{ file, line: 1, message: '不是 UTF-8 编码：请另存为 UTF-8' }])
  }
}

/** The line on which each key is first written, so that a finding can point at it. */
function keyLines(text: string): Record<string, number> {
  const lines: Record<string, number> = {}
  text.split('\n').forEach((line, index) => {
    for (const [, key] of line.matchAll(/"([^"\\]+)"\s*:/g)) if (key !== undefined) lines[key] ??= index + 1
  })
  return lines
}

function faultLine(text: string, error: unknown): number {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  return position === undefined ? text.trimEnd().split('\n').length : text.slice(0, Number(position)).split('\n').length
}

function findingsOf(error: unknown): readonly SeasonFinding[] {
  if (error instanceof TableFault) return error.findings
  throw error
}
