import 'server-only'
import type { z } from 'zod'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import {
  establishedKinship,
  establishedMaterials,
  establishedRecord,
  type EstablishedKinship,
  type EstablishedMaterials,
  type EstablishedRecord,
  type EstablishmentKind,
} from '@/lib/domain/appeal-claims'
import { establishedMatch, establishedProperty, establishedWithdrawal, type EstablishedMatch, type EstablishedProperty } from '@/lib/domain/desk-entries'
import { HOLDS_AT, holding, type AppealHead } from '@/lib/domain/appeals'
import { draftAnswers, type DraftAnswers } from '@/lib/domain/answers'
import {
  contractFinding,
  householdFinding,
  kinshipFinding,
  propertyFinding,
  recordFinding,
  type ContractFinding,
  type HouseholdFinding,
  type KinshipFinding,
  type PropertyFinding,
  type RecordFinding,
} from '@/lib/domain/findings'
import type { RegisterAnswers } from '@/lib/domain/registers-differ'
import type { PlainStep } from '@/lib/domain/journey'
import { maskIdNumber } from '@/lib/domain/privacy'
import { isOpenForAnswers, OPEN_STATUSES, type Status } from '@/lib/domain/status'
import { appealHead, appealHeads, type TakenBack } from './appeal-heads'
import { decrypt, unwrapApplicationKey, type ApplicationKey } from './cipher'
import { db, type Db, type Transaction } from './db'
import { readContent } from './json'
import { takenBackOf } from './taken-back'
import type { Prisma } from './generated/client'

/** The newest answer of a registry for an application. */
export type Finding<Value> = { id: string; askedAt: number } & ({ outcome: 'found'; value: Value } | { outcome: 'not-found' } | { outcome: 'unavailable' })

export type Findings = {
  record: Finding<RecordFinding> | null
  household: Finding<HouseholdFinding> | null
  property: Finding<PropertyFinding> | null
  contract: Finding<ContractFinding> | null
  /** of the grandparent who was asked about last */
  kinship: Finding<KinshipFinding> | null
  grandparentProperty: Finding<PropertyFinding> | null
}

/** What the registers said, of those that found something. */
export function valuesOf({ record, household, property, contract, kinship, grandparentProperty }: Findings): RegisterAnswers {
  const said = <Value>(finding: Finding<Value> | null) => (finding?.outcome === 'found' ? finding.value : null)
  return { record: said(record), household: said(household), property: said(property), contract: said(contract), kinship: said(kinship), grandparentProperty: said(grandparentProperty) }
}

/** What the county established, with when; beside the findings, never over them. */
export type Established<Value> = { id: string; at: number; value: Value }
export type Establishments = {
  record: Established<EstablishedRecord> | null
  /** every grandparent whose kinship was approved, newest first */
  kinships: readonly Established<EstablishedKinship>[]
  materials: Established<EstablishedMaterials> | null
  /** what the county's desk has verified offline, newest first */
  properties: readonly Established<EstablishedProperty>[]
  matches: readonly Established<EstablishedMatch>[]
  /** what two officers have taken back: it counts no longer, and is in none of the others */
  withdrawn: readonly TakenBack[]
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
  established: Establishments
  /** everybody whom registry or county ever named as this child's guardian */
  everNamed: readonly string[]
  /** those that count, newest first: what was withdrawn is not among them */
  appeals: readonly AppealHead[]
  /** where a waiting appeal holds the journey */
  held: PlainStep | null
}

/** What an application is made of. */
export const applicationColumns = {
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
  // Newest first, which is what counts. Earlier ones stay for the record, and for whom a registry named before.
  findings: { select: { id: true, registry: true, outcome: true, askedAt: true, contentCipher: true }, orderBy: { id: 'desc' } },
  establishments: { select: { id: true, kind: true, establishedAt: true, contentCipher: true, appeal: { select: { id: true, county: true } }, proposal: { select: { county: true } } }, orderBy: { id: 'desc' } },
  appeals: appealHeads,
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof applicationColumns }>

/** What is this guardian's; while an officer acts for the guardian, only what is of that officer's county. */
export function ownedBy({ guardianId, assisted }: GuardianActor): { guardianId: string; county?: string } {
  return assisted ? { guardianId, county: assisted.county } : { guardianId }
}

