import { z } from 'zod'

/** What one line of a list of applications shows; kept under the application's key, parsed on the way out. ID numbers are masked. */
export const listingDetail = z.object({
  schemaVersion: z.literal(1),
  /** null while no record that names the guardian is known, and no appeal about the record gives a name */
  child: z.string().nullable(),
  childIdNumber: z.string(),
  guardian: z.string(),
  relation: z.string().nullable(),
  /** the last four digits of the guardian's phone */
  phoneTail: z.string().nullable(),
  /** on what the seat is asked for */
  address: z.string().nullable(),
  /** the row of the category table in words */
  categoryLabel: z.string().nullable(),
})
export type ListingDetail = z.infer<typeof listingDetail>

/** What one may search a listing by; each kind has tokens of its own. */
export type TokenKind = 'name' | 'place' | 'phone-tail'

/** Without spaces, full-width signs and case: what was typed on a phone finds what a register wrote. */
export function searchable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/**
 * The parts of a text by which it is found: of a name every character and every pair, of an address every pair, of a phone
 * its last four digits. A longer part is found by all of its pairs.
 */
export function gramsOf(kind: TokenKind, text: string): string[] {
  const characters = [...searchable(text)]
  if (kind === 'phone-tail') return characters.length < 4 ? [] : [characters.slice(-4).join('')]
  const pairs = characters.slice(1).map((character, place) => `${characters[place]}${character}`)
  return [...new Set(kind === 'name' ? [...characters, ...pairs] : pairs)]
}

/** The parts that a search asks for, all of them; empty when it is too short to search by. */
export function gramsWanted(kind: TokenKind, typed: string): string[] {
  const characters = [...searchable(typed)]
  if (kind === 'name' && characters.length === 1) return characters
  return kind === 'phone-tail' ? gramsOf(kind, typed) : [...new Set(characters.slice(1).map((character, place) => `${characters[place]}${character}`))]
}

/** An address as the county's own people say it: what they all have in front is left out. */
export function withinCounty(address: string, county: string): string {
  const at = address.indexOf(county)
  return at < 0 ? address : address.slice(at + county.length)
}
