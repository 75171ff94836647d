'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { columnsCookie } from '@/lib/auth/cookies'
import { columnsOf } from '@/lib/domain/application-columns'
import { applicationSearch, queryFrom, queryString } from '@/lib/domain/application-search'
import { succeed } from '@/lib/domain/result'
import { searchApplications } from '@/lib/commands/search-applications'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The list that the form stands on. */
function listOf(form: FormData): string {
  const written = form.get('query')
  return listAt(typeof written === 'string' ? written : '')
}

function listAt(query: string): string {
  const written = queryString(queryFrom(query))
  return written ? `${paths.applications}?${written}` : paths.applications
}

/** What is typed is posted and comes back as a token: no name, place or number of a person stands in an address. */
export const search = staffAction(
  'applications',
  applicationSearch,
  listOf,
  ({ actor, input }) => searchApplications({ actor, ...input }),
  ({ q }, { query }) => {
    const { after: _after, before: _before, ...filters } = queryFrom(query)
    return listAt(queryString({ ...filters, q }))
  },
)

export const chooseColumns = staffPost(
  'applications',
  z.object({ 'columns[]': z.array(z.string()).default([]), query: z.string().max(2000) }),
  listOf,
  async ({ input }) => {
    const { name, options } = columnsCookie()
    const jar = await cookies()
    jar.set(name, columnsOf(input['columns[]']).join('.'), options)
    return succeed(null)
  },
  (_value, { query }) => listAt(query),
)
