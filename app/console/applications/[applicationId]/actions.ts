'use server'

import { z } from 'zod'
import { queryFrom, queryString } from '@/lib/domain/application-search'
import { revealInput } from '@/lib/domain/reveals'
import { returnReason } from '@/lib/domain/returns'
import { proposeReturn } from '@/lib/commands/propose-return'
import { revealValue } from '@/lib/commands/reveal-value'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The file, opened from the list whose query the form carries: the way back to it is kept. */
function openedFrom(applicationId: unknown, list: unknown): string {
  const id = z.uuid().safeParse(applicationId)
  const query = queryString(queryFrom(typeof list === 'string' ? list : ''))
  return `${id.success ? paths.applicationFile(id.data) : paths.applications}${query && `?${query}`}`
}

const fileOf = (form: FormData) => openedFrom(form.get('applicationId'), form.get('list'))
const list = z.string().max(2000).optional()

export const reveal = staffPost(
  'reveal',
  revealInput.extend({ list }),
  fileOf,
  ({ actor, input, now }) => revealValue({ actor, now, ...input }),
  (_value, input) => openedFrom(input.applicationId, input.list),
)

export const propose = staffAction(
  'returnSubmission',
  z.object({ applicationId: z.uuid(), reason: returnReason, list }),
  fileOf,
  ({ actor, input, now }) => proposeReturn({ actor, now, ...input }),
  (_value, input) => `${openedFrom(input.applicationId, input.list)}#proposals`,
)
