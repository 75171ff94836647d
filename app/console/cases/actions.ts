'use server'

import { z } from 'zod'
import { caseNarrowing } from '@/lib/domain/case-filters'
import { succeed } from '@/lib/domain/result'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { reassignCase } from '@/lib/commands/reassign-case'
import { releaseCase } from '@/lib/commands/release-case'
import { searchApplications } from '@/lib/commands/search-applications'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'
import { casePath } from './case-path'

/** The filters from which a button was pressed, as the address has them. */
const list = z.string().max(1000).default('')
const caseId = z.uuid()

function queueOf(query: FormDataEntryValue | null): string {
  return typeof query === 'string' && query !== '' ? `${paths.cases}?${new URLSearchParams(query).toString()}` : paths.cases
}

const back = (form: FormData) => queueOf(form.get('list'))

const within = z.object({ list: list.transform((query) => caseNarrowing.parse(Object.fromEntries(new URLSearchParams(query)))) })

/** 「领取下一件」, from the queue and from a case. */
export const claimNext = staffPost('decide', within, back, ({ actor, input, now }) => claimNextCase({ actor, narrowing: input.list, now }), (claimed, input) => casePath(claimed.caseId, input.list))

export const release = staffPost('decide', z.object({ list, caseId }), back, ({ actor, input, now }) => releaseCase({ actor, caseId: input.caseId, now }), (_, input) => queueOf(input.list))

export const reassign = staffPost('reassign', z.object({ list, caseId, to: z.uuid() }), back, ({ actor, input, now }) => reassignCase({ actor, caseId: input.caseId, to: input.to, now }), (_, input) => queueOf(input.list))

/** What is searched for is written down, and sealed before it stands in an address; an empty field takes the search away. */
export const searchByName = staffPost(
  'queue',
  z.object({ list, name: z.string().trim().max(20) }),
  back,
  ({ actor, input: { name } }) => (name === '' ? Promise.resolve(succeed({ q: '' })) : searchApplications({ actor, by: 'name', text: name })),
  ({ q }, input) => {
    const query = new URLSearchParams(input.list)
    query.delete('search')
    if (q) query.set('search', q)
    return queueOf(query.toString())
  },
)
