import { z } from 'zod'
import { caseNarrowing, listQuery, readCaseFilters, type CaseNarrowing } from '@/lib/domain/case-filters'

/** The queue's filters as its address has them; every form of queue and case carries them along. */
export const list = z.string().max(1000).default('')

/** What of them narrows the next claim. */
export function narrowingOf(query: string): CaseNarrowing {
  return caseNarrowing.parse(Object.fromEntries(new URLSearchParams(query)))
}

/** The list that an address asks for, while nobody knows yet who asks: whoever has to sign in comes back to it. */
export function askedList(query: Readonly<Record<string, unknown>>): string {
  return listQuery(readCaseFilters(query, 'reviewer'), 'reviewer')
}
