import { z } from 'zod'
import { BASES } from '@/lib/rules'
import { idNumberFault } from './id-number-check'
import { cursor, cursorText, word } from './list-query'
import { gramsWanted, searchable, type ListingDetail } from './listing'
import { normaliseIdNumber } from './national-id'
import { maskCertificate, maskIdNumber } from './privacy'
import { fail, succeed, type Result } from './result'
import { STATUSES } from './status'
import { writtenNumber } from './written-number'

/** What officers look for: parts of names and addresses; whole numbers, by their keyed index. */
export const SEARCH_KINDS = ['name', 'place', 'id-number', 'receipt', 'home-number'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const search = z.object({ by: z.enum(SEARCH_KINDS), text: z.string() })
export type Search = z.infer<typeof search>

const filters = { school: word(20), category: word(20), status: z.enum(STATUSES).optional().catch(undefined), basis: z.enum(BASES).optional().catch(undefined), row: word(40) }

/** The list as its address has it; without a year that of the season under way. `q` stands for what was searched for; it is never that itself. */
export const applicationQuery = z.object({ q: word(1000), year: word(4), ...filters, after: cursor, before: cursor })
export type ApplicationQuery = z.infer<typeof applicationQuery>

export function queryString({ after, before, ...plain }: Partial<ApplicationQuery>): string {
  const written = Object.entries({ ...plain, after: after && cursorText(after), before: before && cursorText(before) })
  return new URLSearchParams(written.filter((entry): entry is [string, string] => typeof entry[1] === 'string')).toString()
}

/** Out of a hidden field, in which a form carries the list that it stands on. */
export function queryFrom(written: string): ApplicationQuery {
  return applicationQuery.parse(Object.fromEntries(new URLSearchParams(written)))
}

/** What the form above the list posts. */
export const applicationSearch = z.object({ by: z.enum(SEARCH_KINDS), text: z.string().max(100), query: z.string().max(2000) })

const RECEIPT = /^\d{10}-[0-9A-Z]{4}-[0-9A-Z]{4}$/

type NotSearchable = { code: 'SEARCH_TOO_SHORT' | 'SEARCH_ID_NUMBER' | 'SEARCH_RECEIPT'; field: 'text' }

/** What was typed, as it is compared; too little of it would find everybody. */
export function searchOf(by: SearchKind, typed: string): Result<Search, NotSearchable> {
  const not = (code: NotSearchable['code']) => fail({ code, field: 'text' as const })
  if (by === 'name' || by === 'place') return gramsWanted(by, typed).length > 0 ? succeed({ by, text: searchable(typed) }) : not('SEARCH_TOO_SHORT')
  if (by === 'id-number') {
    const text = normaliseIdNumber(typed)
    return idNumberFault(text) ? not('SEARCH_ID_NUMBER') : succeed({ by, text })
  }
  const text = writtenNumber(typed)
  if (by === 'receipt') return RECEIPT.test(text) ? succeed({ by, text }) : not('SEARCH_RECEIPT')
  return text.length < 6 ? not('SEARCH_TOO_SHORT') : succeed({ by, text })
}

/** Where there is one box for everything: without a digit in it, it is a name; else a number, of which only a whole one is searched for. */
export function searchByShape(typed: string): Search | null {
  const wanted = searchOf(!/\d/.test(typed) ? 'name' : RECEIPT.test(writtenNumber(typed)) ? 'receipt' : 'id-number', typed)
  return wanted.ok ? wanted.value : null
}

/** What a page may repeat of it: numbers only masked. */
export function shownSearch({ by, text }: Search): string {
  if (by === 'id-number') return maskIdNumber(text)
  return by === 'home-number' ? maskCertificate(text) : text
}

/** Whether a line that has all the parts of a text also has the text itself: 新文明路 is not 新文路, 文明路. */
export function isFound({ by, text }: Search, { child, guardian, address }: ListingDetail): boolean {
  if (by === 'name') return [child, guardian].some((name) => name !== null && searchable(name).includes(text))
  return by !== 'place' || (address !== null && searchable(address).includes(text))
}
