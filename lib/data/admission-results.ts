import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { admissionNumber, allocationOutcome, allocationReason, type AdmissionResult } from '@/lib/domain/admission'
import { checkCode } from '@/lib/domain/receipt'
import { keyedDigest } from './cipher'
import { db, type Db, type Transaction } from './db'
import type { Prisma } from './generated/client'

type Row = Prisma.AdmissionResultGetPayload<object>

function toResult(row: Row): AdmissionResult {
  return { ...row, outcome: allocationOutcome.parse(row.outcome), because: allocationReason.parse(row.because), publishedAt: row.publishedAt.getTime() }
}

export type NewResult = Pick<AdmissionResult, 'applicationId' | 'county' | 'year' | 'number' | 'runId' | 'outcome' | 'because' | 'schoolCode'>

/** One statement carries some thousands of results as JSON: a parameter each would be ten times slower. */
const AT_ONCE = 10_000

/** Tells families their results, in the caller's transaction: each gets the number and check code of its notice, if it has a school. */
export async function writeResults(transaction: Transaction, results: readonly NewResult[], publishedAt: Date): Promise<void> {
  for (let from = 0; from < results.length; from += AT_ONCE) {
    const rows = results.slice(from, from + AT_ONCE).map((result) => ({ ...result, ...noticeOf(result) }))
    await transaction.$executeRaw`
      INSERT INTO admission_results (id, application_id, county, year, number, run_id, outcome, because, school_code, admission_number, check_code, published_at)
      SELECT gen_random_uuid(), r."applicationId", r.county, r.year, r.number, r."runId", r.outcome, r.because, r."schoolCode", r."admissionNumber", r."checkCode", ${publishedAt}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("applicationId" uuid, county text, year int, number int, "runId" uuid, outcome text, because text, "schoolCode" text, "admissionNumber" text, "checkCode" text)`
  }
}

function noticeOf({ applicationId, county, year, schoolCode }: NewResult): { admissionNumber: string | null; checkCode: string | null } {
  if (schoolCode === null) return { admissionNumber: null, checkCode: null }
  const number = admissionNumber(county, year, randomBytes(8))
  return { admissionNumber: number, checkCode: checkCode(createHash('sha256').update(keyedDigest('admission', `${number}:${applicationId}:${schoolCode}`)).digest()) }
}

/** What the family is told now; null before the publication, and of an application that took no part. */
export async function findResult(on: Db, applicationId: string): Promise<AdmissionResult | null> {
  const row = await on.admissionResult.findFirst({ where: { applicationId }, orderBy: { number: 'desc' } })
  return row && toResult(row)
}

/** All that the family was told, one after the other; the newest first. */
export async function listResults(applicationId: string): Promise<AdmissionResult[]> {
  const rows = await db().admissionResult.findMany({ where: { applicationId }, orderBy: { number: 'desc' } })
  return rows.map(toResult)
}

/** The newest of several applications at once, by their ids; which ones, the caller is to know. */
export async function newestResults(applicationIds: readonly string[]): Promise<Map<string, AdmissionResult>> {
  const rows = await db().admissionResult.findMany({ where: { applicationId: { in: [...applicationIds] } }, orderBy: { number: 'asc' } })
  return new Map(rows.map((row) => [row.applicationId, toResult(row)]))
}

/** By the number of a notice; one that a later decision has replaced is found too: compare it with `findResult`. */
export async function findResultByNumber(on: Db, number: string): Promise<AdmissionResult | null> {
  const row = await on.admissionResult.findUnique({ where: { admissionNumber: number } })
  return row && toResult(row)
}

/** One that a family was told, whether or not a later one has replaced it. */
export async function findResultById(on: Db, id: string): Promise<AdmissionResult | null> {
  const row = await on.admissionResult.findUnique({ where: { id } })
  return row && toResult(row)
}
