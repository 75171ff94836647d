import 'server-only'
import { notFound } from 'next/navigation'
import { withoutHidden } from '@/lib/domain/typed-text'

/**
 * A browser posts a form to an action, and where it shows its faults the state that it had before. Whoever posts by hand posts
 * anything, and to that there is nothing here.
 */
export function refuseForged(form: unknown, state: unknown = {}): void {
  if (!(form instanceof FormData) || typeof state !== 'object' || state === null) notFound()
}

/** What a guardian's form says, field by field: nothing of the framework's own, and nothing in it that nobody sees. */
export function typedOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, withoutHidden(value)]] : [])))
}
