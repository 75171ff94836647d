'use server'

import { z } from 'zod'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { refreshAnswers, stepAnswers } from '@/lib/domain/answers'
import { STEPS } from '@/lib/domain/journey'
import { askAgain } from '@/lib/commands/ask-again'
import { saveStep, type StepFailure, type StepInput } from '@/lib/commands/save-step'
import { guardianAction, guardianPost } from '@/lib/forms/action'
import { paths, stepPath } from '@/lib/paths'

/** One action for every plain step that is pressed or ticked: the step's own schema parses what it posts. */
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
      z.object({ step: z.literal('binding'), input: stepAnswers.binding }),
      z.object({ step: z.literal('deed'), input: stepAnswers.deed }),
      z.object({ step: z.literal('property'), input: stepAnswers.property }),
      z.object({ step: z.literal('registration'), input: stepAnswers.registration }),
      z.object({ step: z.literal('no-materials'), input: stepAnswers['no-materials'] }),
    ]),
  )

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  const step = z.enum(STEPS).safeParse(form.get('step'))
  return id.success ? (step.success ? stepPath(id.data, step.data) : paths.application(id.data)) : paths.children
}

/** The page that was posted from is no longer where this draft stands. */
const LEADS_ON: readonly StepFailure['code'][] = ['CHANGED_MEANWHILE', 'STEP_NOT_REACHED', 'NOT_DRAFT']

export const save = guardianPost(
  stepForm,
  pageOf,
  ({ actor, input, now }) => saveStep({ actor, now, ...input }),
  ({ next }, { input }) => stepPath(input.applicationId, next),
  ({ code }, { input }) => (LEADS_ON.includes(code) ? paths.application(input.applicationId) : null),
)

export const refresh = guardianPost(
  refreshAnswers,
  pageOf,
  ({ actor, input, now }) => askAgain({ actor, now, ...input }),
  (_value, input) => paths.step(input.applicationId, input.step),
)

type Query = Extract<StepInput, { step: 'grandparent' | 'certificate' | 'contract' }>

/** 「查询」 of something typed: what was wrong with it comes back beside it. */
async function ask(actor: GuardianActor, now: Now, query: Query) {
  const { applicationId } = query.input
  const saved = await saveStep({ actor, now, ...query })
  if (saved.ok) return { to: stepPath(applicationId, saved.value.next) }
  const { failure } = saved
  if (LEADS_ON.includes(failure.code)) return { to: paths.application(applicationId) }
  return { refused: { code: failure.code, waitMs: failure.code === 'TOO_MANY_QUERIES' ? failure.waitMs : undefined } }
}

export const queryGrandparent = guardianAction(stepAnswers.grandparent, pageOf, ({ actor, input, now }) => ask(actor, now, { step: 'grandparent', input }))
export const queryCertificate = guardianAction(stepAnswers.certificate, pageOf, ({ actor, input, now }) => ask(actor, now, { step: 'certificate', input }))
export const queryContract = guardianAction(stepAnswers.contract, pageOf, ({ actor, input, now }) => ask(actor, now, { step: 'contract', input }))
