import 'server-only'
import type { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { assistedGuardian } from '@/lib/domain/assistance'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { bearsTheirName, openAssistance } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'

type Input = { actor: StaffActor; card: z.output<typeof assistedGuardian>; now: Now }

/**
 * An officer of the desk takes on a guardian who stands there and whose card was checked. Nothing of a family is open
 * yet, and nothing of the guardian is written but the card within this act, under the act's own key: the signed consent comes
 * next, and without it the key goes (P9).
 */
export async function startAssistance({ actor, card: { idNumber, name, phone }, now }: Input): Promise<Result<{ assistanceId: string }, { code: 'GUARDIAN_NAME_DIFFERS'; field: 'name' }>> {
  const card = { idNumber, name, phone }
  return db().$transaction(async (transaction) => {
    if (!(await bearsTheirName(transaction, card))) return fail({ code: 'GUARDIAN_NAME_DIFFERS', field: 'name' })
    const assistanceId = await openAssistance(transaction, { actor, of: { card }, presence: 'present', completion: null, now })
    await recordAudit(transaction, { type: 'assistance-started', actor: auditedAs(actor), county: actor.county, content: { assistanceId } })
    return succeed({ assistanceId })
  })
}
