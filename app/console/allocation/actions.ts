'use server'

import { publicationAnswers, publicationDecision, runAnswers, trialAnswers } from '@/lib/domain/allocation'
import { decideAllocation } from '@/lib/commands/decide-allocation'
import { proposeAllocation } from '@/lib/commands/propose-allocation'
import { runAllocation } from '@/lib/commands/run-allocation'
import { withdrawAllocation } from '@/lib/commands/withdraw-allocation'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The run's own page, by the id that its forms carry. */
function pageOf(form: FormData): string {
  const runId = runAnswers.shape.runId.safeParse(form.get('runId'))
  return runId.success ? paths.allocationRun(runId.data) : paths.allocation
}

export const run = staffAction(
  'allocation',
  trialAnswers,
  () => paths.allocation,
  ({ actor, input, now }) => runAllocation({ actor, county: actor.county, seed: input.seed, now }),
  ({ runId, outcome }) => `${paths.allocationRun(runId)}?done=${outcome}`,
)

export const propose = staffPost('allocation', runAnswers, pageOf, ({ actor, input, now }) => proposeAllocation({ actor, ...input, now }), (_value, { runId }) => `${paths.allocationRun(runId)}?done=proposed`)

export const withdraw = staffPost('allocation', publicationAnswers, pageOf, ({ actor, input, now }) => withdrawAllocation({ actor, proposalId: input.proposalId, now }), (_value, { runId }) => `${paths.allocationRun(runId)}?done=withdrawn`)

export const decide = staffPost('allocation', publicationDecision, pageOf, ({ actor, input, now }) => decideAllocation({ actor, ...input, now }), ({ runId, outcome }) => `${paths.allocationRun(runId)}?done=${outcome}`)
