import { parseArgs } from 'node:util'
import { readClock } from '@/lib/clock'
import { eraseFamilies, listFamiliesToErase, type EraseFailure } from '@/lib/commands/erase-families'
import { eraseRegisters } from '@/lib/commands/erase-registers'
import type { Erasable } from '@/lib/data/erasure'
import { getEnv } from '@/lib/env'
import { shanghaiDay } from '@/lib/domain/shanghai-day'
import { refuse, runCommand } from './streams/operator-command'
import { endWithReader } from './streams/season'

const USAGE = `usage: npm run --silent erase -- --season COUNTY-YEAR [--scope drafts|families] [--dry-run]
       npm run --silent erase -- --registers [--dry-run]
`
const SCOPES = ['drafts', 'families'] as const

/** What the season keeps no longer: listed, then erased, then searched for. A dry run only lists. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { season: { type: 'string' }, scope: { type: 'string', default: 'families' }, registers: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } } })
  const [, county, year] = /^(\d{6})-(\d{4})$/.exec(values.season ?? '') ?? []
  const scope = SCOPES.find((one) => one === values.scope)
  getEnv()
  if (values.registers && values.season === undefined) return registers(values['dry-run'])
  if (!county || !year || !scope || values.registers) return refuse(USAGE, 2)
  const asked = { county, year: Number(year), scope, now: await readClock(), onFamily: tell }
  return values['dry-run'] ? list(asked) : erase(asked)
}

/** One line a registration: its id, how it stands, its receipts, its files. Nothing of the family. */
function tell({ id, status, receiptNumbers, files }: Erasable): void {
  process.stdout.write(`${[id, status, receiptNumbers.join(' ') || '-', `${files} files`].join('\t')}\n`)
}

type Asked = Parameters<typeof eraseFamilies>[0]

async function list(asked: Asked): Promise<number> {
  const listed = await listFamiliesToErase(asked)
  if (!listed.ok) return explain(listed.failure)
  process.stderr.write(`${listed.value.applications} registrations with ${listed.value.files} files, and ${listed.value.neverBegan} who signed in and never began, would be erased; nothing was (--dry-run)\n`)
  return 0
}

async function erase(asked: Asked): Promise<number> {
  const erased = await eraseFamilies(asked)
  if (!erased.ok) return explain(erased.failure)
  const { applications, persons, neverBegan, files, proof } = erased.value
  process.stderr.write(`erased: ${applications} registrations, ${persons} persons (${neverBegan} of them signed in and never began), ${files} files\n`)
  process.stderr.write(`searched ${proof.columns} columns for ${proof.numbers} numbers and the storage for ${proof.objects} files: nothing is left\n`)
  return 0
}

async function registers(dryRun: boolean): Promise<number> {
  const erased = await eraseRegisters({ now: await readClock(), dryRun })
  if (!erased.ok) return explain(erased.failure)
  process.stderr.write(`${Object.entries(erased.value).map(([register, rows]) => `${register} ${rows}`).join(', ')}: ${dryRun ? 'would be removed; nothing was (--dry-run)' : 'removed'}\n`)
  return 0
}

function explain(failure: EraseFailure): number {
  if (failure.code === 'NO_SEASON') return refuse('there is no such season\n', 1)
  if (failure.code === 'NOT_DUE') return refuse(`kept until ${shanghaiDay(failure.due)}: nothing was erased\n`, 1)
  return refuse(`erased, but still found in ${failure.proof.found.join(', ')}\n`, 3)
}

endWithReader()
await runCommand(main, USAGE, 'nothing more was erased')
