'use server'

import { z } from 'zod'
import { applicantQuery, applicantSearch } from '@/lib/domain/applicants'
import { revealInput } from '@/lib/domain/reveals'
import { revealValue } from '@/lib/commands/reveal-value'
import { searchApplicants } from '@/lib/commands/search-applicants'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'
import { withQuery } from './list-query'

/** What is typed is posted and comes back as a token: no name, place or phone stands in an address. */
export const search = staffPost(
  'school',
  applicantSearch,
  () => paths.school,
  ({ actor, input }) => searchApplicants({ actor, text: input.text }),
  (q, { state, category, row }) => withQuery(paths.school, { q: q ?? undefined, state, category, row }),
)

/** The applicant, in the list in which it was opened. */
function openedIn(applicationId: unknown, list: unknown): string {
  const id = z.uuid().safeParse(applicationId)
  const query = applicantQuery.parse(Object.fromEntries(new URLSearchParams(typeof list === 'string' ? list : '')))
  return withQuery(id.success ? paths.schoolApplicant(id.data) : paths.school, query)
}

export const reveal = staffPost(
  'school',
  revealInput.extend({ list: z.string().max(2000).optional() }),
  (form) => openedIn(form.get('applicationId'), form.get('list')),
  ({ actor, input, now }) => revealValue({ actor, now, ...input }),
  (_value, input) => openedIn(input.applicationId, input.list),
)