/** This guardian's own application, or null: somebody else's is not there at all. */
export async function findApplication(actor: GuardianActor, id: string, on: Db = db()): Promise<Application | null> {
  const row = await on.application.findFirst({ where: { id, ...ownedBy(actor) }, select: applicationColumns })
  return row ? toApplication(row) : null
}

/** The guardian's applications that still count, oldest first. */
export async function listApplications(actor: GuardianActor): Promise<Application[]> {
  const rows = await db().application.findMany({
    where: { ...ownedBy(actor), status: { not: 'withdrawn' } },
    select: applicationColumns,
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(toApplication).filter((one) => one !== null)
}

/**
 * Takes the row of a draft, or of a submission that was sent back, for the rest of the transaction, if it still is what it
 * was: it is neither submitted nor withdrawn meanwhile. Application before appeal, as everywhere.
 */
export async function holdDraft(transaction: Transaction, { id, status }: Pick<Application, 'id' | 'status'>): Promise<boolean> {
  const held = await transaction.$executeRaw`SELECT id FROM applications WHERE id = ${id}::uuid AND status = ${status}::application_status FOR NO KEY UPDATE`
  return held === 1
}

/** The same, and a change of its own: whatever else was worked out from what the draft was before comes too late. */
export async function moveDraft(transaction: Transaction, { id, status, version }: Pick<Application, 'id' | 'status' | 'version'>, at: Date): Promise<boolean> {
  const moved = await transaction.application.updateMany({ where: { id, status, version }, data: { version: { increment: 1 }, updatedAt: at } })
  return moved.count === 1
}

/** Any family's, for those who decide: callers have checked who asks. */
export async function findApplicationOfAppeal(on: Db, appealId: string): Promise<Application | null> {
  const row = await on.application.findFirst({ where: { appeals: { some: { id: appealId } } }, select: applicationColumns })
  return row ? toApplication(row) : null
}

/** The county's registrations of a child that a family may still change, other guardians' among them. */
export async function listOpenApplicationsOfChild(transaction: Transaction, { county, studentId, year }: Pick<Application, 'county' | 'studentId' | 'year'>): Promise<Application[]> {
  const rows = await transaction.application.findMany({ where: { county, studentId, year, status: { in: [...OPEN_STATUSES] } }, select: applicationColumns, orderBy: { id: 'asc' } })
  return rows.map(toApplication).filter((one) => one !== null)
}

/** An application of the officer's own county; another county's is not there at all. */
export async function findApplicationOfCounty({ county }: Pick<StaffActor, 'county'>, id: string, on: Db = db()): Promise<Application | null> {
  const row = await on.application.findFirst({ where: { id, county }, select: applicationColumns })
  return row ? toApplication(row) : null
}

/** Who a child's people are, and what was taken back; to do without valid materials, and whose word the desk takes, is each county's own. */
const HOLDS_ANYWHERE: readonly EstablishmentKind[] = ['record', 'kinship', 'withdrawal']

/** What the county's word is now, the newest first, and every record that it ever established. */
function establishedFor(row: Row, key: ApplicationKey): { records: Established<EstablishedRecord>[]; established: Establishments } {
  const ofKind = <Schema extends z.ZodType>(kind: EstablishmentKind, schema: Schema): Established<z.infer<Schema>>[] =>
    row.establishments
      .filter((one) => one.kind === kind && (HOLDS_ANYWHERE.includes(kind) || (one.appeal ?? one.proposal ?? row).county === row.county))
      .map((one) => ({ id: one.id, at: one.establishedAt.getTime(), value: readContent(key, 'establishment', one.contentCipher, schema) }))
  const facts = {
    kinships: ofKind('kinship', establishedKinship), materials: ofKind('no-valid-materials', establishedMaterials),
    properties: ofKind('property', establishedProperty), matches: ofKind('address-match', establishedMatch),
  }
  const withdrawn = takenBackOf(ofKind('withdrawal', establishedWithdrawal), facts, (id) => row.establishments.find((one) => one.id === id)?.appeal?.id ?? null)
  const stands = ({ id }: { id: string }) => !withdrawn.some(({ fact }) => fact.id === id)
  const records = ofKind('record', establishedRecord)
  return {
    records,
    established: {
      record: records[0] ?? null,
      kinships: facts.kinships.filter(stands),
      materials: facts.materials.find(stands) ?? null,
      properties: facts.properties.filter(stands),
      matches: facts.matches.filter(stands),
      withdrawn,
    },
  }
}

/** Null once the family was erased. */
export function toApplication(row: Row): Application | null {
  if (!row.wrappedKey) return null
  const key = unwrapApplicationKey(row.wrappedKey)
  const newest = <Schema extends z.ZodType>(registry: string, schema: Schema): Finding<z.infer<Schema>> | null => {
    const finding = row.findings.find((one) => one.registry === registry)
    if (!finding) return null
    const head = { id: finding.id, askedAt: finding.askedAt.getTime() }
    if (finding.outcome === 'found' && finding.contentCipher) return { ...head, outcome: 'found', value: readContent(key, 'finding', finding.contentCipher, schema) }
    return { ...head, outcome: finding.outcome === 'not-found' ? 'not-found' : 'unavailable' }
  }
  const { records, established } = establishedFor(row, key)
  const recordsFound = row.findings.flatMap(({ registry, contentCipher }) => (registry === 'record' && contentCipher ? [readContent(key, 'finding', contentCipher, recordFinding)] : []))
  const everNamed = [...records.map((one) => one.value), ...recordsFound].flatMap((one) => one.guardians.map((guardian) => guardian.idNumber))
  const appeals = row.appeals.filter((appeal) => appeal.county === row.county).map((appeal) => appealHead(appeal, established.withdrawn))
  const holder = isOpenForAnswers(row.status) ? holding(appeals) : null
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
      kinship: newest('kinship', kinshipFinding),
      grandparentProperty: newest('grandparent-property', propertyFinding),
    },
    established,
    everNamed: [...new Set(everNamed)],
    appeals,
    held: holder && HOLDS_AT[holder.kind],
  }
}

