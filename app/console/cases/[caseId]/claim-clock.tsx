'use client'

import { useEffect, useState } from 'react'
import { CLAIM, CLAIM_LOST } from '@/lib/copy/staff/case-file'
import { DECISION } from '@/lib/copy/staff/decision'
import { clockTime } from '@/lib/copy/time'
import { casePath } from '../case-path'
import type { Place } from '../hidden'
import { useKeptClaim, type Kept, type Lost } from './use-kept-claim'

const SOON_MS = 5 * 60_000

/** Until when the case is in the reader's hand; that it ends soon, and that it is in it no more. */
export function ClaimClock({ place, until, leftMs }: Kept & { place: Place }) {
  const { kept, lost } = useKeptClaim(place, { until, leftMs })
  return lost ? <NotInHand lost={lost} place={place} /> : <InHand key={kept.until} {...kept} />
}

function InHand({ until, leftMs }: Kept) {
  const [isSoon, setSoon] = useState(false)
  useEffect(() => {
    const soon = setTimeout(() => setSoon(true), Math.max(0, leftMs - SOON_MS))
    return () => clearTimeout(soon)
  }, [leftMs])
  return <span className={isSoon ? 'num text-sm font-bold' : 'num text-sm text-ink-soft'}>{(isSoon ? CLAIM.soon : CLAIM.mine)(clockTime(until))}</span>
}

/** Beside the case: what was typed in it stays. */
function NotInHand({ lost, place: { caseId, list } }: { lost: Lost; place: Place }) {
  const [words, href, link] = lost.why === 'expired' ? [DECISION.expired, lost.signIn, DECISION.signIn] : [CLAIM_LOST[lost.why], casePath(caseId, list), DECISION.latest]
  return <span className="text-sm font-bold" role="alert">{words}　<a className="inline-flex min-h-target items-center" href={href} target="_blank" rel="noreferrer">{link}</a></span>
}
