'use client'

import { useActionState, useEffect, useRef } from 'react'
import { WentWrong } from '@/components/forms/wrong-later'
import { Actions } from '@/components/layout/actions'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { VERIFY_WORDS } from '@/lib/copy/admission'
import { scannedNotice } from '@/lib/domain/notice-number'
import { verify } from './actions'
import { Answer } from './answer'
import { nothingVerified } from './verify-state'

const FIELDS = [
  { name: 'number', label: VERIFY_WORDS.number, hint: VERIFY_WORDS.numberHint },
  { name: 'code', label: VERIFY_WORDS.code, hint: VERIFY_WORDS.codeHint },
] as const

/**
 * Two fields and an answer. A QR code brings both behind the # of the address, which no server sees: they are put into the
 * form and posted, and the address forgets them. Typed by hand it works with JavaScript off.
 */
export function VerifyForm() {
  const [{ attempt, values, fields = {}, refusal, answer }, action] = useActionState(verify, nothingVerified)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const scanned = scannedNotice(window.location.hash)
    if (!scanned || !form.current) return
    for (const { name } of FIELDS) {
      const input = form.current.elements.namedItem(name)
      if (input instanceof HTMLInputElement) input.value = scanned[name]
    }
    window.history.replaceState(null, '', window.location.pathname)
    form.current.requestSubmit()
  }, [])
  const errors = Object.entries(fields).flatMap(([field, fault]) => (fault ? [{ field, message: fault.summary }] : []))
  return (
    <>
      <WentWrong errors={errors} attempt={attempt} refusal={refusal} />
      {answer && <Answer answer={answer} attempt={attempt} />}
      <form ref={form} className="form" action={action} noValidate key={attempt}>
        {FIELDS.map((field) => <TextField key={field.name} {...field} variant="id" required maxLength={60} defaultValue={values[field.name]} error={fields[field.name]?.beside} />)}
        <Actions><SubmitButton waitingText={VERIFY_WORDS.waiting}>{VERIFY_WORDS.button}</SubmitButton></Actions>
      </form>
    </>
  )
}
