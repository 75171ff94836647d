import path from 'node:path'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { readSeason, type Season } from '@/lib/rules'

export const DEMONSTRATION = path.join(import.meta.dirname, '../../prisma/seasons/360123-2023')

/** A season as the commands read it: from its folder, every file. Anything wrong with it fails the test at once. */
export async function seasonFrom(folder: string = DEMONSTRATION): Promise<Season> {
  const { files, findings, version } = await readSeasonFolder(folder)
  const read = files ? readSeason(files, version) : { season: null, findings: [] }
  const faults = [...findings, ...read.findings].map(({ file, line, message }) => `${file}:${line}: ${message}`)
  if (!read.season || faults.length > 0) throw new Error(`${folder} has faults\n${faults.join('\n')}`)
  return read.season
}
