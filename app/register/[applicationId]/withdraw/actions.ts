'use server'

import { z } from 'zod'
import { applicationAnswers } from '@/lib/domain/answers'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { guardianPost } from '@/lib/forms/action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  return id.success ? paths.withdraw(id.data) : paths.children
}

export const withdraw = guardianPost(
  applicationAnswers,
  pageOf,
  ({ actor, input, now }) => withdrawApplication({ actor, now, ...input }),
  () => `${paths.children}?fault=WITHDRAWN`,
  (failure) => `${paths.children}?fault=${failure.code}`,
)
