import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { determine, type Season } from '@/lib/rules'
import type { Now } from '@/lib/domain/actor'
import { outcomeOf, SimulationTally, type FamilyOutcome } from '@/lib/domain/simulation'
import { db } from '@/lib/data/db'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { findSeasonDraft } from '@/lib/data/season-drafts'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { countSimulated, simulatedFamilies, type SimulatedFamily } from '@/lib/data/simulated-families'
import { failSimulation, finishSimulation, giveUpSimulations, noteProgress, takeSimulation, type TakenSimulation } from '@/lib/data/simulations'
import { log } from '@/lib/log'

/** A stretch of work, after which whoever has asked this server for a page comes first. */
const STRETCH_MS = 8
const PAUSE_MS = 4
const NOTE_MS = 1000

/**
 * Tries drafts on whole years of families, one run after the other, beside the pages that this server serves. A run
 * that its server did not finish is begun anew by another. @returns how many were finished
 */
export async function runSimulations({ now }: { now: Now }): Promise<number> {
  await giveUpSimulations()
  let finished = 0
  for (let taken = await takeSimulation(); taken; taken = await takeSimulation()) if (await run(taken, now)) finished += 1
  return finished
}

async function run(taken: TakenSimulation, now: Now): Promise<boolean> {
  const draft = await findSeasonDraft(db(), taken, taken.draftId)
  const season = draft && judgeDraft(draft).season
  if (!season) return failSimulation(taken, 'DRAFT_UNCLEAR').then(() => false)
  const beside = await besideDraft(taken, draft.year)
  if (!(await noteProgress(taken, { revision: draft.revision, total: await countSimulated(taken) }))) return false

  const tally = new SimulationTally()
  const since = performance.now()
  let [done, rested, noted] = [0, since, since]
  for await (const family of simulatedFamilies(taken, now.season)) {
    if (family) tally.add(family.applicationId, beforeOf(family, taken, beside?.season ?? season), outcomeOf(determine(family.facts, season)))
    done += 1
    const time = performance.now()
    if (time - noted >= NOTE_MS) {
      if (!(await noteProgress(taken, { done }))) return false
      noted = time
    }
    if (time - rested < STRETCH_MS) continue
    await pause(PAUSE_MS)
    rested = performance.now()
  }
  const finished = await finishSimulation(taken, tally.result(beside?.season ?? season, season, beside?.number ?? null), done)
  log.info({ simulation: taken.id, families: done, ms: Math.round(performance.now() - since), finished }, 'simulation')
  return finished
}

/** The season that the draft stands beside: of its own year where that has one, or the one under which these families came. */
async function besideDraft({ county, year, against }: TakenSimulation, draftYear: number): Promise<PublishedSeason | null> {
  const own = against === 'published' ? await getPublishedSeason(county, draftYear) : null
  return own ?? getPublishedSeason(county, year)
}

/** What was frozen, unless the published season is asked for; of a draft nothing is frozen. */
function beforeOf({ facts, frozen }: SimulatedFamily, { against }: TakenSimulation, beside: Season): FamilyOutcome {
  return against === 'submitted' && frozen ? frozen : outcomeOf(determine(facts, beside))
}
