import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SETTINGS_FILE } from '@/lib/domain/season-draft'
import type { SeasonFiles, SeasonFinding } from '@/lib/rules'
import { readSeasonParts } from './season-parts'

export type SeasonFolder = {
  /** null when a file that a season needs is missing or cannot be read */
  files: SeasonFiles | null
  /** the privacy agreement; without it a season cannot be published */
  agreement: string | null
  /** what kept files from being read; what stands in them, `readSeason` judges */
  findings: readonly SeasonFinding[]
  /** hash of the files' contents: the version of a season that was not published */
  version: string
}

/** Reads a season's folder: `season.json`, the tables as .csv or .xlsx, and `agreement.md` if it is there. */
export async function readSeasonFolder(folder: string): Promise<SeasonFolder> {
  const opened = new Map<string, Buffer | null>()
  const open = async (name: string) => {
    const content = opened.get(name) ?? (await readFile(path.join(folder, name)).catch(absent))
    opened.set(name, content)
    return content
  }
  const { settings, settingsLines, schools, categories, catchment, materials, reasons, agreement, findings } = await readSeasonParts(open)
  const hash = createHash('sha256')
  for (const [name, content] of opened) if (content) hash.update(`${name}\0${content.length}\0`).update(content)
  const complete = schools && categories && catchment && !findings.some(({ file }) => file === SETTINGS_FILE)
  return {
    files: complete ? { settings, settingsLines, schools, categories, catchment, materials, reasons } : null,
    agreement,
    findings,
    version: hash.digest('hex').slice(0, 16),
  }
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
  throw error
}
