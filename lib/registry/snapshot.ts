import 'server-only'
import { decrypt, keyedIndex } from '@/lib/data/cipher'
import type { Db } from '@/lib/data/db'
import type {
  Answer,
  ContractFinding,
  HouseholdFinding,
  KinshipFinding,
  PropertyFinding,
  RecordFinding,
} from '@/lib/domain/findings'
import { RELATIONS, type Relation } from '@/lib/domain/relation'
import { writtenNumber } from '@/lib/domain/written-number'
import type { ContractRegistry, HouseholdRegistry, KinshipRegistry, PropertyRegistry, RecordRegistry, Registries } from './registry'

/** The registers as the departments' files filled them (`npm run import`). */
export function snapshotRegistries(db: Db): Registries {
  return { record: record(db), household: household(db), property: property(db), contract: contract(db), kinship: kinship(db) }
}

type Index = Uint8Array<ArrayBuffer>
const byIdNumber = (idNumber: string): Index => new Uint8Array(keyedIndex('id-number', idNumber))
const keyOf = (index: Uint8Array) => Buffer.from(index).toString('base64')

type Kind = 'people' | 'relations' | 'properties' | 'contracts'

/**
 * Asks a snapshot, or says that it can not be asked: a register whose file was never handed in knows nothing,
 * and 「查无此人」 would be a lie. The version is the one of the kind that is named first.
 */
async function ask<Value>(db: Db, kinds: readonly [Kind, ...Kind[]], question: (version: string) => Promise<Answer<Value>>): Promise<Answer<Value>> {
  const snapshots = await db.registrySnapshot.findMany({ where: { kind: { in: [...kinds] } }, select: { kind: true, version: true } })
  const version = snapshots.find((one) => one.kind === kinds[0])?.version
  if (version === undefined || snapshots.length < kinds.length) return { outcome: 'unavailable', why: 'refused' }
  return question(version)
}

/** Names of people by keyed index; whoever is not in the register is not in the map. */
async function namesOf(db: Db, indexes: readonly Index[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { idNumberIndex: { in: [...indexes] } },
    select: { idNumberIndex: true, nameCipher: true },
  })
  return new Map(people.map((one) => [keyOf(one.idNumberIndex), decrypt('people.name', one.nameCipher)]))
}

const isRelation = (word: string): word is Relation => RELATIONS.some((relation) => relation === word)

function record(db: Db): RecordRegistry {
  return {
    findRecord: (studentIdNumber) =>
      ask<RecordFinding>(db, ['relations', 'people'], async (version) => {
        const personIndex = byIdNumber(studentIdNumber)
        const student = await db.person.findUnique({ where: { idNumberIndex: personIndex }, select: { nameCipher: true } })
        if (!student) return { outcome: 'not-found' }
        const relations = await db.relation.findMany({ where: { personIndex }, select: { relativeIndex: true, relation: true, relativeCipher: true } })
        const names = await namesOf(db, relations.map((one) => one.relativeIndex))
        const guardians = relations.flatMap(({ relation, relativeCipher, relativeIndex }) =>
          isRelation(relation)
            ? [{ idNumber: decrypt('relations.relative', relativeCipher), name: names.get(keyOf(relativeIndex)) ?? null, relation }]
            : [],
        )
        // Father, mother, then others: the same order at every query, whatever the file's.
        guardians.sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || a.idNumber.localeCompare(b.idNumber))
        return {
          outcome: 'found',
          value: { schemaVersion: 1, student: { idNumber: studentIdNumber, name: decrypt('people.name', student.nameCipher) }, guardians },
          snapshotVersion: version,
        }
      }),
  }
}

