import { sweepMaterials } from '@/lib/commands/sweep-materials'
import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'

/** `npm run sweep-materials`: what the server does every ten minutes, once and now. */
async function main(): Promise<void> {
  const { rows, objects, incoming } = await sweepMaterials({ now: await readClock() })
  process.stdout.write(`removed: ${rows} materials and scans that were never sent, ${objects} stored objects without a row, ${incoming} unfinished uploads\n`)
  await db().$disconnect()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
