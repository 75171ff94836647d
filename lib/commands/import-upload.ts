import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { isRegister, type RegisterKind, type UploadKind } from '@/lib/domain/registers'
import { UPLOAD_LIMITS } from '@/lib/domain/form-limits'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit, recordAuditOfMany } from '@/lib/audit/record'
import { db, type Transaction } from '@/lib/data/db'
import { lockRegisters, LONGEST_IMPORT_MS, readRegister } from '@/lib/data/imports-registers'
import { lockInquiries } from '@/lib/data/inquiries'
import { ANSWERS_HEADED_BY, readAnswers, takeAnswers } from '@/lib/data/inquiry-answers'
import { takeRegister } from '@/lib/data/register-imports'
import { findUpload, removeUpload } from '@/lib/data/register-uploads'
import { readUploaded } from '@/lib/intake/read-table'
import { removePages } from '@/lib/storage/material-pages'
import { readUpload } from '@/lib/storage/upload-files'
import type { Table } from '@/lib/rules'

type Input = { actor: StaffActor; uploadId: string; version: string; now: Now }
type Failure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'REGISTER_REFUSED' | 'REGISTER_MOVED_ON' }
type Done = Result<{ kind: UploadKind }, Failure>
type Taking = Omit<Input, 'version'> & { table: Table; tried: string; triedById: string }

/**
 * Imports exactly what was tried: the file that waited, if it still is that one, all of it or nothing (rules.md). A register
 * decides children's schools, so that another administrator than the one who tried its file says so; a department's answers
 * are read by a reviewer and decide nothing by themselves.
 */
export async function importUpload({ actor, uploadId, version, now }: Input): Promise<Done> {
  const upload = await findUpload(actor, uploadId, now.real)
  if (!upload) return fail({ code: 'NOT_FOUND' })
  if (upload.tried.is === 'refused') return fail({ code: 'REGISTER_REFUSED' })
  const { kind } = upload
  if (isRegister(kind) && upload.staffId === actor.staffId) return fail({ code: 'SAME_OFFICER' })
  const bytes = await readUpload(upload.key, uploadId, 'file')
  const read = bytes && (await readUploaded(bytes, { stem: kind, largest: UPLOAD_LIMITS.unpacked, rows: UPLOAD_LIMITS.rows, cell: UPLOAD_LIMITS.cell, letters: UPLOAD_LIMITS.letters, headedBy: isRegister(kind) ? [] : ANSWERS_HEADED_BY }))
  if (read?.is !== 'table' || upload.version !== version) return fail({ code: 'CHANGED_MEANWHILE' })
  const taking = { actor, uploadId, now, table: read.table, tried: version, triedById: upload.staffId }
  const done = await db().$transaction((transaction) => (isRegister(kind) ? importFile(transaction, kind, taking) : importAnswers(transaction, taking)), { timeout: LONGEST_IMPORT_MS })
  if (done.ok) await removePages(uploadId)
  return done
}

async function importFile(transaction: Transaction, kind: RegisterKind, { actor, uploadId, now, table, tried, triedById }: Taking): Promise<Done> {
  await lockRegisters(transaction)
  const file = await readRegister[kind](table)
  if (file.findings.length > 0 || file.version !== tried || !(await findUpload(actor, uploadId, now.real, transaction))) return fail({ code: 'CHANGED_MEANWHILE' })
  const taken = await takeRegister(transaction, kind, file, { ...actor, triedById }, now)
  if (!taken.ok) return fail({ code: 'REGISTER_MOVED_ON' })
  await removeUpload(transaction, uploadId)
  const { outcome, number } = taken.value
  if (outcome === 'imported') await recordAudit(transaction, { type: 'registry-imported', actor: auditedAs(actor), county: actor.county, content: { register: kind, number, rows: file.rowCount, proposedBy: triedById } })
  return succeed({ kind })
}

async function importAnswers(transaction: Transaction, { actor, uploadId, now, table, tried }: Taking): Promise<Done> {
  await lockInquiries(transaction)
  const file = await readAnswers(table)
  if (file.findings.length > 0 || file.version !== tried || !(await findUpload(actor, uploadId, now.real, transaction))) return fail({ code: 'CHANGED_MEANWHILE' })
  const taken = await takeAnswers(transaction, file, actor, now)
  if (!taken.ok) return fail({ code: 'REGISTER_MOVED_ON' })
  await removeUpload(transaction, uploadId)
  const event = { type: 'inquiries-answered', actor: { kind: 'staff', id: actor.staffId }, county: actor.county } as const
  await recordAuditOfMany(transaction, event, [...new Set(taken.value.map((one) => one.applicationId))])
  await recordAudit(transaction, { ...event, content: { count: taken.value.length } })
  return succeed({ kind: 'answers' as const })
}
