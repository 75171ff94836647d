import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { cancelSimulation as endSimulation } from '@/lib/data/simulations'

/** Takes a try back that has not ended; the server that is at it stops with the next progress that it notes. */
export async function cancelSimulation({ actor, simulationId }: { actor: StaffActor; simulationId: string }): Promise<Result<null, { code: 'SIMULATION_ENDED' }>> {
  return db().$transaction(async (transaction) => {
    if (!(await endSimulation(transaction, actor, simulationId))) return fail({ code: 'SIMULATION_ENDED' })
    await recordAudit(transaction, { type: 'season-tried', actor: auditedAs(actor), county: actor.county, content: { simulationId, what: 'cancelled' } })
    return succeed(null)
  })
}
