'use client'

import { useActionState, useLayoutEffect, useRef, useState } from 'react'
import { newStaffForm } from '@/lib/forms/staff-state'
import type { Verdict } from '@/lib/domain/case-decision'
import { decide } from './actions'
import { DecisionForm, type Deciding } from './decision-form'
import { readKey, type CaseDeed } from './shortcuts'
import { useViewing, Viewer, type Picture } from './viewer'

type Props = {
  /** one a page, in the order of the papers; null of an objection, which is judged on what the run and the registers say */
  pictures: readonly Picture[] | null
  /** what is decided on, where the case is in the reader's hand */
  deciding: Deciding | null
}

/** What a verdict asks for first, by its field. */
const FIRST_ASKED: Partial<Record<Verdict, string>> = { refused: 'reasonCode', wanted: 'document', 'proposed-for-return': 'reason', kept: 'reason', changed: 'schoolCode' }

/** Papers and decision of a case, on one keyboard: what is ticked on the right is marked on the strip in the middle. */
export function Bench({ pictures, deciding }: Props) {
  const [state, action] = useActionState(decide, newStaffForm)
  const typed = state.status === 'new' ? {} : state.values
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(typed['checked[]']?.split(' ')))
  const [verdict, setVerdict] = useState<Verdict | null>(() => deciding?.verdicts.find((one) => one === typed.verdict) ?? null)
  const viewing = useViewing(pictures ?? [])
  const viewer = useRef<HTMLElement>(null)

  function tick(id: string) {
    setTicked((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
    viewing.showPaper(id)
  }

  function choose(one: Verdict | undefined) {
    if (!one || !deciding?.verdicts.includes(one)) return
    setVerdict(one)
    // What comes next is chosen or written there; a plain approval needs nothing more.
    const next = FIRST_ASKED[one]
    if (next) requestAnimationFrame(() => document.getElementById(next)?.focus())
  }

  const deeds: Record<CaseDeed, () => void> = {
    ...viewing.deeds,
    'full-screen': () => void (document.fullscreenElement ? document.exitFullscreen() : viewer.current?.requestFullscreen()),
    approve: () => choose(deciding?.verdicts[0]),
    refuse: () => choose(deciding?.verdicts[1]),
    want: () => choose(deciding?.verdicts[2]),
  }

  const onKey = (event: KeyboardEvent) => {
    const pressed = readKey(event)
    if (pressed === null) return
    if (pressed === 'leave-field') return void (event.target instanceof HTMLElement && event.target.blur())
    if ('button' in pressed) {
      const button = document.querySelector<HTMLElement>(`[data-key="${pressed.button}"]`)
      if (!button) return
      event.preventDefault()
      button.click()
      return
    }
    event.preventDefault()
    const paper = 'tick' in pressed ? deciding?.papers[pressed.tick] : undefined
    if (paper) tick(paper.id)
    if ('deed' in pressed) deeds[pressed.deed]()
  }

  // Before anything is drawn: the next case takes keys as soon as it is seen.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return (
    <>
      {pictures && <Viewer ref={viewer} pictures={pictures} ticked={ticked} viewing={viewing} onFullScreen={deeds['full-screen']} />}
      {deciding && <DecisionForm {...{ deciding, state, action, ticked, verdict }} onTick={tick} onVerdict={setVerdict} />}
    </>
  )
}
