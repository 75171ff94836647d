'use client'

import type { ReactNode } from 'react'

/** Boxes of a form that are kept as soon as one is ticked. Without JavaScript the form has a button of its own. */
export function SubmitOnChange({ children }: { children: ReactNode }) {
  return (
    <div
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement) event.target.form?.requestSubmit()
      }}
    >
      {children}
    </div>
  )
}
