import 'server-only'
import { notFound } from 'next/navigation'

/**
 * A browser posts a form to an action, and where it shows its faults the state that it had before. Whoever posts by hand posts
 * anything, and to that there is nothing here.
 */
export function refuseForged(form: unknown, state: unknown = {}): void {
  if (!(form instanceof FormData) || typeof state !== 'object' || state === null) notFound()
}
