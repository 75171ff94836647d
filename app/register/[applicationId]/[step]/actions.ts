'use server'

import { z } from 'zod'
import { refreshAnswers, stepAnswers } from '@/lib/domain/answers'
import { STEPS, type PlainStep } from '@/lib/domain/journey'
import { askAgain } from '@/lib/commands/ask-again'
import { saveStep, type StepInput } from '@/lib/commands/save-step'
import { guardianPost } from '@/lib/forms/action'
import { paths, stepPath } from '@/lib/paths'

const plainSteps = STEPS.filter((step): step is PlainStep => step !== 'confirm')

/** One action for every plain step: the step's own schema parses what it posts. */
const stepForm = z.object({ step: z.enum(plainSteps) }).loose().transform(({ step, ...posted }, context): StepInput => {
  const parsed = parseStep(step, posted)
  if (parsed.ok) return parsed.value
  for (const issue of parsed.issues) context.addIssue({ code: 'custom', message: issue })
  return z.NEVER
})

function parseStep(step: PlainStep, posted: unknown): { ok: true; value: StepInput } | { ok: false; issues: string[] } {
  const reading = <S extends PlainStep>(one: S) => {
    const parsed = stepAnswers[one].safeParse(posted)
    return parsed.success ? { ok: true as const, value: { step: one, input: parsed.data } as StepInput } : { ok: false as const, issues: parsed.error.issues.map((issue) => issue.message) }
  }
  return reading(step)
}

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
