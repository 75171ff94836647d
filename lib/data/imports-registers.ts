import 'server-only'
import type { RegisterKind } from '@/lib/domain/registers'
import { writtenNumber } from '@/lib/domain/written-number'
import type { Table } from '@/lib/rules'
import { encrypt, keyedDigest } from './cipher'
import type { Db, Transaction } from './db'
import { readRows, type ImportFinding, type Read } from './imports'
import { compareContracts, comparePeople, compareProperties, compareRelations, type Comparison } from './register-comparison'
import { contractRow, inBatches, indexOf, personRow, propertyRow, relationRow, type ContractRow, type PersonRow, type PropertyRow, type RelationRow } from './register-rows'

/** A register's file as read, ready to be written: nothing is, while it has findings. */
export type RegisterFile = {
  readonly findings: readonly ImportFinding[]
  readonly rowCount: number
  /** keyed hash over the rows, whatever their order and the file's format */
  readonly version: string
  /** what of the register the file names: it stands there after `write`, and what else stood there stays */
  readonly write: (transaction: Transaction) => Promise<void>
  /** what writing it would change. @param county whose officer brings it in: homes of other counties are none of theirs; null of the operator */
  readonly compare: (on: Db, county: string | null) => Promise<Comparison>
}

/** How the file of each kind is read. Identities: a person, the person of relations, a certificate, a contract. */
export const readRegister: Record<RegisterKind, (table: Table) => Promise<RegisterFile>> = {
  people: (table) => file(readRows(table, personRow, (row) => row.id_number), writePeople, comparePeople),
  relations: (table) => file(readRows(table, relationRow, (row) => `${row.person} ${row.relative} ${row.relation}`), writeRelations, compareRelations),
  properties: (table) => file(readRows(table, propertyRow, (row) => writtenNumber(row.certificate_number)), writeProperties, compareProperties),
  contracts: (table) => file(readRows(table, contractRow, (row) => writtenNumber(row.contract_number)), writeContracts, compareContracts),
}

const orNull = (purpose: string, text: string | null) => (text === null ? null : encrypt(purpose, text))

type Write<Row> = (transaction: Transaction, rows: readonly Row[]) => Promise<void>
type Compare<Row> = (on: Db, read: Read<Row>, county: string | null) => Promise<Comparison>

async function file<Row>(reading: Promise<Read<Row>>, write: Write<Row>, compare: Compare<Row>): Promise<RegisterFile> {
  const read = await reading
  return {
    findings: read.findings,
    rowCount: read.rows.length,
    version: keyedDigest('register', read.rows.map((row) => JSON.stringify(row)).toSorted().join('\n')).slice(0, VERSION_LENGTH),
    write: (transaction) => write(transaction, read.rows),
    compare: (on, county) => compare(on, read, county),
  }
}

/** Of a keyed hash: enough to tell a register's files apart. */
const VERSION_LENGTH = 16

async function writePeople(transaction: Transaction, rows: readonly PersonRow[]): Promise<void> {
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
async function writeRelations(transaction: Transaction, rows: readonly RelationRow[]): Promise<void> {
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

async function writeProperties(transaction: Transaction, rows: readonly PropertyRow[]): Promise<void> {
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

async function writeContracts(transaction: Transaction, rows: readonly ContractRow[]): Promise<void> {
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

/** A county's whole register takes minutes; nobody waits at a page for it. */
export const LONGEST_IMPORT_MS = 30 * 60 * 1000

const LOCK = 7_215_340_010

/** Two imports at once wait for each other; readers see the register before or after, never between. */
export async function lockRegisters(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`
}

/** @returns how many rows the register has */
export function countRegister(transaction: Transaction, kind: RegisterKind): Promise<number> {
  return TOTALS[kind](transaction)
}