function household(db: Db): HouseholdRegistry {
  return {
    findHouseholds: (idNumbers) =>
      ask<HouseholdFinding>(db, ['people'], async (version) => {
        const rows = await db.person.findMany({ where: { idNumberIndex: { in: idNumbers.map(byIdNumber) } } })
        if (rows.length === 0) return { outcome: 'not-found' }
        const asRow = new Map(rows.map((row) => [keyOf(row.idNumberIndex), row]))
        const headOf = (cipher: string | null) => (cipher ? decrypt('people.head_id_number', cipher) : null)
        const heads = [...new Set(rows.map((row) => headOf(row.headIdNumberCipher)))].filter((head) => head !== null)
        const headNames = await namesOf(db, heads.map(byIdNumber))
        const people = [...new Set(idNumbers)].flatMap((idNumber) => {
          const row = asRow.get(keyOf(byIdNumber(idNumber)))
          if (!row) return []
          const headIdNumber = headOf(row.headIdNumberCipher)
          return {
            idNumber,
            name: decrypt('people.name', row.nameCipher),
            householdNumber: row.householdNumber,
            address: row.addressCipher ? decrypt('people.address', row.addressCipher) : null,
            headIdNumber,
            headName: headIdNumber ? (headNames.get(keyOf(byIdNumber(headIdNumber))) ?? null) : null,
            registeredOn: row.registeredOn,
          }
        })
        return { outcome: 'found', value: { schemaVersion: 1, people }, snapshotVersion: version }
      }),
  }
}

function property(db: Db): PropertyRegistry {
  return {
    findProperties: (ownerIdNumbers) =>
      ask<PropertyFinding>(db, ['properties'], async (version) => {
        const rows = await db.property.findMany({
          where: { owners: { some: { ownerIndex: { in: ownerIdNumbers.map(byIdNumber) } } } },
          include: { owners: { orderBy: { position: 'asc' } } },
        })
        const names = await namesOf(db, rows.flatMap((row) => row.owners.map((owner) => owner.ownerIndex)))
        const found = rows.map((row) => ({
          certificateNumber: decrypt('properties.certificate', row.certificateCipher),
          county: row.county,
          address: decrypt('properties.address', row.addressCipher),
          use: row.use,
          owners: row.owners.map((owner) => ({ idNumber: decrypt('property_owners.owner', owner.ownerCipher), name: names.get(keyOf(owner.ownerIndex)) ?? null })),
          registeredOn: row.registeredOn,
        }))
        found.sort((a, b) => a.certificateNumber.localeCompare(b.certificateNumber))
        return { outcome: 'found', value: { schemaVersion: 1, properties: found }, snapshotVersion: version }
      }),
  }
}

function contract(db: Db): ContractRegistry {
  return {
    findContract: (contractNumber) =>
      ask<ContractFinding>(db, ['contracts'], async (version) => {
        const contractIndex = new Uint8Array(keyedIndex('contract', writtenNumber(contractNumber)))
        const row = await db.purchaseContract.findUnique({ where: { contractIndex }, include: { buyers: { orderBy: { position: 'asc' } } } })
        if (!row) return { outcome: 'not-found' }
        const names = await namesOf(db, row.buyers.map((buyer) => buyer.buyerIndex))
        const filed = {
          contractNumber: decrypt('contracts.contract', row.contractCipher),
          county: row.county,
          address: decrypt('contracts.address', row.addressCipher),
          use: row.use,
          buyers: row.buyers.map((buyer) => ({ idNumber: decrypt('contract_buyers.buyer', buyer.buyerCipher), name: names.get(keyOf(buyer.buyerIndex)) ?? null })),
          filedOn: row.filedOn,
        }
        return { outcome: 'found', value: { schemaVersion: 1, contracts: [filed] }, snapshotVersion: version }
      }),
  }
}

function kinship(db: Db): KinshipRegistry {
  return {
    findKinship: (grandparent, guardianIdNumbers) =>
      ask<KinshipFinding>(db, ['relations', 'people'], async (version) => {
        const relativeIndex = byIdNumber(grandparent.idNumber)
        const relations = await db.relation.findMany({
          where: { relativeIndex, personIndex: { in: guardianIdNumbers.map(byIdNumber) }, relation: { in: ['FATHER', 'MOTHER'] } },
          select: { personIndex: true },
        })
        const name = (await namesOf(db, [relativeIndex])).get(keyOf(relativeIndex))
        const isChild = new Set(relations.map((one) => keyOf(one.personIndex)))
        const through = guardianIdNumbers.filter((guardian) => isChild.has(keyOf(byIdNumber(guardian))))
        if (name === undefined || name !== grandparent.name.normalize('NFKC').replace(/\s/g, '') || through.length === 0) return { outcome: 'not-found' }
        return {
          outcome: 'found',
          value: { schemaVersion: 1, grandparent: { idNumber: grandparent.idNumber, name }, through },
          snapshotVersion: version,
        }
      }),
  }
}
