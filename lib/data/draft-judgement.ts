import 'server-only'
import { AGREEMENT_FILE, partOf, SETTINGS_FILE } from '@/lib/domain/season-draft'
import { readSeason, type Season, type SeasonFiles, type SeasonFinding, type Table } from '@/lib/rules'
import type { DraftContent, SeasonDraft } from './season-drafts'

export type DraftJudgement = {
  /** null while what is wrong leaves open what the county means */
  season: Season | null
  /** null while a table that a season needs is missing or cannot be read */
  files: SeasonFiles | null
  /** everything that keeps it from being published; of a file that could not be read why, and nothing else of it */
  findings: SeasonFinding[]
}

/**
 * What the rules say of a draft as it stands: the linter's findings beside what could not be read, a missing agreement,
 * and settings that are of another county or year than the draft: they would be published over that one's season.
 */
export function judgeDraft({ county, year, content }: Pick<SeasonDraft, 'county' | 'year' | 'content'>): DraftJudgement {
  const { season, findings } = readSeason(withStandIns(content), 'draft')
  const files = filesOf(content)
  return {
    season: files && season,
    files,
    findings: [
      ...content.unread,
      ...findings.filter(({ file }) => isThere(content, file)),
      ...(season ? strayFindings(season, { county, year }, content.settingsLines) : []),
      ...(content.agreement === null && content.unread.some(({ file }) => file === AGREEMENT_FILE) ? [] : agreementFindings(content.agreement)),
    ],
  }
}

/** What is missing has said so already; and without schools every row of the catchment would name an unknown one. */
function isThere(content: DraftContent, file: string): boolean {
  const part = partOf(file)
  if (part === 'settings') return content.settings !== null
  if (part === 'catchment') return content.catchment !== null && content.schools !== null
  return part !== null && content[part] !== null
}

/** The folder as the rules read it; null while it is not whole. */
export function filesOf({ settings, settingsLines, schools, categories, catchment, materials, reasons }: DraftContent): SeasonFiles | null {
  return schools && categories && catchment ? { settings, settingsLines, schools, categories, catchment, materials, reasons } : null
}

function withStandIns(content: DraftContent): SeasonFiles {
  const { settings, settingsLines, materials, reasons } = content
  const present = (name: 'schools' | 'categories' | 'catchment'): Table => content[name] ?? { file: `${name}.csv`, header: [], rows: [] }
  return { settings, settingsLines, schools: present('schools'), categories: present('categories'), catchment: present('catchment'), materials, reasons }
}

function strayFindings({ settings }: Season, { county, year }: Pick<SeasonDraft, 'county' | 'year'>, lines: Readonly<Record<string, number>>): SeasonFinding[] {
  return [
    ...(settings.county === county ? [] : [{ file: SETTINGS_FILE, line: lines.county ?? 1, message: `county 是 ${settings.county}，这份草稿是 ${county} 的` }]),
    ...(settings.year === year ? [] : [{ file: SETTINGS_FILE, line: lines.year ?? 1, message: `year 是 ${settings.year}，这份草稿是 ${year} 年的` }]),
  ]
}

/** Without an agreement a family could consent to nothing. */
export function agreementFindings(agreement: string | null): SeasonFinding[] {
  if (agreement !== null && agreement.trim() !== '') return []
  return [{ file: AGREEMENT_FILE, line: 1, message: agreement === null ? '缺少隐私协议，不能发布' : '隐私协议是空的，不能发布' }]
}
