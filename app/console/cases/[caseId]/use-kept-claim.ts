'use client'

import { useEffect, useRef, useState } from 'react'
import { CLAIM_LOST } from '@/lib/copy/staff/case-file'
import { newStaffForm } from '@/lib/forms/staff-state'
import type { Place } from '../hidden'
import { keep } from './actions'

/** Work on the page renews the claim this often at most; after a refusal it is asked again sooner. */
const EVERY_MS = 5 * 60_000
const AGAIN_MS = 15_000

/** The end of a claim in real time, and how far away it was when that was said: this machine's clock may be wrong. */
export type Kept = { until: number; leftMs: number }
export type Lost = { why: keyof typeof CLAIM_LOST } | { why: 'expired'; signIn: string }

async function ask({ caseId, list }: Place): Promise<Kept | Lost | null> {
  const form = new FormData()
  form.set('caseId', caseId)
  form.set('list', list)
  // Without a network nothing is known; the verdict will say.
  const answer = await keep(newStaffForm, form).catch(() => null)
  switch (answer?.status) {
    case 'answered':
      return answer.answer
    case 'expired':
      return { why: 'expired', signIn: answer.signIn }
    case 'refused':
      return { why: answer.code === 'CASE_DECIDED' || answer.code === 'NOT_FOUND' ? answer.code : 'CASE_NOT_YOURS' }
    default:
      return null
  }
}

/** Keys, presses and turning the wheel keep the case in hand, and the session with it; whoever has lost it hears so at the next of them. */
export function useKeptClaim(place: Place, first: Kept): { kept: Kept; lost: Lost | null } {
  const [told, setTold] = useState<{ kept: Kept; lost: Lost | null }>({ kept: first, lost: null })
  const dueAt = useRef<number | null>(null)
  useEffect(() => {
    dueAt.current ??= performance.now() + EVERY_MS
    const onWork = async () => {
      if (dueAt.current === null || performance.now() < dueAt.current) return
      dueAt.current = performance.now() + EVERY_MS
      const heard = await ask(place)
      if (!heard || 'why' in heard) dueAt.current = performance.now() + AGAIN_MS
      if (heard) setTold(({ kept }) => ('why' in heard ? { kept, lost: heard } : { kept: heard, lost: null }))
    }
    const listen = () => void onWork()
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const event of events) document.addEventListener(event, listen, { passive: true })
    return () => {
      for (const event of events) document.removeEventListener(event, listen)
    }
  })
  return told
}
