import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { Against } from '@/lib/domain/simulation'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { findSeasonDraft } from '@/lib/data/season-drafts'
import { countSimulated } from '@/lib/data/simulated-families'
import { addSimulation } from '@/lib/data/simulations'

type Asked = { actor: StaffActor; draftId: string; year: number; drafts: boolean; against: Against }
export type StartFailure = { code: 'NOT_FOUND' | 'DRAFT_UNCLEAR' | 'NO_FAMILIES' | 'SIMULATION_OPEN' }

/** Puts a try of a draft in line; a server takes it up within seconds. */
export async function startSimulation({ actor, draftId, ...sample }: Asked): Promise<Result<{ id: string; draftId: string }, StartFailure>> {
  const draft = await findSeasonDraft(db(), actor, draftId)
  if (!draft) return fail({ code: 'NOT_FOUND' })
  if (!judgeDraft(draft).season) return fail({ code: 'DRAFT_UNCLEAR' })
  const { county } = actor
  if ((await countSimulated({ county, ...sample })) === 0) return fail({ code: 'NO_FAMILIES' })
  return db().$transaction(async (transaction) => {
    const added = await addSimulation(transaction, { actor, draftId, ...sample })
    if (!added.ok) return added
    await recordAudit(transaction, { type: 'season-tried', actor: auditedAs(actor), county, content: { draftId, simulationId: added.value.id, ...sample } })
    return succeed({ id: added.value.id, draftId })
  })
}
