import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { extendClaimOf } from '@/lib/data/claims'
import { db } from '@/lib/data/db'

/** Whoever opens a case that is in their hand has the whole time again. @returns whether it is in their hand */
export async function extendClaim({ actor, caseId, now }: { actor: StaffActor; caseId: string; now: Now }): Promise<boolean> {
  return extendClaimOf(db(), actor, caseId, now.real)
}
