'use server'

import { z } from 'zod'
import { revealInput } from '@/lib/domain/reveals'
import { returnReason } from '@/lib/domain/returns'
import { proposeReturn } from '@/lib/commands/propose-return'
import { revealValue } from '@/lib/commands/reveal-value'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

function fileOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  return id.success ? paths.applicationFile(id.data) : paths.applications
}

export const reveal = staffPost(
  'reveal',
  revealInput,
  fileOf,
  ({ actor, input, now }) => revealValue({ actor, now, ...input }),
  (_value, { applicationId }) => paths.applicationFile(applicationId),
)

export const propose = staffAction(
  'returnSubmission',
  z.object({ applicationId: z.uuid(), reason: returnReason }),
  fileOf,
  ({ actor, input, now }) => proposeReturn({ actor, now, ...input }),
  (_value, { applicationId }) => `${paths.applicationFile(applicationId)}#proposals`,
)
