import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { countyName } from '@/lib/domain/counties'
import type { Department, ExportFormat } from '@/lib/domain/inquiries'
import type { InquiryExport } from '@/lib/domain/inquiry-content'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { INQUIRY_COLUMNS, inquiryMark, inquiryRow, inquiryWords } from '@/lib/copy/staff/inquiries'
import { recordAudit, recordAuditOfMany } from '@/lib/audit/record'
import { db, type Transaction } from '@/lib/data/db'
import { addInquiries, listExported, lockInquiries, type Candidate, type ExportedInquiry } from '@/lib/data/inquiries'
import { listOpenQuestions, type OpenQuestion } from '@/lib/data/inquiry-candidates'
import { countedRecord } from '@/lib/data/applications'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { csvText } from '@/lib/files/csv-text'
import { workbook } from '@/lib/files/workbook'

type Export = { actor: StaffActor; asked: InquiryExport; now: Now }
type Failure = { code: 'NO_SEASON' | 'INQUIRY_NONE' | 'NOT_FOUND' }
type Sheet = { exportId: string; department: Department; lines: readonly ExportedInquiry[] }
export type ExportedSheet = { file: string; format: ExportFormat; bytes: Uint8Array }

const LONGEST_MS = 5 * 60_000

/**
 * A department's sheet of what families say is wrong: new questions, each with a number of its own and never twice in one
 * round, or a sheet that went out already once more. Full ID numbers leave the platform with it, so that each family's log
 * says so before the file exists, and one event more says why.
 */
export async function exportInquiries({ actor, asked, now }: Export): Promise<Result<ExportedSheet, Failure>> {
  const sheet = await db().$transaction(
    async (transaction): Promise<Result<Sheet, Failure>> => {
      const written = 'exportId' in asked ? await again(transaction, actor, asked.exportId) : await anew(transaction, actor, asked.department, now)
      if (!written.ok) return written
      const { lines, department, exportId } = written.value
      const event = { type: 'inquiries-exported', actor: { kind: 'staff', id: actor.staffId }, county: actor.county } as const
      await recordAuditOfMany(transaction, event, [...new Set(lines.map((line) => line.applicationId))])
      await recordAudit(transaction, { ...event, content: { department, exportId, count: lines.length, reason: asked.reason } })
      return written
    },
    { timeout: LONGEST_MS },
  )
  return sheet.ok ? succeed(await fileOf(actor, sheet.value, asked.format, now)) : sheet
}

async function again(transaction: Transaction, actor: StaffActor, exportId: string): Promise<Result<Sheet, Failure>> {
  const known = await listExported(transaction, actor, exportId)
  return known ? succeed({ ...known, exportId }) : fail({ code: 'NOT_FOUND' })
}

async function anew(transaction: Transaction, actor: StaffActor, department: Department, now: Now): Promise<Result<Sheet, Failure>> {
  await lockInquiries(transaction)
  const published = await getSeasonUnderWay(actor.county, now.season, transaction)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { year } = published
  const questions = await listOpenQuestions(transaction, department, { county: actor.county, year })
  if (questions.length === 0) return fail({ code: 'INQUIRY_NONE' })
  const exportId = randomUUID()
  const lines = await addInquiries(transaction, { actor, year, department, exportId, at: now.season }, questions.map(inWords))
  return succeed({ exportId, department, lines })
}

function inWords({ application, appealId, round, facts }: OpenQuestion): Candidate {
  const claimed = 'claim' in facts && 'student' in facts.claim ? facts.claim.student.name : null
  const child = countedRecord(application)?.value.student.name ?? claimed ?? ''
  return { application, appealId, round, subject: facts.subject, content: { schemaVersion: 1, child, childIdNumber: application.studentIdNumber, ...inquiryWords(facts) } }
}

async function fileOf(actor: StaffActor, { department, lines, exportId }: Sheet, format: ExportFormat, now: Now): Promise<ExportedSheet> {
  const note = inquiryMark({ county: countyName(actor.county) ?? actor.county, department, officer: actor, at: now.real, count: lines.length, demonstration: isDemonstration() })
  const rows = lines.map(inquiryRow)
  const bytes = format === 'xlsx'
    ? await workbook({ sheet: department, note, columns: INQUIRY_COLUMNS, rows })
    : Buffer.from(csvText([[note], INQUIRY_COLUMNS.map(({ title }) => title), ...rows]))
  return { file: `inquiries-${department}-${exportId.slice(0, 8)}.${format}`, format, bytes }
}
