import 'server-only'
import { randomBytes } from 'node:crypto'
import type { RegisterKind } from '@/lib/domain/registers'
import type { RetentionScope } from '@/lib/domain/retention'
import { decrypt } from './cipher'
import type { Db, Transaction } from './db'
import { Prisma } from './generated/client'

type Season = { county: string; year: number }
type Index = Uint8Array<ArrayBuffer>

/** A person whom nothing keeps any more, known by number for as long as the proof takes. */
export type ErasedPerson = { index: Index; idNumber: string }

/** Registrations with a key, of the whole season or of what was never submitted in it. */
function erasable({ county, year }: Season, scope: Exclude<RetentionScope, 'registers'>): Prisma.ApplicationWhereInput {
  return { county, year, wrappedKey: { not: null }, ...(scope === 'drafts' ? { submissions: { none: {} }, status: { in: ['draft', 'withdrawn'] } } : {}) }
}

export type Erasable = { id: string; status: string; receiptNumbers: string[]; files: number }

/** What would go, in the order of its ids. */
export async function listErasable(on: Db, season: Season, scope: Exclude<RetentionScope, 'registers'>, { after, take }: { after?: string; take: number }): Promise<Erasable[]> {
  const rows = await on.application.findMany({
    where: { ...erasable(season, scope), ...(after === undefined ? {} : { id: { gt: after } }) }, orderBy: { id: 'asc' }, take,
    select: { id: true, status: true, submissions: { select: { receiptNumber: true }, orderBy: { round: 'asc' } }, appeals: { select: { _count: { select: { materials: true } } } } },
  })
  return rows.map(({ id, status, submissions, appeals }) => ({ id, status, receiptNumbers: submissions.map(({ receiptNumber }) => receiptNumber), files: appeals.reduce((sum, { _count }) => sum + _count.materials, 0) }))
}

/**
 * Destroys the keys of registrations and removes what is searchable or holds files, in the caller's transaction. What was
 * written once stays as it is, unreadable for good, so that no chain breaks and everything can still be counted; people go
 * whom no other registration needs.
 * @returns the persons, for the proof, and the materials and scans whose stored pages are to be removed after the commit
 */
export async function eraseApplications(transaction: Transaction, ids: readonly string[]): Promise<{ persons: ErasedPerson[]; files: string[] }> {
  const held = await transaction.$queryRaw<{ id: string; student_id: string; guardian_id: string }[]>`
    SELECT id, student_id, guardian_id FROM applications WHERE id = ANY(${[...ids]}::uuid[]) AND wrapped_key IS NOT NULL ORDER BY id FOR UPDATE`
  const applicationId = { in: held.map(({ id }) => id) }
  const files = await removeFiles(transaction, applicationId.in)
  await transaction.listing.deleteMany({ where: { applicationId } })
  await transaction.confirmation.deleteMany({ where: { applicationId } })
  await transaction.message.deleteMany({ where: { applicationId } })
  await transaction.finding.updateMany({ where: { applicationId }, data: { contentCipher: null } })
  await transaction.appeal.updateMany({ where: { applicationId }, data: { answersCipher: '' } })
  await transaction.application.updateMany({ where: { id: applicationId }, data: { wrappedKey: null, answersCipher: '', version: { increment: 1 } } })
  const students = await eraseStudents(transaction, held.map((one) => one.student_id))
  const guardians = await eraseGuardians(transaction, [...held.map((one) => one.guardian_id), ...students.guardianIds])
  return { persons: [...students.persons, ...guardians.persons], files: [...files, ...guardians.files] }
}

async function removeFiles(transaction: Transaction, applicationIds: string[]): Promise<string[]> {
  const materials = await transaction.material.findMany({ where: { appeal: { applicationId: { in: applicationIds } } }, select: { id: true } })
  const scans = await transaction.deskScan.findMany({ where: { proposal: { applicationId: { in: applicationIds } } }, select: { id: true } })
  await transaction.material.deleteMany({ where: { id: { in: materials.map(({ id }) => id) } } })
  await transaction.deskScan.deleteMany({ where: { id: { in: scans.map(({ id }) => id) } } })
  return [...materials, ...scans].map(({ id }) => id)
}

/** In place of an index: equal to no person's, ever. */
const nobody = (): Index => new Uint8Array(randomBytes(32))

async function eraseStudents(transaction: Transaction, ids: readonly string[]): Promise<{ persons: ErasedPerson[]; guardianIds: string[] }> {
  const students = await transaction.student.findMany({
    where: { id: { in: [...ids] }, idNumberCipher: { not: '' }, applications: { none: { wrappedKey: { not: null } } } },
    select: { id: true, idNumberIndex: true, idNumberCipher: true, guardianships: { select: { guardianId: true } } },
  })
  await transaction.guardianship.deleteMany({ where: { studentId: { in: students.map(({ id }) => id) } } })
  for (const { id } of students) await transaction.student.update({ where: { id }, data: { idNumberIndex: nobody(), idNumberCipher: '' }, select: { id: true } })
  return {
    persons: students.map(({ idNumberIndex, idNumberCipher }) => ({ index: idNumberIndex, idNumber: decrypt('students.id_number', idNumberCipher) })),
    guardianIds: students.flatMap(({ guardianships }) => guardianships.map(({ guardianId }) => guardianId)),
  }
}

