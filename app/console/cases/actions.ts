'use server'

import { z } from 'zod'
import { succeed } from '@/lib/domain/result'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { reassignCase } from '@/lib/commands/reassign-case'
import { releaseCase } from '@/lib/commands/release-case'
import { searchApplications } from '@/lib/commands/search-applications'
import { staffPost } from '@/lib/forms/staff-action'
import { casePath, queuePath } from './case-path'
import { list, narrowingOf } from './queue-list'

const caseId = z.uuid()

const back = (form: FormData) => queuePath(list.catch('').parse(form.get('list') ?? undefined))

/** 「领取下一件」, from the queue and from a case. */
export const claimNext = staffPost('decide', z.object({ list }), back, ({ actor, input, now }) => claimNextCase({ actor, narrowing: narrowingOf(input.list), now }), (claimed, input) => casePath(claimed.caseId, input.list))

export const release = staffPost('decide', z.object({ list, caseId }), back, ({ actor, input, now }) => releaseCase({ actor, caseId: input.caseId, now }), (_, input) => queuePath(input.list))

export const reassign = staffPost('reassign', z.object({ list, caseId, to: z.uuid() }), back, ({ actor, input, now }) => reassignCase({ actor, caseId: input.caseId, to: input.to, now }), (_, input) => queuePath(input.list))

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
    return queuePath(query.toString())
  },
)
