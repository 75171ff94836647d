'use client'

import { useLayoutEffect } from 'react'
import { readKey, TYPING, type KeyDeed } from './case-keys'

/** A deed that has nothing to do says so: the key is the browser's then. */
export type KeyDeeds = Partial<Record<KeyDeed, () => unknown>>

/** What on the page has this key: within the form in focus, so that Ctrl+Enter in a note sends the note, else anywhere but in what has keys of its own. */
function named(key: string, focused: EventTarget | null): HTMLElement | null {
  const selector = `[data-key="${CSS.escape(key)}"]`
  const ofForm = focused instanceof Element ? focused.closest('form')?.querySelector<HTMLElement>(selector) : null
  return ofForm ?? [...document.querySelectorAll<HTMLElement>(selector)].find((one) => !one.closest('[data-own-keys]')) ?? null
}

/** The keyboard of a page with papers, on the whole page: what is in focus does not matter, unless it is typed into. */
export function useCaseKeys(deeds: KeyDeeds, tick?: (place: number) => void) {
  const onKey = (event: KeyboardEvent) => {
    const pressed = readKey(event)
    if (pressed === null) return
    if (pressed === 'leave-field') return void (event.target instanceof HTMLElement && event.target.blur())
    if ('button' in pressed) {
      const wanted = named(pressed.button, event.target)
      if (!wanted) return
      event.preventDefault()
      if (wanted.matches(TYPING)) wanted.focus()
      else wanted.click()
      return
    }
    const nothing = 'tick' in pressed ? tick?.(pressed.tick) : deeds[pressed.deed]?.()
    if (nothing !== false) event.preventDefault()
  }

  // Before anything is drawn: the next case takes keys as soon as it is seen.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
