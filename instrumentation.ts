const SEAL_EVERY_MS = 5_000
const SWEEP_EVERY_MS = 10 * 60_000

/** What a server does beside its requests: it writes down who its peers are, seals the audit log in short batches, and sweeps what uploads left behind. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getEnv }, { notePeers }, { startSealing }, { startSweeping }] = await Promise.all([
    import('@/lib/env'), import('@/lib/auth/peer-address'), import('@/lib/audit/sealing'), import('@/lib/commands/sweep-materials'),
  ])
  getEnv()
  notePeers()
  startSealing(SEAL_EVERY_MS)
  startSweeping(SWEEP_EVERY_MS)
}
