import { DEMONSTRATION_MORNING, rewindClock } from '@/lib/commands/rewind-clock'
import { db } from '@/lib/data/db'
import { EnvError } from '@/lib/env'

/** `npm run rewind-clock`: the demonstration's season clock is 2023-08-16 09:00 again, and goes on from there. */
async function main(): Promise<void> {
  const rewound = await rewindClock({ onlyFirst: false })
  if (!rewound.ok) throw new EnvError('rewind-clock: this is production, whose clock is never set')
  process.stdout.write(`The season's clock is ${DEMONSTRATION_MORNING} again.\n`)
  await db().$disconnect()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
