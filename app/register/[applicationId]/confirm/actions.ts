'use server'

import { z } from 'zod'
import { schoolAnswers, submitAnswers } from '@/lib/domain/answers'
import { chooseSchool } from '@/lib/commands/choose-school'
import { submitApplication } from '@/lib/commands/submit-application'
import { guardianPost } from '@/lib/forms/action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  return id.success ? paths.confirm(id.data) : paths.children
}

/** 「提交入学信息」. What is not there any more leads to the children's page, which says where it went. */
export const submit = guardianPost(
  submitAnswers,
  pageOf,
  ({ actor, input, now }) => submitApplication({ actor, now, ...input }),
  ({ to, applicationId }) => (to === 'submitted' ? paths.done(applicationId) : paths.children),
  (failure) => (failure.code === 'NOT_YOURS' || failure.code === 'WITHDRAWN' || failure.code === 'SUBMITTED_BY_OTHER' ? `${paths.children}?fault=${failure.code}` : null),
)

/** 志愿学校 of a choice zone. */
export const choose = guardianPost(
  schoolAnswers,
  pageOf,
  ({ actor, input, now }) => chooseSchool({ actor, now, ...input }),
  (_value, input) => paths.confirm(input.applicationId),
)
