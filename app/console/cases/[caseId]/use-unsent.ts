'use client'

import { useEffect } from 'react'

/** What was written on this page and not sent yet: the browser asks before it is left, by Esc, by Back or with its tab. */
export function useUnsent() {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if ([...document.querySelectorAll('textarea')].some((field) => field.value.trim() !== '')) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}
