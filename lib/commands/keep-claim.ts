import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { CLAIM_MS } from '@/lib/domain/cases'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { giveCaseTo, holdCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'

export type KeepClaimFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'CASE_NOT_YOURS' }

/**
 * Whoever works on a case in hand keeps it: its time begins anew. Whoever has lost it meanwhile, because it was given to
 * somebody else, or the family took it back, hears so before a verdict is written out. @returns until when in real time, and how far away that is
 */
export async function keepClaim({ actor, caseId, now }: { actor: StaffActor; caseId: string; now: Now }): Promise<Result<{ until: number; leftMs: number }, KeepClaimFailure>> {
  return db().$transaction(async (transaction) => {
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    if (held.holderId !== actor.staffId) return fail({ code: 'CASE_NOT_YOURS' })
    await giveCaseTo(transaction, held, actor.staffId, now.real)
    return succeed({ until: now.real + CLAIM_MS, leftMs: CLAIM_MS })
  })
}
