import { parseArgs } from 'node:util'
import { importRegister } from '@/lib/commands/import-register'
import { publishSeason } from '@/lib/commands/publish-season'
import { db } from '@/lib/data/db'
import { REGISTER_KINDS, type RegisterKind } from '@/lib/domain/registers'
import { localInstant } from '@/lib/domain/season-window'
import { EnvError, getEnv } from '@/lib/env'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { readTable, TableFault } from '@/lib/files/tables'
import type { SeasonFinding } from '@/lib/rules'
import { refuse } from './streams/operator-command'
import { fromWhereAsked, printed } from './streams/season'

const USAGE = `usage: npm run import -- people|relations|properties|contracts FILE [--dry-run]
       npm run import -- season FOLDER [--dry-run] [--over VERSION]
`

/** All or nothing: a file with a bad line is reported line by line on stderr, and nothing of it is imported (rules.md). */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false }, over: { type: 'string' } } })
  const [kind, file, ...others] = positionals
  const register = REGISTER_KINDS.find((one) => one === kind)
  const over = values.over === undefined ? undefined : Number(values.over)
  if ((!register && kind !== 'season') || file === undefined || others.length > 0 || (over !== undefined && (register || !Number.isInteger(over)))) {
    process.stderr.write(USAGE)
    return 2
  }
  getEnv()
  const dryRun = values['dry-run']
  const place = fromWhereAsked(file)
  return register ? importOne(register, place, dryRun) : importSeason(place, dryRun, over)
}

async function importOne(kind: RegisterKind, file: string, dryRun: boolean): Promise<number> {
  const imported = await importRegister({ kind, table: await readTable(file), dryRun })
  if (!imported.ok) return refused(imported.failure.findings)
  const { read } = imported.value
  process.stdout.write(imported.value.written ? `${kind}: ${read} rows imported, ${imported.value.total} in the register\n` : `${kind}: ${read} rows are right, nothing was written (--dry-run)\n`)
  return 0
}

async function importSeason(folder: string, dryRun: boolean, over: number | undefined): Promise<number> {
  const { files, agreement, findings } = await readSeasonFolder(folder)
  if (!files || findings.length > 0) return refused(findings)
  const published = await publishSeason({ files, agreement, dryRun, over })
  if (!published.ok) return published.failure.code === 'BAD_SEASON' ? refused(published.failure.findings) : refuse(kept(published.failure), 1)
  const { county, year } = published.value
  const season = `season ${county}-${year}`
  const said = { checked: () => 'is right, nothing was written (--dry-run)', unchanged: (number: number) => `is version ${number} already`, published: (number: number) => `published as version ${number}` }
  process.stdout.write(`${season}: ${published.value.outcome === 'checked' ? said.checked() : said[published.value.outcome](published.value.number)}\n`)
  return 0
}

type Kept = Exclude<Extract<Awaited<ReturnType<typeof publishSeason>>, { ok: false }>['failure'], { code: 'BAD_SEASON' }>

/** Why the version that stands was kept, and what replaces it all the same. */
function kept(failure: Kept): string {
  if (failure.code === 'SEASON_RESULTS_OUT') return 'the results of this season are out: its window stands, and every school on a notice of admission; nothing was imported\n'
  if (failure.code === 'SEASON_DRAW_STANDS') return 'the season has closed: the draw that gives the seed (allocation.draw) stands as families were told; nothing was imported\n'
  const { number, closesAt, wouldClose } = failure
  const why = failure.code === 'TWO_OFFICERS_STAND' ? 'was published by two administrators in the console' : 'closes later, and families were told so'
  return `version ${number} ${why}; nothing was imported\n  it closes at    ${written(closesAt)}\n  the folder at   ${written(wouldClose)}\nExport it in the console (导出文件夹) and change that; --over ${number} replaces it by this folder.\n`
}

const written = (at: number): string => `${localInstant(at).replace('T', ' ')} (Asia/Shanghai)`

function refused(findings: readonly SeasonFinding[]): number {
  for (const finding of findings) process.stderr.write(`${printed(finding)}\n`)
  process.stderr.write(`${findings.length} findings; nothing was imported\n`)
  return 1
}

/** One sentence for the operator. What a database says may quote a row, so that only its code is repeated. */
function explain(error: unknown): string {
  if (error instanceof EnvError) return `${error.message}\n`
  if (!(error instanceof Error)) return 'the import failed\n'
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'EISDIR') return `${error.message}\n`
  if (code.startsWith('ERR_PARSE_ARGS')) return USAGE
  if (code === 'ECONNREFUSED' || code === 'P1001' || code === 'P1003') return 'the database does not answer: is the platform running (npm start)?\n'
  return `the import failed (${code || error.name}); nothing was imported\n`
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof TableFault) process.exitCode = refused(error.findings)
  else {
    process.stderr.write(explain(error))
    process.exitCode = 2
  }
} finally {
  await db().$disconnect().catch(() => undefined)
}
