import { monitorEventLoopDelay } from 'node:perf_hooks'
import { orRefusal, Refusal } from '@/scripts/database/refusal'
import { openPlace } from './place'

/**
 * `npm run bench:what-if`, after `npm run seed:load`: a draft that moves a school's rows to another one is tried on all of
 * those families, as a server tries it. How many a second, and how long whoever asked for a page meanwhile had to wait.
 */
const COUNTY = '360123'

async function main(): Promise<void> {
  const place = await openPlace('as-it-is')
  try {
    // The data functions read the configuration, which says where the load is only from here on.
    const [{ aStaffMember }, { aTriedDraft, redrawn }, { startSimulation }, { runSimulations }, { findFinishedSimulation }, { readClock }, { db }] = await Promise.all([
      import('../support/staff'), import('../support/tried-draft'), import('@/lib/commands/start-simulation'), import('@/lib/commands/run-simulations'), import('@/lib/data/simulations'), import('@/lib/clock'), import('@/lib/data/db'),
    ])
    const admin = await aStaffMember('admin', { county: COUNTY })
    const draftId = await aTriedDraft(admin, redrawn({ 'YF-03': 'SX', 'YF-05': null, 'LJ-01': 'YF' }))
    const started = await startSimulation({ actor: admin, draftId, year: 2023, drafts: true, against: 'submitted' })
    if (!started.ok) throw new Refusal(started.failure.code)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const since = performance.now()
    delay.enable()
    await runSimulations({ now: await readClock() })
    delay.disable()
    const seconds = (performance.now() - since) / 1000
    const run = await findFinishedSimulation(admin, draftId)
    if (!run) throw new Refusal('the run came to nothing')
    const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1)
    process.stdout.write(`${run.done} registrations in ${seconds.toFixed(1)} s, ${Math.round(run.done / seconds)} a second; ${run.result.families} families, ${run.result.changed.any} change, ${run.result.changed.lost} lose their school\n`)
    process.stdout.write(`who asks meanwhile waits ${ms(delay.percentile(50))} ms (median), ${ms(delay.percentile(99))} ms (99 of 100), ${ms(delay.max)} ms at most\n`)
    await db().$disconnect()
  } finally {
    await place.close()
  }
}

await orRefusal(main)
