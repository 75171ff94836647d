'use server'

import { byHandDecision, byHandQueryString, overrideAnswers } from '@/lib/domain/by-hand'
import { decideByHand } from '@/lib/commands/decide-by-hand'
import { proposeOverride } from '@/lib/commands/propose-override'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

const doneIn = (done: string, run: string | null) => `${paths.byHand}?${byHandQueryString({ run })}${run ? '&' : ''}done=${done}`

export const propose = staffAction(
  'override',
  overrideAnswers,
  () => paths.byHand,
  ({ actor, input, now }) => proposeOverride({ actor, now, ...input }),
  ({ runId }) => doneIn('proposed', runId),
)

export const decide = staffPost(
  'approveResult',
  byHandDecision,
  () => paths.byHand,
  ({ actor, input, now }) => decideByHand({ actor, now, ...input }),
  ({ outcome }) => doneIn(outcome, null),
)
