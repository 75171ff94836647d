import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { openApplicant } from '@/lib/commands/open-applicant'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { findOwnSchool } from '@/lib/data/own-school'
import { masksFor } from '@/lib/data/reveals'
import { paths } from '@/lib/paths'
import { readQuery, withQuery, type SearchParams } from '../../list-query'
import { Lookup, LOOKUP_TITLE } from '../../lookup'

// A browser keeps the titles of pages: no name stands in one.
export const metadata: Metadata = { title: LOOKUP_TITLE }

type Props = { params: Promise<{ applicationId: string }>; searchParams: SearchParams }

/** One applicant beside the list in which it was found. Every opening is written down. */
export default async function ApplicantPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const query = await readQuery(searchParams)
  const actor = await requireStaff('school', withQuery(paths.schoolApplicant(applicationId), query))
  const now = await requestNow()
  const own = await findOwnSchool(actor, now.season)
  const opened = z.uuid().safeParse(applicationId).success ? await openApplicant({ actor, applicationId, now }) : null
  if (!own || !opened?.ok) notFound()
  const { phone } = opened.value
  const masks = await masksFor(actor, { id: applicationId }, now)
  const { fault } = await searchParams
  return <Lookup actor={actor} own={own} query={query} fault={fault} opened={{ ...opened.value, phone: phone === null ? null : masks('phone', phone) }} />
}
