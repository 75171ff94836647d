import type { AdmissionQuery } from '@/lib/domain/admission-list'
import { applicantQuery, type ApplicantQuery } from '@/lib/domain/applicants'
import { cursorText } from '@/lib/domain/list-query'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The list that an address speaks of; what makes no sense there is left out. */
export async function readQuery(searchParams: SearchParams): Promise<ApplicantQuery> {
  return applicantQuery.parse(await searchParams)
}

export function withQuery(path: string, { after, ...query }: Partial<ApplicantQuery> & AdmissionQuery): string {
  const written = Object.entries({ ...query, after: after && cursorText(after) }).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return written.length > 0 ? `${path}?${new URLSearchParams(written).toString()}` : path
}
