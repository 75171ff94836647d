import { parseArgs } from 'node:util'
import { importRegister } from '@/lib/commands/import-register'
import { publishSeason } from '@/lib/commands/publish-season'
import { db } from '@/lib/data/db'
import { REGISTER_KINDS, type RegisterKind } from '@/lib/domain/registers'
import { EnvError, getEnv } from '@/lib/env'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { readTable, TableFault } from '@/lib/files/tables'
import type { SeasonFinding } from '@/lib/rules'
import { fromWhereAsked, printed } from './streams/season'

const USAGE = 'usage: npm run import -- people|relations|properties|contracts|season FILE [--dry-run]\n'

/** All or nothing: a file with a bad line is reported line by line on stderr, and nothing of it is imported (rules.md). */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } })
  const [kind, file, ...others] = positionals
  const register = REGISTER_KINDS.find((one) => one === kind)
  if ((!register && kind !== 'season') || file === undefined || others.length > 0) {
    process.stderr.write(USAGE)
    return 2
  }
  getEnv()
  const dryRun = values['dry-run']
  const place = fromWhereAsked(file)
  return register ? importOne(register, place, dryRun) : importSeason(place, dryRun)
}

async function importOne(kind: RegisterKind, file: string, dryRun: boolean): Promise<number> {
  const imported = await importRegister({ kind, table: await readTable(file), dryRun })
  if (!imported.ok) return refused(imported.failure.findings)
  const { read } = imported.value
  process.stdout.write(imported.value.written ? `${kind}: ${read} rows imported, ${imported.value.total} in the register\n` : `${kind}: ${read} rows are right, nothing was written (--dry-run)\n`)
  return 0
}

async function importSeason(folder: string, dryRun: boolean): Promise<number> {
  const { files, agreement, findings } = await readSeasonFolder(folder)
  if (!files || findings.length > 0) return refused(findings)
  const published = await publishSeason({ files, agreement, dryRun })
  if (!published.ok) return refused(published.failure.findings)
  const { county, year } = published.value
  const season = `season ${county}-${year}`
  const said = { checked: () => 'is right, nothing was written (--dry-run)', unchanged: (number: number) => `is version ${number} already`, published: (number: number) => `published as version ${number}` }
  process.stdout.write(`${season}: ${published.value.outcome === 'checked' ? said.checked() : said[published.value.outcome](published.value.number)}\n`)
  return 0
}

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
