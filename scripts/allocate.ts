import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readClock } from '@/lib/clock'
import { exportAllocation } from '@/lib/commands/export-allocation'
import { replayAllocation } from '@/lib/commands/replay-allocation'
import { runAllocation } from '@/lib/commands/run-allocation'
import { drawSeed } from '@/lib/data/allocation-outcome'
import { seedText } from '@/lib/domain/allocation'
import { readBundleFiles } from '@/lib/files/allocation-bundle'
import { table } from './start/terminal'
import { refuse, runCommand } from './streams/operator-command'
import { fromWhereAsked } from './streams/season'

const USAGE = `usage: npm run --silent allocate -- --season COUNTY-YEAR [--seed TEXT] [--out DIR]
       npm run --silent allocate -- --replay DIR|FILE.zip
`

/** What a refusal means to whoever typed the command. */
const REFUSALS = {
  NO_SEASON: 'there is no such season',
  ALLOCATION_NOT_CLOSED: 'the season has not closed yet',
  ALLOCATION_PUBLISHED: 'the result of this season is published; its bundle is in the console',
  ALLOCATION_NOBODY: 'nobody has submitted',
  ALLOCATION_CAPACITY_MISSING: 'the county has not said how many seats there are in',
  ALLOCATION_SCHOOL_UNKNOWN: 'the published season does not have the pre-allocated schools',
  ALLOCATION_CATEGORY_UNKNOWN: 'the published category table does not have the rows',
} as const

/** A trial run of the season, or the same run where there is one already, as a folder; nobody outside the county sees anything of it. */
async function allocate(season: string, typed: string | undefined, out: string | undefined): Promise<number> {
  const [, county, year] = /^(\d{6})-(\d{4})$/.exec(season) ?? []
  const seed = seedText.safeParse(typed ?? drawSeed())
  if (!county || !year || !seed.success) return refuse(USAGE, 2)
  const made = await runAllocation({ actor: null, county, year: Number(year), seed: seed.data, now: await readClock() })
  if (!made.ok) return refuse(`${[REFUSALS[made.failure.code], ...('of' in made.failure ? made.failure.of : [])].join(' ')}\n`, 1)
  const exported = await exportAllocation({ actor: null, county, runId: made.value.runId })
  if (!exported.ok) return refuse('the run is not there any more\n', 1)
  const folder = fromWhereAsked(out ?? exported.value.name)
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of exported.value.files) await writeFile(path.join(folder, name), bytes)
  process.stdout.write(`run ${made.value.number}, seed ${seed.data}\n${folder}\n`)
  return 0
}

/** Whether a bundle's decisions are what its inputs and its seed come to; without any database. */
async function replay(at: string): Promise<number> {
  const replayed = replayAllocation(await readBundleFiles(fromWhereAsked(at)))
  if (!replayed.ok) return refuse('this is no bundle of an allocation, or a file of it is missing or damaged\n', 1)
  const { candidates, decisionsHash, files } = replayed.value
  const agree = files.every((file) => file.agrees)
  process.stdout.write(`${table([['file', 'byte by byte'], ...files.map(({ name, agrees }) => [name, agrees ? 'agrees' : 'DIFFERS'])]).join('\n')}\n`)
  process.stdout.write(`${candidates} decisions worked out again, SHA-256 ${decisionsHash}\n`)
  return agree ? 0 : refuse('the bundle is not what its inputs and its seed come to\n', 1)
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const
  const { season, seed, out, replay: bundle } = parseArgs({ options: { season: text, seed: text, out: text, replay: text } }).values
  if (bundle !== undefined) return season === undefined && seed === undefined && out === undefined ? replay(bundle) : refuse(USAGE, 2)
  return season === undefined ? refuse(USAGE, 2) : allocate(season, seed, out)
}

await runCommand(main, USAGE, 'nothing was allocated')
