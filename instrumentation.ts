const SEAL_EVERY_MS = 5_000

/** Beside the requests, in the server's process: the audit log is sealed in short batches, never within a submit. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getEnv }, { startSealing }] = await Promise.all([import('@/lib/env'), import('@/lib/audit/sealing')])
  getEnv()
  startSealing(SEAL_EVERY_MS)
}
