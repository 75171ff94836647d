import { parseArgs } from 'node:util'
import { DEMONSTRATION_MORNING, rewindClock } from '@/lib/commands/rewind-clock'
import { writtenInstant } from '@/lib/domain/season-window'
import { refuse, runCommand } from './streams/operator-command'

const USAGE = "usage: npm run rewind-clock [-- --to '2023-08-25 09:00']\n"

/** The demonstration's season clock is 2023-08-16 09:00 again, or the time in Shanghai that was asked for, and goes on from there. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  const to = values.to === undefined ? DEMONSTRATION_MORNING : writtenInstant(values.to.replace(' ', 'T'))
  if (to === null) return refuse(USAGE, 2)
  const set = await rewindClock({ onlyFirst: false, to: Date.parse(to) })
  if (!set.ok) return refuse('rewind-clock: this is production, whose clock is never set\n', 1)
  process.stdout.write(`The season's clock is ${to}.\n`)
  return 0
}

await runCommand(main, USAGE, 'the clock was not set')
