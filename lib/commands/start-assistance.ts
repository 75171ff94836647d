import 'server-only'
import type { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { assistedGuardian } from '@/lib/domain/assistance'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordAudit } from '@/lib/audit/record'
import { openAssistance, recordCheckedCard } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'

type Input = { actor: StaffActor; card: z.output<typeof assistedGuardian>; now: Now }

/**
 * An officer of the desk takes on a guardian who stands there and whose card was checked. Nothing of a family is open
 * yet: the signed consent comes next.
 */
export async function startAssistance({ actor, card, now }: Input): Promise<Result<{ assistanceId: string }, { code: 'GUARDIAN_NAME_DIFFERS'; field: 'name' }>> {
  return db().$transaction(async (transaction) => {
    const checked = await recordCheckedCard(transaction, card)
    if (!checked.ok) return fail({ ...checked.failure, field: 'name' })
    const { guardianId } = checked.value
    const assistanceId = await openAssistance(transaction, { actor, guardianId, presence: 'present', completion: null, now })
    await recordAudit(transaction, { type: 'assistance-started', actor: { kind: 'staff', id: actor.staffId, onBehalfOf: guardianId }, county: actor.county, content: { assistanceId } })
    return succeed({ assistanceId })
  })
}
