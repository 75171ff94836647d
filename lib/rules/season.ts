import { readCategories, type CategoryRow } from './categories'
import { compileCatchment, lintCatchment, readCatchment, type Catchment, type CatchmentRow } from './catchment/catchment'
import { compileCategories, hiddenRows, type Decisions } from './decisions'
import { readMaterials, readReasons, type Material, type Reason } from './materials'
import { readSchools, type School } from './schools'
import { readSettings, type Settings } from './settings'
import type { SeasonFinding, Table } from './table'

/** The files of a season, read but not yet judged. */
export type SeasonFiles = {
  /** season.json, parsed */
  readonly settings: unknown
  /** on which line of season.json a key stands, where the reader knows */
  readonly settingsLines?: Readonly<Record<string, number>>
  readonly schools: Table
  readonly categories: Table
  readonly catchment: Table
  readonly materials: Table | null
  readonly reasons?: Table | null
}

/** One county and one school year, compiled for `determine`. It never changes. */
export type Season = {
  /** the published version, or a hash of the files */
  readonly version: string
  readonly settings: Settings
  readonly schools: readonly School[]
  readonly categories: readonly CategoryRow[]
  readonly catchmentRows: readonly CatchmentRow[]
  readonly materials: readonly Material[]
  readonly reasons: readonly Reason[]
  readonly catchment: Catchment
  readonly decisions: Decisions
}

/**
 * Compiles a season and lists everything that is wrong with it. `season` is null when what is wrong leaves open what
 * the county meant; a fault such as two rows that overlap does not, yet nothing with a finding may be published.
 */
export function readSeason(files: SeasonFiles, version: string): { season: Season | null; findings: SeasonFinding[] } {
  const { settings, findings: ofSettings } = readSettings(files.settings, files.settingsLines)
  const { schools, findings: ofSchools } = readSchools(files.schools)
  const { categories, findings: ofCategories } = readCategories(files.categories)
  const { rows, findings: ofCatchment } = readCatchment(files.catchment, schools.map((school) => school.code))
  const { materials, findings: ofMaterials } = files.materials ? readMaterials(files.materials) : { materials: [], findings: [] }
  const { reasons, findings: ofReasons } = files.reasons ? readReasons(files.reasons) : { reasons: [], findings: [] }
  const findings = [
    ...ofSettings,
    ...(settings ? neighbourFindings(settings, schools, files.settingsLines?.allocation ?? 1) : []),
    ...ofSchools,
    ...ofCategories,
    ...hiddenFindings(files.categories.file, categories),
    ...[...ofCatchment, ...lintCatchment(rows, files.catchment.file)].toSorted((one, other) => one.line - other.line),
    ...ofMaterials,
    ...ofReasons,
  ]
  if (!settings || ofCategories.length > 0 || ofCatchment.length > 0) return { season: null, findings }
  const catchment = compileCatchment(rows, settings)
  const season = { version, settings, schools, categories, catchmentRows: rows, materials, reasons, catchment, decisions: compileCategories(categories) }
  return { season, findings }
}

/** The list of neighbours names schools of this season, and no school itself. */
function neighbourFindings({ allocation: { neighbours } }: Settings, schools: readonly School[], line: number): SeasonFinding[] {
  const isSchool = (code: string) => schools.some((school) => school.code === code)
  return Object.entries(neighbours).flatMap(([code, others]) => {
    const unknown = [code, ...others].filter((one) => !isSchool(one))
    const messages = [...unknown.map((one) => `没有代码为「${one}」的学校`), ...(others.includes(code) ? [`学校 ${code} 不能是自己的相邻学校`] : [])]
    return messages.map((message) => ({ file: 'season.json', line, message: `allocation.neighbours：${message}` }))
  })
}

function hiddenFindings(file: string, categories: readonly CategoryRow[]): SeasonFinding[] {
  return hiddenRows(categories).map(({ row, behind }) => {
    const rows = behind.map((one) => `${one.row}（第 ${one.line} 行）`).join('、')
    const message = behind.length > 0 ? `${row.row} 永远用不上：前面的 ${rows} 已经包括了它` : `${row.row} 永远用不上：它的条件互相矛盾，ground 只用于 NO_VALID_MATERIALS`
    return { file, line: row.line, message }
  })
}
