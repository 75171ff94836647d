import { applicantQuery, type ApplicantQuery } from '@/lib/domain/applicants'
import { cursorText } from '@/lib/domain/list-query'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The list that an address speaks of; what makes no sense there is left out. */
export async function readQuery(searchParams: SearchParams): Promise<ApplicantQuery> {
  return applicantQuery.parse(await searchParams)
}

export function withQuery(path: string, query: Partial<ApplicantQuery>): string {
  const written = Object.entries({ ...query, after: query.after && cursorText(query.after) }).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return written.length > 0 ? `${path}?${new URLSearchParams(written).toString()}` : path
}
