'use client'

import { useState } from 'react'
import type { Deciding } from './decision-fields'

/**
 * The papers that were found in order. What is ticked is looked at, on whichever side that is done.
 * @param typed the ids of the try before, as the form gave them back
 */
export function useTicks(papers: Deciding['papers'], showPaper: (id: string) => void, typed: string | undefined) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(typed?.split(' ')))

  function tick(id: string | undefined) {
    if (id === undefined) return
    setTicked((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
    showPaper(id)
  }

  /** The paper that is looked at is in order: on to the next one. Where nothing is decided there is nothing to tick. */
  function tickAndGoOn(id: string | undefined) {
    const place = papers.findIndex((paper) => paper.id === id)
    if (id === undefined || place === -1) return
    setTicked((before) => new Set([...before, id]))
    const next = papers[place + 1]
    if (next) showPaper(next.id)
  }

  return { ticked, tick, tickAndGoOn }
}
