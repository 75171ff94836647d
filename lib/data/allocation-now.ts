import 'server-only'
import { allocationSeasonOf, type AllocationInput, type WorkedOut } from '@/lib/domain/allocation'
import { seasonPhase } from '@/lib/domain/season-phase'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { countUnfinished } from './allocation-figures'
import { readAllocationInputs } from './allocation-inputs'
import { workOut } from './allocation-outcome'
import { findPublishedRun, type AllocationRun } from './allocation-runs'
import type { Transaction } from './db'
import type { PublishedSeason } from './seasons'

/** What keeps a run from being made; `of` names schools or rows of the category table, where it is about them. */
export type RunObstacle = {
  code: 'ALLOCATION_NOT_CLOSED' | 'ALLOCATION_PUBLISHED' | 'ALLOCATION_NOBODY' | 'ALLOCATION_CAPACITY_MISSING' | 'ALLOCATION_SCHOOL_UNKNOWN' | 'ALLOCATION_CATEGORY_UNKNOWN'
  of: readonly string[]
}

/** The season's allocation worked out from what is registered and published now, once the season has closed. */
export async function allocateNow(transaction: Transaction, published: PublishedSeason, seed: string, at: number): Promise<Result<{ inputs: AllocationInput[]; worked: WorkedOut }, RunObstacle>> {
  if (seasonPhase(published.season.settings, at) !== 'after') return fail({ code: 'ALLOCATION_NOT_CLOSED', of: [] })
  if (await findPublishedRun(transaction, published)) return fail({ code: 'ALLOCATION_PUBLISHED', of: [] })
  const read = await readAllocationInputs(transaction, published)
  if ('findings' in read) return fail({ code: 'ALLOCATION_CATEGORY_UNKNOWN', of: read.findings.map(({ row }) => row) })
  if (read.inputs.length === 0) return fail({ code: 'ALLOCATION_NOBODY', of: [] })
  const worked = workOut(allocationSeasonOf(published.season), read.inputs, seed)
  if (!('findings' in worked)) return succeed({ inputs: read.inputs, worked })
  const code = worked.findings.some((finding) => finding.code === 'CAPACITY_MISSING') ? 'CAPACITY_MISSING' : 'SCHOOL_UNKNOWN'
  return fail({ code: `ALLOCATION_${code}`, of: worked.findings.filter((finding) => finding.code === code).map(({ school }) => school) })
}

export type PublicationObstacle = RunObstacle | { code: 'ALLOCATION_APPEALS_OPEN' | 'ALLOCATION_INPUTS_CHANGED' }

/**
 * The run once more, from what there is now, if it may be told to the families: its inputs and decisions are what they were,
 * and no appeal that waited at the close is undecided, unless the season completes nothing after it.
 */
export async function publishableNow(transaction: Transaction, published: PublishedSeason, run: AllocationRun, at: number): Promise<Result<WorkedOut, PublicationObstacle>> {
  const now = await allocateNow(transaction, published, run.seed, at)
  if (!now.ok) return now
  const { appeals } = await countUnfinished(transaction, published)
  if (appeals > 0 && published.season.settings.review.afterClose !== 'never') return fail({ code: 'ALLOCATION_APPEALS_OPEN' })
  const { worked } = now.value
  return worked.inputsHash === run.inputsHash && worked.decisionsHash === run.decisionsHash ? succeed(worked) : fail({ code: 'ALLOCATION_INPUTS_CHANGED' })
}
