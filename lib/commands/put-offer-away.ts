import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { succeed, type Result } from '@/lib/domain/result'
import { db } from '@/lib/data/db'
import { writeOffer } from '@/lib/data/staff-sessions'

/** What was shown has been noted, or is not wanted: from here on nobody can show it again. */
export async function putOfferAway({ actor }: { actor: StaffActor }): Promise<Result<null, never>> {
  await writeOffer(db(), actor, null)
  return succeed(null)
}