/** Those who stand behind no child and no registration any more: with their sessions, messages, and what the desk scanned for them. */
async function eraseGuardians(transaction: Transaction, ids: readonly string[]): Promise<{ persons: ErasedPerson[]; files: string[] }> {
  const guardians = await transaction.guardian.findMany({
    where: { id: { in: [...ids] }, idNumberCipher: { not: '' }, applications: { none: { wrappedKey: { not: null } } }, guardianships: { none: {} } },
    select: { id: true, idNumberIndex: true, idNumberCipher: true },
  })
  const guardianId = { in: guardians.map(({ id }) => id) }
  await transaction.guardianSession.deleteMany({ where: { guardianId } })
  await transaction.message.deleteMany({ where: { guardianId } })
  const scans = await transaction.deskScan.findMany({ where: { assistance: { guardianId } }, select: { id: true } })
  await transaction.deskScan.deleteMany({ where: { id: { in: scans.map(({ id }) => id) } } })
  await transaction.assistance.updateMany({ where: { guardianId }, data: { wrappedKey: null, contentCipher: '' } })
  const gone = { idNumberCipher: '', nameCipher: '', phoneCipher: null, subject: null, verificationLevel: null }
  for (const { id } of guardians) await transaction.guardian.update({ where: { id }, data: { idNumberIndex: nobody(), ...gone }, select: { id: true } })
  return { persons: guardians.map(({ idNumberIndex, idNumberCipher }) => ({ index: idNumberIndex, idNumber: decrypt('guardians.id_number', idNumberCipher) })), files: scans.map(({ id }) => id) }
}

/** Guardians without any child and registration who were there last before `before`: they signed in, or stood at the desk, and never began. */
function neverBegun(before: number): Prisma.GuardianWhereInput {
  return { idNumberCipher: { not: '' }, seenAt: { lt: new Date(before) }, applications: { none: { wrappedKey: { not: null } } }, guardianships: { none: {} } }
}

/** How many they are. */
export function countNeverBegun(on: Db, before: number): Promise<number> {
  return on.guardian.count({ where: neverBegun(before) })
}

/** Erases some of them; nobody more is there once it gives back an empty list. Whoever begins at this moment is kept: the row is held, then looked at again. */
export async function eraseNeverBegun(transaction: Transaction, before: number, take: number): Promise<{ persons: ErasedPerson[]; files: string[] }> {
  const found = await transaction.guardian.findMany({ where: neverBegun(before), orderBy: { id: 'asc' }, take, select: { id: true } })
  const held = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM guardians WHERE id = ANY(${found.map(({ id }) => id)}::uuid[]) AND seen_at < ${new Date(before)} ORDER BY id FOR UPDATE`
  return eraseGuardians(transaction, held.map(({ id }) => id))
}

/** Where the departments' registers stand. */
export const REGISTER_TABLES = ['people', 'relations', 'properties', 'property_owners', 'contracts', 'contract_buyers'] as const

/** The rows of the departments' registers that name erased persons: years old by then, and a department's next file brings back whoever still lives there. */
export async function eraseFromRegisters(transaction: Transaction, persons: readonly ErasedPerson[]): Promise<void> {
  const index = { in: persons.map((person) => person.index) }
  await transaction.relation.deleteMany({ where: { OR: [{ personIndex: index }, { relativeIndex: index }] } })
  await transaction.person.deleteMany({ where: { idNumberIndex: index } })
  await transaction.propertyOwner.deleteMany({ where: { ownerIndex: index } })
  await transaction.property.deleteMany({ where: { owners: { none: {} } } })
  await transaction.contractBuyer.deleteMany({ where: { buyerIndex: index } })
  await transaction.purchaseContract.deleteMany({ where: { buyers: { none: {} } } })
}

/** How many rows each register has. */
export async function countRegisters(on: Db): Promise<Record<RegisterKind, number>> {
  return { people: await on.person.count(), relations: await on.relation.count(), properties: await on.property.count(), contracts: await on.purchaseContract.count() }
}

/** All of the registers; owners and buyers go with their property or contract. @returns how many rows went */
export async function emptyRegisters(transaction: Transaction): Promise<Record<RegisterKind, number>> {
  const rows = await countRegisters(transaction)
  await transaction.relation.deleteMany()
  await transaction.person.deleteMany()
  await transaction.property.deleteMany()
  await transaction.purchaseContract.deleteMany()
  await transaction.registrySnapshot.deleteMany()
  return rows
}

/** What a season came to, kept with its erasure: submissions a school, category and basis, registrations and appeals by how they stand. */
export async function countSeason(on: Db, { county, year }: Season): Promise<Record<string, Record<string, number>>> {
  const [applications, submissions, appeals, results] = await Promise.all([
    on.application.groupBy({ by: ['status'], where: { county, year }, _count: true }),
    on.submission.groupBy({ by: ['schoolCode', 'categoryRow', 'basis'], where: { county, year }, _count: true }),
    on.appeal.groupBy({ by: ['kind', 'status'], where: { county, year }, _count: true }),
    on.admissionResult.groupBy({ by: ['schoolCode', 'outcome'], where: { county, year }, _count: true }),
  ])
  const counted = <Row extends { _count: number }>(rows: readonly Row[], name: (row: Row) => string) => Object.fromEntries(rows.map((row) => [name(row), row._count]).toSorted())
  return {
    applications: counted(applications, ({ status }) => status),
    submissions: counted(submissions, ({ schoolCode, categoryRow, basis }) => `${schoolCode ?? '-'} ${categoryRow} ${basis}`),
    appeals: counted(appeals, ({ kind, status }) => `${kind} ${status}`),
    results: counted(results, ({ schoolCode, outcome }) => `${schoolCode ?? '-'} ${outcome}`),
  }
}