/** The record that counts: what the county established, else what the registry said. `id` is of the establishment or finding. */
export type CountedRecord = { id: string; at: number; source: 'registry' | 'county'; value: Pick<RecordFinding, 'student' | 'guardians'> }

export function countedRecord({ established, findings }: Application): CountedRecord | null {
  if (established.record) return { ...established.record, source: 'county' }
  const { record } = findings
  return record?.outcome === 'found' ? { id: record.id, at: record.askedAt, source: 'registry', value: record.value } : null
}

/**
 * Of whom the register of households is asked: the family, and whoever was ever named as a guardian. A guardian who was
 * removed or replaced has not become somebody whose address may be shown: where the child is registered with
 * one, that has to be known to be hidden.
 */
export function householdsOf({ everNamed }: Application, record: CountedRecord['value']): string[] {
  return [...new Set([...familyOf(record), ...everNamed])]
}

/** The counted record, where it names the reader as a guardian; null where there is none, or it names others. */
export function recordNaming(application: Application, idNumber: string): CountedRecord['value'] | null {
  const record = countedRecord(application)
  return record?.value.guardians.some((guardian) => guardian.idNumber === idNumber) ? record.value : null
}

/** The ID numbers of everybody on a record, the child's first: whom registries are asked about. */
export function familyOf({ student, guardians }: CountedRecord['value']): string[] {
  return [student.idNumber, ...guardians.map((guardian) => guardian.idNumber)]
}

/** About whom this draft's registers are asked; without a record only about the child. */
export function askedAbout(application: Application, record: CountedRecord['value'] | null) {
  const { studentIdNumber, answers } = application
  return {
    student: studentIdNumber,
    households: record ? householdsOf(application, record) : [],
    family: record ? familyOf(record) : [],
    grandparents: (answers.bound ?? []).flatMap((one) => (one.proof === 'REGISTRY' ? [one.idNumber] : [])),
  }
}

/** What the reader's pages and messages call the child: by name where the record names the reader, else by masked ID number. */
export function childAs(application: Application, idNumber: string): string {
  return recordNaming(application, idNumber)?.student.name ?? maskIdNumber(application.studentIdNumber)
}
