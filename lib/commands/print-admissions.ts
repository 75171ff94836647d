import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Admission } from '@/lib/domain/admission-list'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordAdmissionsTaken } from '@/lib/audit/admissions-taken'
import { db } from '@/lib/data/db'
import { findOwnSchool } from '@/lib/data/own-school'
import { listAdmissions, publishedOn, type AdmissionFilter } from '@/lib/data/school-admissions'
import { filterOnRecord } from '@/lib/data/school-applicants'

type Print = { actor: StaffActor; filter: AdmissionFilter; now: Now }

/** The list as it goes onto paper, which leaves the house like a file does. */
export async function printAdmissions({ actor, filter, now }: Print): Promise<Result<readonly Admission[], { code: 'NO_SEASON' | 'NOT_PUBLISHED' }>> {
  const own = await findOwnSchool(actor, now.season)
  if (!own) return fail({ code: 'NO_SEASON' })
  if ((await publishedOn(own.scope)) === null) return fail({ code: 'NOT_PUBLISHED' })
  const admissions = await listAdmissions(own.scope, filter)
  await db().$transaction((transaction) => recordAdmissionsTaken(transaction, { actor, as: 'paper', filter: filterOnRecord(filter), applicationIds: admissions.map((one) => one.applicationId) }))
  return succeed(admissions)
}
