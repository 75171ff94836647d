import { chooseSchool } from '@/lib/commands/choose-school'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import type { StaffActor } from '@/lib/domain/actor'
import { findOwnSchool } from '@/lib/data/own-school'
import { listApplicants, type ApplicantFilter } from '@/lib/data/school-applicants'
import { aServedConfirmation, COUNTY, later, MORNING } from './journey'
import { aStaffMember } from './staff'

/** Once a confirmation of the morning has been read. */
export const READ = later(MORNING, 15_000)

/** A family whose submission is in. @throws when the rules refuse it */
export async function submitted(walk = 'deed-father') {
  const served = await aServedConfirmation(walk)
  const sent = await submitApplication({ ...served, now: READ })
  if (!sent.ok) throw new Error(sent.failure.code)
  return served
}

/** A family of 阳湖村, asking on its registration; which school, it has still to choose. */
export function villager() {
  return aServedConfirmation('yanghu-household', MORNING, { basis: 'HOUSEHOLD_REGISTRATION' })
}

export async function submittedVillager(school: string): Promise<void> {
  const { actor, applicationId } = await villager()
  await chooseSchool({ actor, applicationId, school, now: MORNING })
  const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  const sent = await submitApplication({ actor, applicationId, fingerprint: served.value.confirmation.fingerprint, now: READ })
  if (!sent.ok) throw new Error(sent.failure.code)
}

/** Somebody who answers a school’s telephone. */
export function clerk(schoolCode: string, county = COUNTY): Promise<StaffActor> {
  return aStaffMember('school', { schoolCode, county, name: '涂老师' })
}

export async function scopeOf(actor: StaffActor) {
  const own = await findOwnSchool(actor, READ.season)
  if (!own) throw new Error('no such school')
  return own.scope
}

/** The children whom a school sees, and how each one stands. */
export async function seenBy(schoolCode: string, filter: ApplicantFilter = {}): Promise<[string | null, string][]> {
  const { applicants } = await listApplicants({ county: COUNTY, year: 2023, schoolCode }, filter, undefined, 50)
  return applicants.map(({ detail, state }) => [detail.child, state])
}
