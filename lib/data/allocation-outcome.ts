import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { allocate, type AllocationFinding } from '@/lib/rules'
import { decisionsText, inputsText, seasonText, type AllocationInput, type AllocationLine, type AllocationSeason, type WorkedOut } from '@/lib/domain/allocation'

/** The same for the same season, inputs and seed, on every machine; needs no database. */
export function workOut(season: AllocationSeason, inputs: readonly AllocationInput[], seed: string): { findings: AllocationFinding[] } | WorkedOut {
  const lots = new Map(inputs.map((input) => [input.id, lotOf(seed, input)]))
  const lotFor = (id: string) => lots.get(id) ?? ''
  const ranks = new Map(inputs.map(({ id, rank }) => [id, rank]))
  const allocated = allocate(inputs.map((input) => ({ ...input, lot: lotFor(input.id) })), season.schools.map(({ code, capacity }) => ({ school: code, capacity })), season)
  if ('findings' in allocated) return allocated
  const lines = allocated.decisions.map((decision): AllocationLine => ({ ...decision, rank: ranks.get(decision.id) ?? 0, lot: lotFor(decision.id) }))
  const texts = { season: seasonText(season), inputs: inputsText(inputs), decisions: decisionsText(lines) }
  return { lines, loads: allocated.loads, texts, inputsHash: sha256(texts.season + texts.inputs), decisionsHash: sha256(texts.decisions) }
}

/** HMAC-SHA-256 of the family, or of the only child's application, under the seed: anybody with both can draw it again. */
function lotOf(seed: string, { id, family }: Pick<AllocationInput, 'id' | 'family'>): string {
  return createHmac('sha256', seed).update(family ?? id).digest('hex')
}

/** A seed that nobody chose, where none was drawn in public. */
export function drawSeed(): string {
  return randomBytes(16).toString('hex')
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
