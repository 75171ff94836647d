const SEAL_EVERY_MS = 5_000

/** What a server does beside its requests: it writes down who its peers are, and seals the audit log in short batches. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getEnv }, { notePeers }, { startSealing }] = await Promise.all([import('@/lib/env'), import('@/lib/auth/peer-address'), import('@/lib/audit/sealing')])
  getEnv()
  notePeers()
  startSealing(SEAL_EVERY_MS)
}
