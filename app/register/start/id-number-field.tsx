'use client'

import { useState, type ComponentPropsWithRef, type FocusEvent } from 'react'
import { TextField } from '@/components/ui/field'
import { FIELD_WORDS, type FieldCode } from '@/lib/copy/errors'

type Props = { typed: string | undefined; error: FieldCode | undefined }

/** The child's ID number. What checks it while it is typed is fetched at the first focus, so that the page does without. */
export function IdNumberField({ typed, error }: Props) {
  const [checks, setChecks] = useState<ComponentPropsWithRef<'input'> | null>(null)
  // undefined: nothing checked here yet, the server's word stands; null: checked and right
  const [fault, setFault] = useState<FieldCode | null | undefined>(undefined)
  const shown = fault === undefined ? error : (fault ?? undefined)

  async function fetchChecks() {
    if (checks) return
    const { checkIdNumber } = await import('./start-checks')
    const { name: _name, ...handlers } = checkIdNumber(setFault)
    setChecks(handlers)
  }

  // Whoever leaves the field by pressing the button must not have the button move away under the finger.
  function leave(event: FocusEvent<HTMLInputElement>) {
    if (!(event.relatedTarget instanceof HTMLButtonElement)) checks?.onBlur?.(event)
  }

  return (
    <TextField
      label="学生身份证号"
      name="idNumber"
      variant="id"
      hint="18 位，在户口本学生页。末位可能是 X。"
      error={shown && FIELD_WORDS[shown]}
      defaultValue={typed}
      autoComplete="off"
      spellCheck={false}
      inputProps={{ ...checks, onFocus: () => void fetchChecks(), onBlur: leave }}
    />
  )
}
