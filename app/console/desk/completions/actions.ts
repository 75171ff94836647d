'use server'

import { z } from 'zod'
import { completedFor } from '@/lib/domain/assistance'
import { endingForm } from '@/lib/domain/completion'
import { proposalDecision } from '@/lib/domain/desk-forms'
import { decideCompletion } from '@/lib/commands/decide-completion'
import { decideEnding } from '@/lib/commands/decide-ending'
import { proposeEnding } from '@/lib/commands/propose-ending'
import { startCompletion } from '@/lib/commands/start-completion'
import { staffAction } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData, name: string, page: (id: string) => string): string {
  const id = z.uuid().safeParse(form.get(name))
  return id.success ? page(id.data) : paths.completions
}

export const start = staffAction(
  'desk',
  completedFor,
  (form) => pageOf(form, 'applicationId', paths.completion),
  ({ actor, input: { applicationId, presence }, now }) => startCompletion({ actor, applicationId, presence, now }),
  ({ assistanceId }) => paths.assistance(assistanceId),
)

export const decide = staffAction(
  'approveDesk',
  proposalDecision,
  (form) => pageOf(form, 'proposalId', paths.completionProposal),
  ({ actor, input, now }) => decideCompletion({ actor, ...input, now }),
  (_value, { proposalId }) => paths.completionProposal(proposalId),
)

export const proposeEnd = staffAction(
  'desk',
  endingForm,
  (form) => pageOf(form, 'applicationId', paths.completion),
  ({ actor, input, now }) => proposeEnding({ actor, ...input, now }),
  (_value, { applicationId }) => paths.completion(applicationId),
)

export const decideEnd = staffAction(
  'approveDesk',
  proposalDecision,
  () => paths.completions,
  ({ actor, input, now }) => decideEnding({ actor, ...input, now }),
  () => paths.completions,
)
