import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { windowFault, type WindowFault } from '@/lib/domain/season-window'
import { instantOf } from '@/lib/rules'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { addCountyProposal } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { areResultsOut } from '@/lib/data/season-window'

type Failure = { code: 'NO_SEASON' | WindowFault | 'WINDOW_RESULTS_OUT' | 'ALREADY_WAITING'; field?: 'closesAt' }
type Propose = { actor: StaffActor; /** with its time zone */ closesAt: string; reason: string; now: Now }

/** Proposes a later close for the season under way, after an outage: while it is open, or after its close and before its results. */
export async function proposeWindow({ actor, closesAt, reason, now }: Propose): Promise<Result<{ proposalId: string }, Failure>> {
  return db().$transaction(async (transaction) => {
    const published = await getSeasonUnderWay(actor.county, now.season, transaction)
    if (!published) return fail({ code: 'NO_SEASON' })
    const { season: { settings }, year } = published
    const fault = windowFault(settings, instantOf(closesAt) ?? 0, now.season)
    if (fault) return fail({ code: fault, field: 'closesAt' })
    if (await areResultsOut(transaction, published)) return fail({ code: 'WINDOW_RESULTS_OUT' })
    const content = { schemaVersion: 1, from: settings.closesAt, closesAt, reason }
    const proposed = await addCountyProposal(transaction, { actor, year, kind: 'extend-window', subjectId: null, content, now })
    if (!proposed.ok) return proposed
    await recordAudit(transaction, { type: 'window-proposed', actor: auditedAs(actor), county: actor.county, content: { year, proposalId: proposed.value.id, closesAt, reason } })
    return succeed({ proposalId: proposed.value.id })
  })
}
