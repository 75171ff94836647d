import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { ADMISSION_COLUMNS, admissionRow } from '@/lib/copy/staff/admissions'
import { watermark } from '@/lib/copy/staff/school'
import { recordAdmissionsTaken } from '@/lib/audit/admissions-taken'
import { db } from '@/lib/data/db'
import { findOwnSchool } from '@/lib/data/own-school'
import { listAdmissions, publishedOn, type AdmissionFilter } from '@/lib/data/school-admissions'
import { filterOnRecord } from '@/lib/data/school-applicants'
import { isDemonstration } from '@/lib/env'
import { workbook } from '@/lib/files/workbook'

type Export = { actor: StaffActor; filter: AdmissionFilter; now: Now }

/** The children that a school has admitted, as .xlsx: as with the look-up's list, above it who took it out, and in each family's log that it was in it. */
export async function exportAdmissions({ actor, filter, now }: Export): Promise<Result<{ file: string; bytes: Buffer; count: number }, { code: 'NO_SEASON' | 'NOT_PUBLISHED' }>> {
  const own = await findOwnSchool(actor, now.season)
  if (!own) return fail({ code: 'NO_SEASON' })
  if ((await publishedOn(own.scope)) === null) return fail({ code: 'NOT_PUBLISHED' })
  const admissions = await db().$transaction(
    async (transaction) => {
      const all = await listAdmissions(own.scope, filter, transaction)
      await recordAdmissionsTaken(transaction, { actor, as: 'table', filter: filterOnRecord(filter), applicationIds: all.map((one) => one.applicationId) })
      return all
    },
    { isolationLevel: 'RepeatableRead' },
  )
  const bytes = await workbook({
    sheet: own.school.code,
    note: watermark({ list: '录取学生', school: own.school.name, officer: actor, at: now.real, count: admissions.length, demonstration: isDemonstration() }),
    columns: ADMISSION_COLUMNS,
    rows: admissions.map(admissionRow),
  })
  return succeed({ file: `admissions-${own.school.code}-${own.scope.year}.xlsx`, bytes, count: admissions.length })
}
