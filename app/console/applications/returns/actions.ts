'use server'

import { returnDecision } from '@/lib/domain/returns'
import { decideReturn } from '@/lib/commands/decide-return'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const decide = staffPost(
  'returnSubmission',
  returnDecision,
  () => paths.returns,
  ({ actor, input, now }) => decideReturn({ actor, now, ...input }),
  ({ outcome }) => `${paths.returns}?done=${outcome}`,
)
