'use client'

import { useActionState, useState } from 'react'
import { useCaseKeys } from '@/components/console/use-case-keys'
import { useViewing, type Picture } from '@/components/console/use-viewing'
import { Viewer } from '@/components/console/viewer'
import { newStaffForm } from '@/lib/forms/staff-state'
import type { Verdict } from '@/lib/domain/case-decision'
import { decide } from './actions'
import type { Deciding } from './decision-fields'
import { DecisionForm } from './decision-form'
import { useTicks } from './use-ticks'
import { useUnsent } from './use-unsent'

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
  const [verdict, setVerdict] = useState<Verdict | null>(() => deciding?.verdicts.find((one) => one === typed.verdict) ?? null)
  const viewing = useViewing(pictures ?? [])
  const papers = deciding?.papers ?? []
  const { ticked, tick, tickAndGoOn } = useTicks(papers, viewing.showPaper, typed['checked[]'])

  function choose(one: Verdict | undefined) {
    if (!one) return
    setVerdict(one)
    // What comes next is chosen or written there; a plain approval needs nothing more.
    const next = FIRST_ASKED[one]
    if (next) requestAnimationFrame(() => document.getElementById(next)?.focus())
  }

  useCaseKeys(
    {
      ...viewing.deeds,
      tick: () => tickAndGoOn(pictures?.[viewing.index]?.paper),
      approve: () => choose(deciding?.verdicts[0]),
      refuse: () => choose(deciding?.verdicts[1]),
      want: () => choose(deciding?.verdicts[2]),
    },
    (place) => tick(papers[place]?.id),
  )
  useUnsent()

  return (
    <>
      {pictures && <Viewer pictures={pictures} ticked={ticked} viewing={viewing} />}
      {deciding && <DecisionForm {...{ deciding, state, action, ticked, verdict }} onTick={tick} onVerdict={setVerdict} />}
    </>
  )
}
