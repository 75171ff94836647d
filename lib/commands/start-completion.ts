import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Presence } from '@/lib/domain/assistance'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordAudit } from '@/lib/audit/record'
import { openAssistance } from '@/lib/data/assistances'
import { listCompletableOf } from '@/lib/data/completions'
import { db } from '@/lib/data/db'

type Failure = { code: 'NOT_FOUND' | 'COMPLETION_WAITING' | 'ENDING_WAITING' }
type Input = { actor: StaffActor; applicationId: string; presence: Presence; now: Now }

/**
 * An officer of the desk takes on a registration that an appeal left open at the close, for its guardian, who stands
 * there or is on the phone. Of this one registration everything is judged as of when the appeal was sent.
 */
export async function startCompletion({ actor, applicationId, presence, now }: Input): Promise<Result<{ assistanceId: string }, Failure>> {
  return db().$transaction(async (transaction) => {
    const [open] = await listCompletableOf(transaction, actor.county, now.season, applicationId)
    if (!open) return fail({ code: 'NOT_FOUND' })
    if (open.proposal?.status === 'waiting') return fail({ code: open.proposal.kind === 'ending' ? 'ENDING_WAITING' : 'COMPLETION_WAITING' })
    const { application, guardian: { guardianId }, judgedAt } = open
    const assistanceId = await openAssistance(transaction, { actor, of: { guardianId }, presence, completion: { applicationId, judgedAt }, now })
    await recordAudit(transaction, { type: 'assistance-started', actor: { kind: 'staff', id: actor.staffId, onBehalfOf: guardianId }, application, content: { assistanceId, presence, judgedAt } })
    return succeed({ assistanceId })
  })
}
