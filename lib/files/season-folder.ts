import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SeasonFiles, SeasonFinding, Table } from '@/lib/rules'
import { TableFault } from './fault'
import { tableFrom } from './tables'

export type SeasonFolder = {
  /** null when a file that a season needs is missing or cannot be read */
  files: SeasonFiles | null
  /** the privacy agreement; without it a season cannot be published */
  agreement: string | null
  /** what kept files from being read; what stands in them, `readSeason` judges */
  findings: SeasonFinding[]
  /** hash of the files' contents: the version of a season that was not published */
  version: string
}

const TABLES = ['schools', 'categories', 'catchment', 'materials', 'reasons'] as const
const OPTIONAL: readonly string[] = ['materials', 'reasons']

/** Reads a season's folder: `season.json`, the tables as .csv or .xlsx, and `agreement.md` if it is there. */
export async function readSeasonFolder(folder: string): Promise<SeasonFolder> {
  const findings: SeasonFinding[] = []
  const hash = createHash('sha256')
  const open = async (name: string) => {
    const content = await readFile(path.join(folder, name)).catch(absent)
    if (content) hash.update(`${name}\0${content.length}\0`).update(content)
    return content
  }

  const settings = await open('season.json')
  const parsed = settings ? parseSettings(settings.toString('utf8')) : { settings: null, lines: {}, fault: { line: 1, message: '缺少这个文件' } }
  if (parsed.fault) findings.push({ file: 'season.json', ...parsed.fault })

  const tables = new Map<string, Table>()
  for (const name of TABLES) {
    const [csv, xlsx] = [await open(`${name}.csv`), await open(`${name}.xlsx`)]
    if (csv && xlsx) findings.push({ file: `${name}.xlsx`, line: 1, message: `和 ${name}.csv 只能留一个` })
    const file = csv ? `${name}.csv` : `${name}.xlsx`
    const content = csv ?? xlsx
    if (content) await tableFrom(file, content).then((table) => tables.set(name, table), (error: unknown) => findings.push(...findingsOf(error)))
    else if (!OPTIONAL.includes(name)) findings.push({ file: `${name}.csv`, line: 1, message: '缺少这个文件' })
  }

  const agreement = await open('agreement.md')
  const [schools, categories, catchment] = [tables.get('schools'), tables.get('categories'), tables.get('catchment')]
  const complete = parsed.fault === null && schools && categories && catchment
  return {
    files: complete
      ? {
          settings: parsed.settings,
          settingsLines: parsed.lines,
          schools,
          categories,
          catchment,
          materials: tables.get('materials') ?? null,
          reasons: tables.get('reasons') ?? null,
        }
      : null,
    agreement: agreement ? withoutMark(agreement.toString('utf8')) : null,
    findings,
    version: hash.digest('hex').slice(0, 16),
  }
}

type ParsedSettings = { settings: unknown; lines: Record<string, number>; fault: { line: number; message: string } | null }

function parseSettings(text: string): ParsedSettings {
  const plain = withoutMark(text)
  try {
    const settings: unknown = JSON.parse(plain)
    return { settings, lines: keyLines(plain), fault: null }
  } catch (error) {
    return { settings: null, lines: {}, fault: { line: faultLine(plain, error), message: '不是合格的 JSON' } }
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

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
  throw error
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
