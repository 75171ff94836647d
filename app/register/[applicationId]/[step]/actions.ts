'use server'

import { z } from 'zod'
import { refreshAnswers, stepAnswers } from '@/lib/domain/answers'
import { STEPS } from '@/lib/domain/journey'
import { askAgain } from '@/lib/commands/ask-again'
import { saveStep } from '@/lib/commands/save-step'
import { guardianPost } from '@/lib/forms/action'
import { paths, stepPath } from '@/lib/paths'

/** One action for every plain step: the step's own schema parses what it posts. */
const stepForm = z
  .object({ step: z.string() })
  .loose()
  .transform(({ step, ...input }) => ({ step, input }))
  .pipe(
    z.discriminatedUnion('step', [
      z.object({ step: z.literal('record'), input: stepAnswers.record }),
      z.object({ step: z.literal('agreement'), input: stepAnswers.agreement }),
      z.object({ step: z.literal('household'), input: stepAnswers.household }),
      z.object({ step: z.literal('basis'), input: stepAnswers.basis }),
      z.object({ step: z.literal('deed'), input: stepAnswers.deed }),
      z.object({ step: z.literal('property'), input: stepAnswers.property }),
    ]),
  )

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  const step = z.enum(STEPS).safeParse(form.get('step'))
  return id.success ? (step.success ? stepPath(id.data, step.data) : paths.application(id.data)) : paths.children
}

export const save = guardianPost(
  stepForm,
  pageOf,
  ({ actor, input, now }) => saveStep({ actor, now, ...input }),
  ({ next }, { input }) => stepPath(input.applicationId, next),
  (failure, { input }) => (failure.code === 'CHANGED_MEANWHILE' || failure.code === 'STEP_NOT_REACHED' || failure.code === 'NOT_DRAFT' ? paths.application(input.applicationId) : null),
)

export const refresh = guardianPost(
  refreshAnswers,
  pageOf,
  ({ actor, input, now }) => askAgain({ actor, now, ...input }),
  (_value, input) => (input.registry === 'property' ? paths.step(input.applicationId, 'deed') : paths.step(input.applicationId, input.registry)),
)
