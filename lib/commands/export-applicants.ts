import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Applicant, SchoolScope } from '@/lib/domain/applicants'
import type { Cursor } from '@/lib/domain/list-query'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { EXPORT_COLUMNS, exportRow, watermark } from '@/lib/copy/staff/school'
import { recordAudit, recordAuditOfMany } from '@/lib/audit/record'
import { db, type Transaction } from '@/lib/data/db'
import { findOwnSchool } from '@/lib/data/own-school'
import { filterOnRecord, listApplicants, type ApplicantFilter } from '@/lib/data/school-applicants'
import { isDemonstration } from '@/lib/env'
import { workbook } from '@/lib/files/workbook'

const BATCH = 1000
/** No school takes so many; a file for all of them would be made in memory. */
const MOST = 10_000
const LONGEST_MS = 60_000

type Export = { actor: StaffActor; filter: ApplicantFilter; now: Now }
type Exported = { file: string; bytes: Buffer; count: number }

/**
 * A school's list as .xlsx: ID numbers masked, of phones the last four digits, above it who exported it and when. Names and
 * addresses leave the platform with it, so that each family's log says so before the file exists; one event more says how
 * many there were. Read from one snapshot: whoever changes meanwhile is neither twice in it nor missing.
 */
export async function exportApplicants({ actor, filter, now }: Export): Promise<Result<Exported, { code: 'NO_SEASON' | 'EXPORT_TOO_LONG' }>> {
  const own = await findOwnSchool(actor, now.season)
  if (!own) return fail({ code: 'NO_SEASON' })
  const event = { type: 'school-list-exported', actor: { kind: 'staff', id: actor.staffId }, county: actor.county } as const
  const applicants = await db().$transaction(
    async (transaction) => {
      const all = await everyApplicant(transaction, own.scope, filter)
      if (!all) return null
      for (let from = 0; from < all.length; from += BATCH) await recordAuditOfMany(transaction, event, all.slice(from, from + BATCH).map((one) => one.applicationId))
      await recordAudit(transaction, { ...event, content: { school: own.school.code, filter: filterOnRecord(filter), count: all.length } })
      return all
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS },
  )
  if (!applicants) return fail({ code: 'EXPORT_TOO_LONG' })
  const bytes = await workbook({
    sheet: own.school.code,
    note: watermark({ list: '报名学生', school: own.school.name, officer: actor, at: now.real, count: applicants.length, demonstration: isDemonstration() }),
    columns: EXPORT_COLUMNS,
    rows: applicants.map(exportRow),
  })
  return succeed({ file: `applicants-${own.school.code}-${own.scope.year}.xlsx`, bytes, count: applicants.length })
}

/** Null when there are more than one file may hold. */
async function everyApplicant(transaction: Transaction, scope: SchoolScope, filter: ApplicantFilter): Promise<Applicant[] | null> {
  const all: Applicant[] = []
  let after: Cursor | undefined
  do {
    const page = await listApplicants(scope, filter, after, BATCH, transaction)
    all.push(...page.applicants)
    after = page.next ?? undefined
  } while (after && all.length < MOST)
  return after ? null : all
}
