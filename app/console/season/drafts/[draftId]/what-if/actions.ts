'use server'

import { z } from 'zod'
import { AGAINST } from '@/lib/domain/simulation'
import { cancelSimulation } from '@/lib/commands/cancel-simulation'
import { startSimulation } from '@/lib/commands/start-simulation'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The page of the draft that the form stands on. */
function page(form: FormData): string {
  const id = z.uuid().safeParse(form.get('draftId'))
  return id.success ? paths.seasonWhatIf(id.data) : paths.season
}

const asked = z.object({ draftId: z.uuid(), year: z.coerce.number().int(), against: z.enum(AGAINST), drafts: z.literal('yes').optional() })

export const start = staffPost('season', asked, page, ({ actor, input: { drafts, ...input } }) => startSimulation({ actor, drafts: drafts === 'yes', ...input }), ({ draftId }) => paths.seasonWhatIf(draftId))

export const cancel = staffPost('season', z.object({ draftId: z.uuid(), simulationId: z.uuid() }), page, ({ actor, input }) => cancelSimulation({ actor, simulationId: input.simulationId }), (_value, { draftId }) => paths.seasonWhatIf(draftId))
