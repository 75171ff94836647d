import 'server-only'
import { z } from 'zod'
import { writtenNumber } from '@/lib/domain/written-number'
import type { Table } from '@/lib/rules'
import { encrypt, keyedDigest, keyedIndex } from './cipher'
import type { Transaction } from './db'
import { countyCode, filled, idNumber, idNumbers, optional, optionalDay, optionalIdNumber, readRows, relation, type ImportFinding } from './imports'

export const REGISTER_KINDS = ['people', 'relations', 'properties', 'contracts'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** A register's file as read, ready to be written: nothing is, while it has findings. */
export type RegisterFile = {
  readonly findings: readonly ImportFinding[]
  readonly rowCount: number
  /** keyed hash over the rows, whatever their order and the file's format */
  readonly version: string
  /** what of the register the file names: it stands there after `write`, and what else stood there stays */
  readonly write: (transaction: Transaction) => Promise<void>
}

/** How the file of each kind is read. Identities: a person, the person of relations, a certificate, a contract. */
export const readRegister: Record<RegisterKind, (table: Table) => RegisterFile> = {
  people: (table) => file(readRows(table, personRow, (row) => row.id_number), writePeople),
  relations: (table) => file(readRows(table, relationRow, (row) => `${row.person} ${row.relative} ${row.relation}`), writeRelations),
  properties: (table) => file(readRows(table, propertyRow, (row) => writtenNumber(row.certificate_number)), writeProperties),
  contracts: (table) => file(readRows(table, contractRow, (row) => writtenNumber(row.contract_number)), writeContracts),
}

const personRow = z.object({
  id_number: idNumber,
  name: filled,
  household_number: optional,
  household_address: optional,
  head_id_number: optionalIdNumber,
  registered_on: optionalDay,
})

const relationRow = z
  .object({ person: idNumber, relative: idNumber, relation })
  .refine((row) => row.person !== row.relative, { path: ['relative'], error: '和 person 是同一个人' })

const propertyRow = z.object({ certificate_number: filled, county: countyCode, address: filled, use: filled, owners: idNumbers, registered_on: optionalDay })
const contractRow = z.object({ contract_number: filled, county: countyCode, address: filled, use: filled, buyers: idNumbers, filed_on: optionalDay })

type Index = Uint8Array<ArrayBuffer>
const indexOf = (kind: 'id-number' | 'certificate' | 'contract', value: string): Index => new Uint8Array(keyedIndex(kind, value))
const orNull = (purpose: string, text: string | null) => (text === null ? null : encrypt(purpose, text))

function file<Row>(read: { rows: readonly Row[]; findings: readonly ImportFinding[] }, write: (transaction: Transaction, rows: readonly Row[]) => Promise<void>): RegisterFile {
  return {
    findings: read.findings,
    rowCount: read.rows.length,
    version: keyedDigest('register', read.rows.map((row) => JSON.stringify(row)).toSorted().join('\n')).slice(0, 16),
    write: (transaction) => write(transaction, read.rows),
  }
}

/** A statement carries at most some ten thousand values. */
const BATCH = 1_000

async function inBatches<Row>(rows: readonly Row[], work: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await work(rows.slice(from, from + BATCH))
}

async function writePeople(transaction: Transaction, rows: readonly z.infer<typeof personRow>[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    const data = batch.map((row) => ({
      idNumberIndex: indexOf('id-number', row.id_number),
      idNumberCipher: encrypt('people.id_number', row.id_number),
      nameCipher: encrypt('people.name', row.name),
      householdNumber: row.household_number,
      addressCipher: orNull('people.address', row.household_address),
      headIdNumberCipher: orNull('people.head_id_number', row.head_id_number),
      registeredOn: row.registered_on,
    }))
    await transaction.person.deleteMany({ where: { idNumberIndex: { in: data.map((one) => one.idNumberIndex) } } })
    await transaction.person.createMany({ data })
  })
}

/** All relations of whoever the file names as a person are the file's: a guardian who was wrong must be able to go. */
async function writeRelations(transaction: Transaction, rows: readonly z.infer<typeof relationRow>[]): Promise<void> {
  await inBatches([...new Set(rows.map((row) => row.person))], (people) =>
    transaction.relation.deleteMany({ where: { personIndex: { in: people.map((person) => indexOf('id-number', person)) } } }),
  )
  await inBatches(rows, (batch) =>
    transaction.relation.createMany({
      data: batch.map((row) => ({
        personIndex: indexOf('id-number', row.person),
        relativeIndex: indexOf('id-number', row.relative),
        relation: row.relation,
        relativeCipher: encrypt('relations.relative', row.relative),
      })),
    }),
  )
}

async function writeProperties(transaction: Transaction, rows: readonly z.infer<typeof propertyRow>[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    const data = batch.map((row) => ({
      certificateIndex: indexOf('certificate', writtenNumber(row.certificate_number)),
      certificateCipher: encrypt('properties.certificate', row.certificate_number),
      county: row.county,
      addressCipher: encrypt('properties.address', row.address),
      use: row.use,
      registeredOn: row.registered_on,
    }))
    const owners = batch.flatMap((row) =>
      row.owners.map((owner, position) => ({
        certificateIndex: indexOf('certificate', writtenNumber(row.certificate_number)),
        ownerIndex: indexOf('id-number', owner),
        ownerCipher: encrypt('property_owners.owner', owner),
        position,
      })),
    )
    // Owners go with their property (the foreign key cascades).
    await transaction.property.deleteMany({ where: { certificateIndex: { in: data.map((one) => one.certificateIndex) } } })
    await transaction.property.createMany({ data })
    await inBatches(owners, (some) => transaction.propertyOwner.createMany({ data: some }))
  })
}

async function writeContracts(transaction: Transaction, rows: readonly z.infer<typeof contractRow>[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    const data = batch.map((row) => ({
      contractIndex: indexOf('contract', writtenNumber(row.contract_number)),
      contractCipher: encrypt('contracts.contract', row.contract_number),
      county: row.county,
      addressCipher: encrypt('contracts.address', row.address),
      use: row.use,
      filedOn: row.filed_on,
    }))
    const buyers = batch.flatMap((row) =>
      row.buyers.map((buyer, position) => ({
        contractIndex: indexOf('contract', writtenNumber(row.contract_number)),
        buyerIndex: indexOf('id-number', buyer),
        buyerCipher: encrypt('contract_buyers.buyer', buyer),
        position,
      })),
    )
    await transaction.purchaseContract.deleteMany({ where: { contractIndex: { in: data.map((one) => one.contractIndex) } } })
    await transaction.purchaseContract.createMany({ data })
    await inBatches(buyers, (some) => transaction.contractBuyer.createMany({ data: some }))
  })
}

const TOTALS: Record<RegisterKind, (transaction: Transaction) => Promise<number>> = {
  people: (transaction) => transaction.person.count(),
  relations: (transaction) => transaction.relation.count(),
  properties: (transaction) => transaction.property.count(),
  contracts: (transaction) => transaction.purchaseContract.count(),
}

const LOCK = 7_215_340_010

/** Two imports at once wait for each other; readers see the register before or after, never between. */
export async function lockRegisters(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`
}

/** Notes which file the register's newest rows came from. @returns how many rows the register has now */
export async function writeSnapshot(transaction: Transaction, kind: RegisterKind, version: string): Promise<number> {
  const rowCount = await TOTALS[kind](transaction)
  const said = { version, rowCount, importedAt: new Date() }
  await transaction.registrySnapshot.upsert({ where: { kind }, create: { kind, ...said }, update: said, select: { kind: true } })
  return rowCount
}
