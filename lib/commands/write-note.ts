import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { addNote } from '@/lib/data/case-notes'
import { holdCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'

/** A note among officers, whoever has the case in hand and also once it is decided. No family reads it. */
export async function writeNote({ actor, caseId, text, now }: { actor: StaffActor; caseId: string; text: string; now: Now }): Promise<Result<{ caseId: string }, { code: 'NOT_FOUND' }>> {
  return db().$transaction(async (transaction) => {
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held) return fail({ code: 'NOT_FOUND' })
    await addNote(transaction, { actor, application: held.application, caseId, text, now })
    await recordAudit(transaction, { type: 'case-noted', actor: auditedAs(actor), application: held.application, content: { caseId } })
    return succeed({ caseId })
  })
}
