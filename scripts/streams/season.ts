import path from 'node:path'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { readSeason, type Season, type SeasonFinding } from '@/lib/rules'

/** The season of a folder with everything that is wrong in it. */
export async function seasonOf(folder: string): Promise<{ season: Season | null; findings: readonly SeasonFinding[] }> {
  const { files, findings, version } = await readSeasonFolder(fromWhereAsked(folder))
  if (!files) return { season: null, findings }
  const read = readSeason(files, version)
  return { season: read.season, findings: [...findings, ...read.findings] }
}

/** npm runs scripts in the package's folder; people mean the folder in which they typed. */
export function fromWhereAsked(folder: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), folder)
}

/** A season to work with, or null after telling on stderr why there is none. */
export async function seasonOrReasons(folder: string): Promise<Season | null> {
  const { season, findings } = await seasonOf(folder)
  if (!season) process.stderr.write(findings.map((finding) => `${printed(finding)}\n`).join(''))
  return season
}

export function printed(finding: SeasonFinding): string {
  return `${finding.file}:${finding.line}: ${finding.message.replace(/\s*\n\s*/g, ' ')}`
}

/** A reader that went away (`| head`) ends the command quietly. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
