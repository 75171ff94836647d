import { z } from 'zod'
import { caseNarrowing, type CaseNarrowing } from '@/lib/domain/case-filters'

/** The queue's filters as its address has them; every form of queue and case carries them along. */
export const list = z.string().max(1000).default('')

/** What of them narrows the next claim. */
export function narrowingOf(query: string): CaseNarrowing {
  return caseNarrowing.parse(Object.fromEntries(new URLSearchParams(query)))
}
