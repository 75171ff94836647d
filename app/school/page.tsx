import type { Metadata } from 'next'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { findOwnSchool } from '@/lib/data/own-school'
import { paths } from '@/lib/paths'
import { readQuery, withQuery, type SearchParams } from './list-query'
import { Lookup, LOOKUP_TITLE } from './lookup'
import { NoSeason } from './no-season'

export const metadata: Metadata = { title: LOOKUP_TITLE }

/** The applicants of the clerk's own school, and no others. */
export default async function SchoolPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const actor = await requireStaff('school', withQuery(paths.school, query))
  const own = await findOwnSchool(actor, (await requestNow()).season)
  if (!own) return <NoSeason actor={actor} current="lookup" title={LOOKUP_TITLE} />
  const { fault } = await searchParams
  return <Lookup actor={actor} own={own} query={query} fault={fault} />
}
