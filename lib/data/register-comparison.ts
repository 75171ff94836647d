import 'server-only'
import { writtenNumber } from '@/lib/domain/written-number'
import { decrypt } from './cipher'
import type { Db } from './db'
import type { ImportFinding, Read } from './imports'
import { inBatches, indexOf, type ContractRow, type Index, type PersonRow, type PropertyRow, type RelationRow } from './register-rows'

/** Whose data a file changes, by keyed index, with how many of its rows speak of them: people, and homes by their number. */
export type Touched = { people: ReadonlyMap<string, number>; homes: ReadonlyMap<string, number> }

/** What a file would do to its register: rows, counted as the file has them. */
export type Comparison = { added: number; changed: number; unchanged: number; touched: Touched; findings: readonly ImportFinding[] }

/** What stands under one key, in words that are the same when nothing has changed; `people` are those whom it speaks of. */
type Entry = { text: string; people: readonly Index[]; county: string | null }
type Standing = ReadonlyMap<string, Entry>

/** A register as it is compared: what of a file stands under which key, and what stands there now. */
type Register<Row> = {
  keyOf: (row: Row) => Index
  entryOf: (rows: readonly Row[]) => Entry
  standing: (on: Db, keys: Index[]) => Promise<Standing>
  /** a home is asked for by its number as well */
  home: boolean
}

export const keyText = (index: Uint8Array): string => Buffer.from(index).toString('base64')
const idIndex = (idNumber: string): Index => indexOf('id-number', idNumber)
const text = (...parts: readonly (string | null)[]): string => JSON.stringify(parts)

const people: Register<PersonRow> = {
  home: false,
  keyOf: (row) => idIndex(row.id_number),
  entryOf: (rows) => ({ text: rows.map((row) => text(row.name, row.household_number, row.household_address, row.head_id_number, row.registered_on)).join(), people: rows.map((row) => idIndex(row.id_number)), county: null }),
  standing: async (on, keys) => {
    const rows = await on.person.findMany({ where: { idNumberIndex: { in: keys } } })
    const opened = (purpose: string, cipher: string | null) => cipher && decrypt(purpose, cipher)
    return new Map(rows.map((row) => [keyText(row.idNumberIndex), {
      text: text(decrypt('people.name', row.nameCipher), row.householdNumber, opened('people.address', row.addressCipher), opened('people.head_id_number', row.headIdNumberCipher), row.registeredOn),
      people: [row.idNumberIndex], county: null,
    }]))
  },
}

/** All of a person's relations are one entry: what the file does not name of them goes. */
const relations: Register<RelationRow> = {
  home: false,
  keyOf: (row) => idIndex(row.person),
  entryOf: (rows) => ({ text: rows.map((row) => text(row.relation, row.relative)).toSorted().join(), people: rows.slice(0, 1).map((row) => idIndex(row.person)), county: null }),
  standing: async (on, keys) => {
    const rows = await on.relation.findMany({ where: { personIndex: { in: keys } } })
    const byPerson = Map.groupBy(rows, (row) => keyText(row.personIndex))
    return new Map([...byPerson].map(([person, of]) => [person, {
      text: of.map((row) => text(row.relation, decrypt('relations.relative', row.relativeCipher))).toSorted().join(),
      people: of.slice(0, 1).map((row) => row.personIndex), county: null,
    }]))
  },
}

const properties: Register<PropertyRow> = {
  home: true,
  keyOf: (row) => indexOf('certificate', writtenNumber(row.certificate_number)),
  entryOf: (rows) => homeEntry(rows.map((row) => ({ ...row, number: row.certificate_number, people: row.owners, on: row.registered_on }))),
  standing: async (on, keys) => {
    const rows = await on.property.findMany({ where: { certificateIndex: { in: keys } }, include: { owners: { orderBy: { position: 'asc' } } } })
    return new Map(rows.map((row) => [keyText(row.certificateIndex), homeEntry([{
      number: decrypt('properties.certificate', row.certificateCipher), county: row.county, address: decrypt('properties.address', row.addressCipher), use: row.use, on: row.registeredOn,
      people: row.owners.map((owner) => decrypt('property_owners.owner', owner.ownerCipher)),
    }])]))
  },
}

