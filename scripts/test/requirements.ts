import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inRoot } from '../start/root'
import type { Outcome } from './reports'

const rows = z.object({ takenUp: z.array(z.string().regex(/^R-\d{2}$/)), all: z.int() })

/** Rows of the notice that the project has taken up (tests/requirements.json), against the titles of passed tests. */
export function checkRequirements(outcomes: readonly Outcome[]): { unproved: string[]; notTakenUp: string[] } {
  const { takenUp, all } = rows.parse(JSON.parse(readFileSync(inRoot('tests/requirements.json'), 'utf8')))
  return compare(takenUp, all, outcomes)
}

export function compare(takenUp: readonly string[], all: number, outcomes: readonly Outcome[]): { unproved: string[]; notTakenUp: string[] } {
  const named = new Set(outcomes.filter((one) => one.status === 'passed').flatMap((one) => one.title.match(/\bR-\d{2}\b/g) ?? []))
  const every = Array.from({ length: all }, (_, index) => `R-${String(index + 1).padStart(2, '0')}`)
  return { unproved: takenUp.filter((row) => !named.has(row)), notTakenUp: every.filter((row) => !takenUp.includes(row)) }
}
