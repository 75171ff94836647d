import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { withoutNumbers } from '@/lib/domain/privacy'
import { isRegister, type RegisterKind, type Tried, type UploadFault, type UploadKind } from '@/lib/domain/registers'
import { UPLOAD_LIMITS } from '@/lib/domain/form-limits'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers } from '@/lib/domain/status'
import { FINDINGS_COLUMNS } from '@/lib/copy/staff/registers'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { countAffected, listAffected } from '@/lib/data/affected-applications'
import { newApplicationKey } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import type { ImportFinding } from '@/lib/data/imports'
import { readRegister } from '@/lib/data/imports-registers'
import { ANSWERS_HEADED_BY, judgeAnswers, readAnswers } from '@/lib/data/inquiry-answers'
import { newestNumber } from '@/lib/data/register-imports'
import { keepUpload } from '@/lib/data/register-uploads'
import { csvText } from '@/lib/files/csv-text'
import { drop, readIncoming, type Incoming } from '@/lib/intake/incoming'
import { readUploaded } from '@/lib/intake/read-table'
import { storeUpload } from '@/lib/storage/upload-files'
import type { Table } from '@/lib/rules'

type Try = { actor: StaffActor; kind: UploadKind; incoming: Incoming; now: Now }
type Trial = { version: string; tried: Tried; /** everything that is wrong with it; empty when it may be imported */ findings: readonly ImportFinding[] }

/**
 * Tries a department's file: reads it whole, says what an import would do, and writes nothing of it into a register. What may
 * be imported waits in the storage, under a key of its own, for a day, for another administrator to agree; of a file with bad lines only what is wrong with it.
 */
export async function tryUpload({ actor, kind, incoming, now }: Try): Promise<Result<{ uploadId: string }, { code: UploadFault }>> {
  try {
    const bytes = await readIncoming(incoming)
    const read = await readUploaded(bytes, { stem: kind, largest: UPLOAD_LIMITS.unpacked, rows: UPLOAD_LIMITS.rows, cell: UPLOAD_LIMITS.cell, letters: UPLOAD_LIMITS.letters, headedBy: kind === 'answers' ? ANSWERS_HEADED_BY : [] })
    if (read.is === 'no-table') return fail({ code: 'REGISTER_TYPE' })
    if (read.is === 'too-large') return fail({ code: 'REGISTER_TOO_LARGE' })
    const trial = read.is === 'faulty' ? refused('', 0, read.findings) : isRegister(kind) ? await tryRegister(actor, kind, read.table) : await tryAnswers(actor, read.table)
    return keep({ actor, kind, trial, bytes, now })
  } finally {
    await drop(incoming)
  }
}

async function tryRegister({ county }: StaffActor, kind: RegisterKind, table: Table): Promise<Trial> {
  const file = await readRegister[kind](table)
  if (file.findings.length > 0 || file.rowCount === 0) return refused(file.version, table.rows.length, file.findings)
  const after = await newestNumber(db(), kind)
  const { findings, touched, ...counts } = await file.compare(db(), county)
  if (findings.length > 0) return refused(file.version, table.rows.length, findings)
  const affected = countAffected(await listAffected(db(), touched), county)
  return { version: file.version, findings: [], tried: { schemaVersion: 1, is: 'register', read: file.rowCount, ...counts, ...affected, after } }
}

async function tryAnswers({ county }: StaffActor, table: Table): Promise<Trial> {
  const file = await readAnswers(table)
  const judged = file.findings.length > 0 ? null : await judgeAnswers(db(), file, county)
  const findings = judged ? judged.findings : file.findings
  if (!judged || findings.length > 0 || file.rowCount === 0) return refused(file.version, table.rows.length, findings)
  const drafts = new Set(judged.answers.flatMap((one) => (isOpenForAnswers(one.status) ? [one.applicationId] : []))).size
  const submitted = new Set(judged.answers.flatMap((one) => (isOpenForAnswers(one.status) ? [] : [one.applicationId]))).size
  const outcomes = Object.fromEntries([...Map.groupBy(judged.answers, (one) => one.outcome)].map(([outcome, of]) => [outcome, of.length]))
  return { version: file.version, findings: [], tried: { schemaVersion: 1, is: 'answers', read: file.rowCount, drafts, submitted, outcomes } }
}

const NOTHING_IN_IT = { file: '', line: 1, message: '没有可以导入的行' }

/** A cell may be quoted back: no number of it is. */
function refused(version: string, read: number, found: readonly ImportFinding[]): Trial {
  const findings = found.length > 0 ? found.map((one) => ({ ...one, message: withoutNumbers(one.message) })) : [NOTHING_IN_IT]
  const shown = findings.slice(0, UPLOAD_LIMITS.shown).map(({ line, message }) => ({ line, message }))
  return { version, findings, tried: { schemaVersion: 1, is: 'refused', read, bad: findings.length, findings: shown } }
}

type Keep = { actor: StaffActor; kind: UploadKind; trial: Trial; bytes: Uint8Array; now: Now }

/** The file first and the row after it: an object without a row the sweep removes. */
async function keep({ actor, kind, trial: { version, tried, findings }, bytes, now }: Keep): Promise<Result<{ uploadId: string }, { code: UploadFault }>> {
  const id = randomUUID()
  const { key, wrapped } = newApplicationKey()
  const stored = findings.length > 0
    ? await storeUpload(key, id, 'findings', Buffer.from(csvText([FINDINGS_COLUMNS, ...findings.map(({ line, message }) => [String(line), message])])))
    : await storeUpload(key, id, 'file', bytes)
  if (!stored.ok) return fail({ code: 'REGISTER_STORAGE' })
  // What a trial counts tells whether a row is what stands in a register: whoever asks so about somebody is on the record.
  await db().$transaction(async (transaction) => {
    await keepUpload(transaction, actor, { id, kind, version, tried, wrapped }, now.real)
    await recordAudit(transaction, { type: 'registry-tried', actor: auditedAs(actor), county: actor.county, content: { register: kind, rows: tried.read, outcome: tried.is } })
  })
  return succeed({ uploadId: id })
}
