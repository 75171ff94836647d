import { drawSeed } from '@/lib/data/allocation-outcome'
import { runAllocation } from '@/lib/commands/run-allocation'
import { countCandidates, countUnfinished, listDecisions } from '@/lib/data/allocation-figures'
import { findAllocationRun, listAllocationRuns } from '@/lib/data/allocation-runs'
import { countCompletable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import type { PublishedSeason } from '@/lib/data/seasons'
import type { Question } from './sample'

/** A trial run of everybody, by the first instant after the close. */
async function aRunOf(published: PublishedSeason): Promise<string> {
  const [run] = await listAllocationRuns(db(), published)
  if (run) return run.id
  const { closesAt } = published.season.settings
  const made = await runAllocation({ actor: null, county: published.county, seed: drawSeed(), now: { season: closesAt, real: closesAt } })
  if (!made.ok) throw new Error(made.failure.code)
  return made.value.runId
}

export async function ofAllocation(published: PublishedSeason): Promise<Question[]> {
  const run = await aRunOf(published)
  const { closesAt } = published.season.settings
  return [
    { page: 'allocation', what: 'who takes part', ask: () => countCandidates(db(), published) },
    { page: 'allocation', what: 'what is not finished', ask: () => countUnfinished(db(), published) },
    { page: 'allocation', what: 'what can be completed', ask: () => countCompletable(db(), published, closesAt) },
    { page: 'allocation', what: 'the runs', ask: () => listAllocationRuns(db(), published) },
    { page: 'allocation run', what: 'the run with its figures', ask: () => findAllocationRun(db(), published, run) },
    { page: 'allocation run', what: 'its decisions', ask: () => listDecisions(db(), run, {}, 50) },
    { page: 'allocation run', what: 'those by hand', ask: () => listDecisions(db(), run, { outcome: 'by-hand' }, 50) },
    { page: 'allocation run', what: 'those of a school', ask: () => listDecisions(db(), run, { school: published.season.schools[0]?.code }, 50) },
  ]
}
