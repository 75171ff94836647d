import { importRegister } from '@/lib/commands/import-register'
import { publishSeason } from '@/lib/commands/publish-season'
import { rewindClock } from '@/lib/commands/rewind-clock'
import { isDemonstration } from '@/lib/env'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { readTable } from '@/lib/files/tables'
import { DEMONSTRATION_SEASONS, DEMONSTRATION_TABLES } from './demonstration-data'

/**
 * The two counties' seasons, the clock's first morning, and the registers of the demonstration families. Each part leaves
 * alone what is already there, so that a second start loses nothing.
 * @throws outside the demonstration, and when a file of it is wrong
 */
export async function loadDemonstration(): Promise<void> {
  if (!isDemonstration()) throw new Error('demonstration families are never loaded into production')
  for (const folder of DEMONSTRATION_SEASONS) {
    const { files, agreement, findings } = await readSeasonFolder(folder)
    if (!files) throw new Error(`the season in ${folder}: ${lines(findings)}`)
    const published = await publishSeason({ files, agreement, unlessKnown: true })
    if (published.ok) continue
    // What its administrators made of the season meanwhile stands.
    const { failure } = published
    if (failure.code === 'BAD_SEASON') throw new Error(`the season in ${folder}: ${lines(failure.findings)}`)
  }
  const clock = await rewindClock({ onlyFirst: true })
  if (!clock.ok) throw new Error(clock.failure.code)
  for (const { kind, file } of DEMONSTRATION_TABLES) {
    const imported = await importRegister({ kind, table: await readTable(file), unlessKnown: true })
    if (!imported.ok) throw new Error(`the demonstration's ${kind}: ${lines(imported.failure.findings)}`)
  }
}

function lines(findings: readonly { file: string; line: number; message: string }[]): string {
  return findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n')
}
