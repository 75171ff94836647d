import 'server-only'
import { log } from './log'

/** Does something every so often for as long as the process lives, never twice at once. What fails is tried again the next time. */
export function repeatedly(everyMs: number, what: string, work: () => Promise<unknown>): void {
  const round = async () => {
    try {
      await work()
    } catch (error) {
      log.warn({ what, code: error instanceof Error ? error.name : 'unknown' }, 'could not be done, will be tried again')
    }
    setTimeout(round, everyMs).unref()
  }
  setTimeout(round, everyMs).unref()
}
