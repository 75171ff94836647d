import 'server-only'
import type { Answer } from '@/lib/domain/findings'

const FAILURES = 5
const OPEN_MS = 10_000

export type Breaker = <Value>(question: () => Promise<Answer<Value>>) => Promise<Answer<Value>>

/**
 * Spares families the wait for a register that is down: after five questions in a row that were late or refused it
 * answers `unavailable` at once for ten seconds, then lets one question through to see.
 * Rubbish does not count: it comes quickly, and may concern one child only.
 * @param now milliseconds of a clock that never goes back
 */
export function breaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0
  let openUntil = 0
  let probing = false
  return async (question) => {
    const open = failures >= FAILURES
    if (open && (probing || now() < openUntil)) return { outcome: 'unavailable', why: 'refused' }
    if (open) probing = true
    try {
      const answer = await question()
      const failed = answer.outcome === 'unavailable' && answer.why !== 'invalid'
      failures = failed ? failures + 1 : 0
      if (failures >= FAILURES) openUntil = now() + OPEN_MS
      return answer
    } finally {
      if (open) probing = false
    }
  }
}
