/** The tables of a season's folder, in the order in which an officer goes through them. */
export const SEASON_TABLES = ['schools', 'catchment', 'categories', 'materials', 'reasons'] as const
export type SeasonTable = (typeof SEASON_TABLES)[number]

export function isSeasonTable(name: string): name is SeasonTable {
  return SEASON_TABLES.some((one) => one === name)
}

export const SETTINGS_FILE = 'season.json'
export const AGREEMENT_FILE = 'agreement.md'

/** The part of the folder that a file belongs to, whichever format it has; null for a file that no season has. */
export function partOf(file: string): SeasonTable | 'settings' | 'agreement' | null {
  if (file === SETTINGS_FILE) return 'settings'
  if (file === AGREEMENT_FILE) return 'agreement'
  const [, name = ''] = /^(.+)\.(?:csv|xlsx)$/i.exec(file) ?? []
  return isSeasonTable(name) ? name : null
}
