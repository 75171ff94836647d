'use client'

import { useState, type ComponentPropsWithRef, type FocusEvent } from 'react'
import { TextField, type TextFieldProps } from '@/components/ui/field'
import { FIELD_WORDS, type FieldCode } from '@/lib/copy/errors'
import type { CheckedName } from './field-checks'

type Props = Pick<TextFieldProps, 'label' | 'hint' | 'variant' | 'maxLength'> & { name: CheckedName; typed: string | undefined; error: FieldCode | undefined }

/** A number that people copy from paper. What checks it while it is typed is fetched at the first focus, so that the page does without. */
export function CheckedField({ name, typed, error, ...field }: Props) {
  const [checks, setChecks] = useState<ComponentPropsWithRef<'input'> | null>(null)
  // undefined: nothing checked here yet, the server's word stands; null: checked and right
  const [fault, setFault] = useState<FieldCode | null | undefined>(undefined)
  const shown = fault === undefined ? error : (fault ?? undefined)

  async function fetchChecks() {
    if (checks) return
    const { checkField } = await import('./field-checks')
    const { name: _name, ...handlers } = checkField(name, setFault)
    setChecks(handlers)
  }

  // Whoever leaves the field by pressing the button must not have the button move away under the finger.
  function leave(event: FocusEvent<HTMLInputElement>) {
    if (!(event.relatedTarget instanceof HTMLButtonElement)) checks?.onBlur?.(event)
  }

  return (
    <TextField
      {...field}
      name={name}
      error={shown && FIELD_WORDS[shown]}
      defaultValue={typed}
      autoComplete="off"
      spellCheck={false}
      inputProps={{ ...checks, onFocus: () => void fetchChecks(), onBlur: leave }}
    />
  )
}
