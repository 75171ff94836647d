'use server'

import { z } from 'zod'
import { appealPress, postedAppeal, sendAnswers } from '@/lib/domain/appeal-answers'
import { APPEAL_SLUGS, appealKindOf } from '@/lib/domain/appeals'
import { saveAppeal } from '@/lib/commands/save-appeal'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { guardianAction, guardianPost } from '@/lib/forms/action'
import { paths } from '@/lib/paths'

/** One action for the forms of all kinds: the kind's own schema parses what it posts. */
const appealForm = z
  .object({ slug: z.enum(APPEAL_SLUGS) })
  .loose()
  .transform(({ slug, ...input }) => ({ kind: appealKindOf(slug), input }))
  .pipe(postedAppeal)

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  const slug = z.enum(APPEAL_SLUGS).safeParse(form.get('slug'))
  return id.success && slug.success ? paths.appeal(id.data, slug.data) : paths.children
}

export const saveForm = guardianAction(appealForm, pageOf, async ({ actor, input, now }) => {
  const saved = await saveAppeal({ actor, now, given: input })
  if (saved.ok) return { to: paths.appeal(input.input.applicationId, APPEAL_SLUGS[input.kind]) }
  const { failure } = saved
  return failure.code === 'FIELD' ? { invalid: { [failure.field]: failure.fault } } : { refused: { code: failure.code } }
})

/** 「提交审核」. */
export const send = guardianPost(
  sendAnswers.extend({ slug: z.enum(APPEAL_SLUGS) }),
  pageOf,
  ({ actor, input, now }) => sendAppeal({ actor, now, appealId: input.appealId }),
  ({ applicationId }, { slug }) => paths.appeal(applicationId, slug),
)

/** Leads to where the registration stands without it. */
export const withdraw = guardianPost(
  appealPress,
  pageOf,
  ({ actor, input, now }) => withdrawAppeal({ actor, now, ...input }),
  ({ applicationId }) => paths.application(applicationId),
)
