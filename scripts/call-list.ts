import { parseArgs } from 'node:util'
import { readClock } from '@/lib/clock'
import { exportCallList } from '@/lib/commands/export-call-list'
import { CALL_COLUMNS, unfinishedWords } from '@/lib/copy/call-list'
import { csvText } from '@/lib/files/csv-text'
import { refuse, runCommand } from './streams/operator-command'
import { endWithReader } from './streams/season'

const USAGE = 'usage: npm run --silent call-list -- --county CODE [--within-hours HOURS] > calls.csv\n'
const HOUR_MS = 60 * 60 * 1000

/** Whom a county calls before the close, as CSV on stdout and nowhere else: names and phones are not left in a file by us. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { county: { type: 'string' }, 'within-hours': { type: 'string' } } })
  const hours = values['within-hours'] === undefined ? null : Number(values['within-hours'])
  if (!values.county || (hours !== null && !(hours > 0))) return refuse(USAGE, 2)
  const listed = await exportCallList({ county: values.county, withinMs: hours === null ? null : hours * HOUR_MS, now: await readClock() })
  if (listed.ok) {
    process.stdout.write(csvText([CALL_COLUMNS, ...listed.value.map((call) => [call.child, call.guardianName, call.phone ?? '', unfinishedWords(call.unfinished), call.schools.join('或')])]))
    process.stderr.write(`${listed.value.length} families to call\n`)
    return 0
  }
  const { failure } = listed
  if (failure.code === 'NOT_YET') return refuse(`the season of ${values.county} closes in ${Math.ceil(failure.leftMs / HOUR_MS)} hours; nobody is called yet\n`, 1)
  return refuse(failure.code === 'NO_SEASON' ? `there is no season of ${values.county}\n` : `the season of ${values.county} is not open\n`, 1)
}

endWithReader()
await runCommand(main, USAGE, 'the list could not be made')
