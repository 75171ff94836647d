import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Applicant } from '@/lib/domain/applicants'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordAudit, recordAuditOfMany } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findOwnSchool } from '@/lib/data/own-school'
import { filterOnRecord, listApplicants, type ApplicantFilter } from '@/lib/data/school-applicants'

/** What somebody can still hold in a hand. */
const SHEET_ROWS = 500

export type CallSheet = { applicants: readonly Applicant[]; /** there are more, which the sheet leaves out */ cut: boolean }

type Print = { actor: StaffActor; filter: ApplicantFilter; now: Now }

/** On paper nobody searches: who rings is looked for by the child's name. */
const BY_NAME = new Intl.Collator('zh-CN')
const nameOf = ({ detail }: Applicant) => detail.child ?? detail.childIdNumber

/** The list as it goes onto paper; paper leaves the house, so that each family's log says that it was on it. */
export async function printCallSheet({ actor, filter, now }: Print): Promise<Result<CallSheet, { code: 'NO_SEASON' }>> {
  const own = await findOwnSchool(actor, now.season)
  if (!own) return fail({ code: 'NO_SEASON' })
  const { applicants, next } = await listApplicants(own.scope, filter, undefined, SHEET_ROWS)
  const event = { type: 'call-sheet-printed', actor: { kind: 'staff', id: actor.staffId }, county: actor.county } as const
  await db().$transaction(async (transaction) => {
    await recordAuditOfMany(transaction, event, applicants.map((one) => one.applicationId))
    await recordAudit(transaction, { ...event, content: { school: own.school.code, filter: filterOnRecord(filter), count: applicants.length } })
  })
  return succeed({ applicants: applicants.toSorted((one, other) => BY_NAME.compare(nameOf(one), nameOf(other))), cut: next !== null })
}
