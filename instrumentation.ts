const SOON_MS = 2_000
const OFTEN_MS = 5_000
const A_MINUTE_MS = 60_000
const SOMETIMES_MS = 10 * 60_000
const LOOKS_A_WALK = 10

/**
 * What a server does beside its requests: it writes down who its peers are, keeps out what no page of ours would ask, turns away
 * whom it cannot serve in time, seals the audit log and writes the seal down elsewhere, sends what waits in the outbox, reminds
 * families before the close, works out listings that are older than their application, folds what counts them, asks registers
 * again that say something new of a draft, tries drafts of seasons, and sweeps what uploads, sessions and counters left behind.
 * Every server of an installation does; the database sees to it that nothing is done twice.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getEnv }, { notePeers }, { keepTheEdge }, { turnAwayInARush }, { repeatedly }, { sealAudit }, { noteNewestSeal }, { db }, { readClock }, { deliverMessages }, { remindFamilies }, { sweepMaterials }, { sweepSessions }, { refreshListings }, { foldListingCounts }, { askTouched }, { runSimulations }] = await Promise.all([
    import('@/lib/env'),
    import('@/lib/auth/peer-address'),
    import('@/lib/edge'),
    import('@/lib/turn-away'),
    import('@/lib/repeatedly'),
    import('@/lib/audit/seal'),
    import('@/lib/audit/noted-seals'),
    import('@/lib/data/db'),
    import('@/lib/clock'),
    import('@/lib/commands/deliver-messages'),
    import('@/lib/commands/remind-families'),
    import('@/lib/commands/sweep-materials'),
    import('@/lib/commands/sweep-sessions'),
    import('@/lib/commands/refresh-listings'),
    import('@/lib/data/listing-counts'),
    import('@/lib/commands/ask-touched'),
    import('@/lib/commands/run-simulations'),
  ])
  getEnv()
  notePeers()
  keepTheEdge()
  turnAwayInARush()
  repeatedly(OFTEN_MS, 'seal-audit', async () => {
    await sealAudit(db())
    await noteNewestSeal(db())
  })
  repeatedly(OFTEN_MS, 'deliver-messages', async () => deliverMessages({ now: (await readClock()).real }))
  repeatedly(OFTEN_MS, 'ask-touched', async () => askTouched({ now: await readClock() }))
  repeatedly(SOON_MS, 'run-simulations', async () => runSimulations({ now: await readClock() }))
  // Through all that there is at the start and every so often; in between, what a new version of a season has made old.
  let looks = 0
  repeatedly(A_MINUTE_MS, 'refresh-listings', async () => refreshListings({ now: await readClock(), draftsOnly: looks++ % LOOKS_A_WALK > 0 }))
  repeatedly(A_MINUTE_MS, 'fold-counts', foldListingCounts)
  repeatedly(A_MINUTE_MS, 'remind-families', async () => remindFamilies({ now: await readClock() }))
  repeatedly(SOMETIMES_MS, 'sweep-sessions', async () => sweepSessions({ now: await readClock() }))
  repeatedly(SOMETIMES_MS, 'sweep-materials', async () => sweepMaterials({ now: await readClock() }))
}
