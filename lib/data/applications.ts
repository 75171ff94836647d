import 'server-only'
import type { z } from 'zod'
import type { GuardianActor } from '@/lib/domain/actor'
import { draftAnswers, type DraftAnswers } from '@/lib/domain/answers'
import { contractFinding, householdFinding, propertyFinding, recordFinding, type ContractFinding, type HouseholdFinding, type PropertyFinding, type RecordFinding } from '@/lib/domain/findings'
import type { Status } from '@/lib/domain/status'
import { decrypt, unwrapApplicationKey, type ApplicationKey } from './cipher'
import { db, type Db } from './db'
import { readContent } from './json'
import type { Prisma } from './generated/client'

/** The newest answer of a registry for an application. */
export type Finding<Value> = { id: string; askedAt: number } & ({ outcome: 'found'; value: Value } | { outcome: 'not-found' } | { outcome: 'unavailable' })

export type Findings = {
  record: Finding<RecordFinding> | null
  household: Finding<HouseholdFinding> | null
  property: Finding<PropertyFinding> | null
  contract: Finding<ContractFinding> | null
}

export type Application = {
  id: string
  county: string
  year: number
  guardianId: string
  studentId: string
  studentIdNumber: string
  status: Status
  version: number
  key: ApplicationKey
  answers: DraftAnswers
  findings: Findings
}

const select = {
  id: true,
  county: true,
  year: true,
  guardianId: true,
  studentId: true,
  status: true,
  version: true,
  wrappedKey: true,
  answersCipher: true,
  student: { select: { idNumberCipher: true } },
  // Earlier answers of a registry stay for the record; the newest one of each is what counts.
  findings: { select: { id: true, registry: true, outcome: true, askedAt: true, contentCipher: true }, orderBy: { id: 'desc' }, take: 40 },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof select }>

/** This guardian's own application, or null: somebody else's is not there at all. */
export async function findApplication(actor: GuardianActor, id: string, on: Db = db()): Promise<Application | null> {
  const row = await on.application.findFirst({ where: { id, guardianId: actor.guardianId }, select })
  return row ? toApplication(row) : null
}

/** The guardian's applications that still count, oldest first. */
export async function listApplications(actor: GuardianActor): Promise<Application[]> {
  const rows = await db().application.findMany({
    where: { guardianId: actor.guardianId, status: { not: 'withdrawn' } },
    select,
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(toApplication).filter((one) => one !== null)
}

function toApplication(row: Row): Application | null {
  if (!row.wrappedKey) return null // erased
  const key = unwrapApplicationKey(row.wrappedKey)
  const newest = <Schema extends z.ZodType>(registry: string, schema: Schema): Finding<z.infer<Schema>> | null => {
    const finding = row.findings.find((one) => one.registry === registry)
    if (!finding) return null
    const head = { id: finding.id, askedAt: finding.askedAt.getTime() }
    if (finding.outcome === 'found' && finding.contentCipher) return { ...head, outcome: 'found', value: readContent(key, 'finding', finding.contentCipher, schema) }
    return { ...head, outcome: finding.outcome === 'not-found' ? 'not-found' : 'unavailable' }
  }
  return {
    id: row.id,
    county: row.county,
    year: row.year,
    guardianId: row.guardianId,
    studentId: row.studentId,
    studentIdNumber: decrypt('students.id_number', row.student.idNumberCipher),
    status: row.status,
    version: row.version,
    key,
    answers: readContent(key, 'answers', row.answersCipher, draftAnswers),
    findings: {
      record: newest('record', recordFinding),
      household: newest('household', householdFinding),
      property: newest('property', propertyFinding),
      contract: newest('contract', contractFinding),
    },
  }
}

/** The record that names the reader as a guardian; null where there is none, or it names others. */
export function recordNaming(application: Application, idNumber: string): RecordFinding | null {
  const record = application.findings.record
  if (record?.outcome !== 'found') return null
  return record.value.guardians.some((guardian) => guardian.idNumber === idNumber) ? record.value : null
}
