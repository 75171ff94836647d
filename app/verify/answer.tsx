'use client'

import { useEffect, useRef } from 'react'
import { Phrases } from '@/components/ui/phrase'
import { StatusTag } from '@/components/ui/tag'
import { VERIFIED_NEXT, VERIFIED_STATUS, VERIFY_WORDS } from '@/lib/copy/admission'
import type { Verified } from '@/lib/domain/notice-number'

/** School and status, and nothing of the child. Takes the focus, so that it is read out. */
export function Answer({ answer, attempt }: { answer: Verified; attempt: number }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [attempt])
  const { tag, text } = VERIFIED_STATUS[answer.status]
  return (
    <section aria-labelledby="answer" className="border-t-2 border-t-ink border-b border-b-line py-3.5">
      <h2 id="answer" ref={heading} tabIndex={-1} className="text-xl">{answer.status === 'unknown' ? VERIFY_WORDS.answer : answer.school}</h2>
      <p className="my-1"><StatusTag kind={tag}>{text}</StatusTag></p>
      <p className="text-sm text-ink-soft"><Phrases text={VERIFIED_NEXT[answer.status]} /></p>
    </section>
  )
}
