import type { Metadata } from 'next'
import { z } from 'zod'
import { ListKeys } from '@/components/console/list-keys'
import { Empty } from '@/components/ui/empty'
import { SEASON_TRIAL_ERRORS } from '@/lib/copy/staff/season-trial'
import { CHANGE_KINDS, isOpenSimulation } from '@/lib/domain/simulation'
import { listFamilyYears } from '@/lib/data/simulated-families'
import { findFinishedSimulation, findOpenSimulation, listSimulations } from '@/lib/data/simulations'
import { paths } from '@/lib/paths'
import { DraftPage } from '../draft-page'
import { openDraft, type DraftProps } from '../open-draft'
import { Progress } from './progress'
import { Result } from './result'
import { Runs } from './runs'
import { StartForm } from './start-form'

export const metadata: Metadata = { title: '试算' }

const MOST_RUNS = 10
const asked = z.object({ run: z.uuid().optional().catch(undefined), kind: z.enum(CHANGE_KINDS).catch('any'), page: z.coerce.number().int().min(1).max(1000).catch(1) })

/** A draft tried on a whole year of families before it is published. */
export default async function WhatIfPage({ params, searchParams }: DraftProps) {
  const { actor, draft, judged: { season, findings } } = await openDraft(params, paths.seasonWhatIf)
  const given = await searchParams
  const { run: wanted, kind, page } = asked.parse(given)
  const [open, runs, years] = await Promise.all([findOpenSimulation(actor), listSimulations(actor, draft.id, MOST_RUNS), listFamilyYears(actor.county)])
  // While one goes on, the page is asked for every other second: an older result is shown only to whoever asks for it.
  const run = open && !wanted ? null : await findFinishedSimulation(actor, draft.id, wanted)
  const ended = runs.filter(({ status }) => !isOpenSimulation(status))
  return (
    <DraftPage actor={actor} draft={draft} current="whatIf" findings={findings} fault={given.fault} lead="用真实的登记试一遍草稿：各校人数、谁的学校和类别会变。不改变任何登记，家长看不到。">
      <ListKeys />
      {open && <Progress run={open} draftId={draft.id} />}
      {!open && season && years.length > 0 && <StartForm draftId={draft.id} years={years} />}
      {!season && <Empty title="草稿还试不了">{SEASON_TRIAL_ERRORS.DRAFT_UNCLEAR}</Empty>}
      {years.length === 0 && <Empty title="还没有登记">{SEASON_TRIAL_ERRORS.NO_FAMILIES}</Empty>}
      {run && <Result actor={actor} draft={draft} run={run} kind={kind} page={page} />}
      {ended.length > 0 && <Runs runs={ended} shown={run?.id ?? null} />}
    </DraftPage>
  )
}
