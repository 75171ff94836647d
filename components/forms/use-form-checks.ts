'use client'

import { useRef, useState, type ChangeEvent, type FocusEvent } from 'react'
import type { FaultsInWords } from '@/lib/copy/errors'
import type { CheckedForm, FormChecks } from './form-checks'
import { fetchWentWrong } from './wrong-later'

/** no entry: nothing checked here yet, the server's word stands; null: checked and right */
type Checked = { attempt: number; faults: Partial<Record<string, string | null>> }

/**
 * What checks a form while it is filled in is fetched at its first focus, so that the page does without.
 * @param told what the server said of each field at the last try
 * @param attempt counts the tries: the form of a new one is made anew, and nothing of it is checked yet
 */
export function useFormChecks(name: CheckedForm, told: FaultsInWords, attempt: number) {
  const fetched = useRef<{ form: HTMLFormElement; checks: Promise<FormChecks | null> } | null>(null)
  const [checked, setChecked] = useState<Checked>({ attempt, faults: {} })
  const faults = checked.attempt === attempt ? checked.faults : {}

  function note(field: string, fault: string | null) {
    setChecked((before) => ({ attempt, faults: { ...(before.attempt === attempt ? before.faults : {}), [field]: fault } }))
  }

  function fetchChecks(form: HTMLFormElement) {
    if (fetched.current?.form === form) return
    // Where it cannot be fetched the form does without, and the server says what is wrong.
    void fetchWentWrong().catch(() => null)
    fetched.current = { form, checks: import('./form-checks').then(({ checkForm }) => checkForm(name, form, note), () => null) }
  }

  return {
    fault: (field: string): string | undefined => (faults[field] === undefined ? told[field]?.beside : (faults[field] ?? undefined)),
    handlers: {
      onFocus: (event: FocusEvent<HTMLFormElement>) => fetchChecks(event.currentTarget),
      // Whoever leaves a field by pressing the button must not have the button move away under the finger.
      onBlur: (event: FocusEvent<HTMLFormElement>) => {
        if (!(event.relatedTarget instanceof HTMLButtonElement)) void fetched.current?.checks.then((checks) => checks?.left(event))
      },
      onChange: (event: ChangeEvent<HTMLFormElement>) => void fetched.current?.checks.then((checks) => checks?.changed(event)),
    },
  }
}