const contracts: Register<ContractRow> = {
  home: true,
  keyOf: (row) => indexOf('contract', writtenNumber(row.contract_number)),
  entryOf: (rows) => homeEntry(rows.map((row) => ({ ...row, number: row.contract_number, people: row.buyers, on: row.filed_on }))),
  standing: async (on, keys) => {
    const rows = await on.purchaseContract.findMany({ where: { contractIndex: { in: keys } }, include: { buyers: { orderBy: { position: 'asc' } } } })
    return new Map(rows.map((row) => [keyText(row.contractIndex), homeEntry([{
      number: decrypt('contracts.contract', row.contractCipher), county: row.county, address: decrypt('contracts.address', row.addressCipher), use: row.use, on: row.filedOn,
      people: row.buyers.map((buyer) => decrypt('contract_buyers.buyer', buyer.buyerCipher)),
    }])]))
  },
}

type Home = { number: string; county: string; address: string; use: string; people: readonly string[]; on: string | null }

function homeEntry(homes: readonly Home[]): Entry {
  return {
    text: homes.map(({ number, county, address, use, people: owners, on }) => text(number, county, address, use, owners.join('|'), on)).join(),
    people: homes.flatMap((home) => home.people.map(idIndex)),
    county: homes[0]?.county ?? null,
  }
}

const NOT_THIS_COUNTY = 'county：不是本县的。不动产和合同由所在区县导入'
const STANDS_ELSEWHERE = '这个证号现在登记在其他区县，要由那个区县先改'

/** @param county whose homes may be brought in; null where all may */
async function compare<Row>(register: Register<Row>, on: Db, { file, rows, lines }: Read<Row>, county: string | null): Promise<Comparison> {
  const groups = [...Map.groupBy(rows.map((row, place) => ({ row, key: register.keyOf(row), line: lines[place] ?? 0 })), ({ key }) => keyText(key))]
  const counted = { added: 0, changed: 0, unchanged: 0 }
  const touched = { people: new Map<string, number>(), homes: new Map<string, number>() }
  const findings: ImportFinding[] = []
  await inBatches(groups, async (batch) => {
    const standing = await register.standing(on, batch.flatMap(([, group]) => group.slice(0, 1).map(({ key }) => key)))
    for (const [key, group] of batch) {
      const [before, next] = [standing.get(key), register.entryOf(group.map(({ row }) => row))]
      if (county !== null && next.county !== null) {
        const fault = next.county !== county ? NOT_THIS_COUNTY : before && before.county !== county ? STANDS_ELSEWHERE : null
        if (fault) findings.push(...group.map(({ line }) => ({ file, line, message: fault })))
      }
      counted[before === undefined ? 'added' : before.text === next.text ? 'unchanged' : 'changed'] += group.length
      if (before?.text === next.text) continue
      for (const one of new Set([...(before?.people ?? []), ...next.people].map(keyText))) touched.people.set(one, (touched.people.get(one) ?? 0) + group.length)
      if (register.home) touched.homes.set(key, group.length)
    }
  })
  return { ...counted, touched, findings: findings.toSorted((one, other) => one.line - other.line) }
}

export const comparePeople = (on: Db, read: Read<PersonRow>, county: string | null) => compare(people, on, read, county)
export const compareRelations = (on: Db, read: Read<RelationRow>, county: string | null) => compare(relations, on, read, county)
export const compareProperties = (on: Db, read: Read<PropertyRow>, county: string | null) => compare(properties, on, read, county)
export const compareContracts = (on: Db, read: Read<ContractRow>, county: string | null) => compare(contracts, on, read, county)
