import 'server-only'
import { db } from '@/lib/data/db'
import { log } from '@/lib/log'
import { sealAudit } from './seal'

/** Seals every so often for as long as the process lives. A database that is away is tried again the next time. */
export function startSealing(everyMs: number): void {
  const round = async () => {
    try {
      await sealAudit(db())
    } catch (error) {
      log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'audit events could not be sealed')
    }
    setTimeout(round, everyMs).unref()
  }
  setTimeout(round, everyMs).unref()
}
