import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { proveOwnPassword, type NotOneself } from '@/lib/audit/staff-attempts'
import { db } from '@/lib/data/db'
import { newSecret } from '@/lib/data/one-time-code'
import { writeOffer } from '@/lib/data/staff-sessions'

/**
 * Begins an enrolment: a new secret that only this session is shown. The one before stays good until a code of the new one
 * has been typed. Whoever enrols for the first time has just signed in; later on the password is asked for again.
 * @param current null at the first enrolment
 */
export async function offerSecret({ actor, current, now }: { actor: StaffActor; current: string | null; now: Now }): Promise<Result<null, NotOneself | { code: 'CHANGED_MEANWHILE' }>> {
  if ((current === null) !== (actor.due === 'code')) return fail({ code: 'CHANGED_MEANWHILE' })
  if (current !== null) {
    const proof = await proveOwnPassword(actor, current, now.real)
    if (!proof.ok) return proof
  }
  await writeOffer(db(), actor, { kind: 'secret', secret: newSecret() })
  return succeed(null)
}
