'use server'

import { headers } from 'next/headers'
import { noticeNumber } from '@/lib/domain/notice-answers'
import { clientAddress } from '@/lib/auth/client-address'
import { verifyNotice } from '@/lib/commands/verify-notice'
import { isFieldCode } from '@/lib/copy/errors'
import { refuseForged } from '@/lib/forms/posted-form'
import type { FieldFaults } from '@/lib/forms/form-state'
import { faultsInWords, refusalInWords } from '@/lib/forms/in-words'
import type { VerifyState } from './verify-state'

/** Number and code come in the body of a post and go back into the form: neither stands in any address. */
export async function verify(state: VerifyState, form: FormData): Promise<VerifyState> {
  refuseForged(form, state)
  const attempt = state.attempt + 1
  const values = Object.fromEntries(['number', 'code'].map((name) => [name, String(form.get(name) ?? '')]))
  const parsed = noticeNumber.safeParse(values)
  if (!parsed.success) {
    const fields: FieldFaults = {}
    for (const { path, message } of parsed.error.issues) if (isFieldCode(message)) fields[String(path[0])] ??= message
    return { attempt, values, fields: faultsInWords(fields) }
  }
  const verified = await verifyNotice({ ...parsed.data, address: clientAddress(await headers()) })
  return verified.ok ? { attempt, values, answer: verified.value } : { attempt, values, refusal: refusalInWords(verified.failure) }
}
