'use server'

import { z } from 'zod'
import { countyAnswers } from '@/lib/domain/answers'
import { changeCounty } from '@/lib/commands/change-county'
import { guardianPost } from '@/lib/forms/action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('applicationId'))
  return id.success ? paths.county(id.data) : paths.children
}

export const move = guardianPost(
  countyAnswers,
  pageOf,
  ({ actor, input, now }) => changeCounty({ actor, now, ...input }),
  (_value, input) => paths.application(input.applicationId),
  (failure) => (failure.code === 'NOT_YOURS' || failure.code === 'NOT_DRAFT' ? `${paths.children}?fault=${failure.code}` : null),
)
