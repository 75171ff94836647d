import 'server-only'
import type { Season } from '@/lib/rules'
import type { MatchUse, Withdrawable } from '@/lib/domain/desk-entries'
import { isSameDeed } from '@/lib/domain/facts-from-answers'
import type { PropertyFinding } from '@/lib/domain/findings'
import type { Relation } from '@/lib/domain/relation'
import { RELATIONS } from '@/lib/domain/relation'
import { z } from 'zod'
import { addressState, type AddressState } from './address-matches'
import { countedRecord, valuesOf, type Application } from './applications'
import { decrypt, keyedDigest } from './cipher'
import { db, type Db } from './db'
import { countedHousehold } from './deeds'
import { identityColumns } from './guardians'
import { factsOf } from './taken-back'

/** An address of a family with where it lies, as the desk sees it. */
export type FamilyAddress = {
  /** stands for use and address in forms; says nothing outside this application */
  reference: string
  use: MatchUse
  address: string
  /** who is registered there, or owns it */
  people: readonly { idNumber: string; name: string | null }[]
  /** certificate or contract */
  number: string | null
  source: 'registry' | 'desk' | 'county'
  state: AddressState
}

type Found = Omit<FamilyAddress, 'reference' | 'state'>

export function addressReference({ id }: Pick<Application, 'id'>, { use, address }: { use: string; address: string }): string {
  return keyedDigest('desk-address', `${id}:${use}:${address}`).slice(0, 22)
}

/** Every address of the family that is or could be asked for a seat on, each once a use. */
export function listFamilyAddresses(application: Application, season: Season): FamilyAddress[] {
  const found = [...registrationsOf(application), ...propertiesOf(application), ...contractsOf(application), ...residenceOf(application)]
  const each = found.filter(({ use, address }, index) => found.findIndex((one) => one.use === use && one.address === address) === index)
  return each.map((one) => ({ ...one, reference: addressReference(application, one), state: addressState(application, season, one.use, one.address) }))
}

function registrationsOf(application: Application): Found[] {
  const record = countedRecord(application)?.value
  const people = countedHousehold(application)?.people ?? []
  const family = record ? [record.student, ...record.guardians].map((one) => one.idNumber) : []
  const registered = people.filter((person) => family.includes(person.idNumber)).flatMap(({ idNumber, name, address }) => (address ? [{ idNumber, name, address }] : []))
  return [...Map.groupBy(registered, ({ address }) => address)].map(([address, at]): Found => ({ use: 'household', address, people: at.map(({ idNumber, name }) => ({ idNumber, name })), number: null, source: 'registry' }))
}

/** What the register shows of the family and of the bound grandparents. */
export function registeredProperties({ findings }: Application): PropertyFinding['properties'] {
  const { property, grandparentProperty } = valuesOf(findings)
  return [property, grandparentProperty].flatMap((finding) => finding?.properties ?? [])
}

/** What the register shows; what the desk has verified stands in its place. */
function propertiesOf(application: Application): Found[] {
  const registered = registeredProperties(application)
  const { established } = application
  const verified = established.properties.map((one) => one.value)
  const found = ({ address, owners, certificateNumber }: Pick<PropertyFinding['properties'][number], 'address' | 'owners' | 'certificateNumber'>, source: Found['source']): Found => ({ use: 'property', address, people: owners, number: certificateNumber, source })
  return [
    ...verified.filter((one, index) => verified.findIndex((other) => isSameDeed(one, other)) === index).map((one) => found(one, 'desk')),
    ...registered.filter((one) => !verified.some((other) => isSameDeed(one, other))).map((one) => found(one, 'registry')),
  ]
}

function contractsOf({ findings }: Application): Found[] {
  return (valuesOf(findings).contract?.contracts ?? []).map(({ address, buyers, contractNumber }) => ({ use: 'contract', address, people: buyers, number: contractNumber, source: 'registry' }))
}

function residenceOf({ established: { materials } }: Application): Found[] {
  return materials ? [{ use: 'residence', address: materials.value.address, people: [], number: null, source: 'county' }] : []
}

/** What two officers may take back, of that which counts. */
export function listWithdrawable({ established }: Pick<Application, 'established'>): Withdrawable[] {
  return factsOf({ ...established, materials: established.materials ? [established.materials] : [] })
}

const relationWord = z.enum(RELATIONS)

export type CountyGuardian = { guardianId: string; idNumber: string; name: string; relation: Relation; recordedAt: number }

/** Whom the county has made a guardian of the child: what two officers may undo. */
export async function listCountyGuardians({ studentId }: Pick<Application, 'studentId'>, on: Db = db()): Promise<CountyGuardian[]> {
  const rows = await on.guardianship.findMany({
    where: { studentId, source: 'county' },
    select: { guardianId: true, relation: true, recordedAt: true, guardian: { select: identityColumns } },
    orderBy: { recordedAt: 'asc' },
  })
  return rows.map(({ guardianId, relation, recordedAt, guardian }) => ({
    guardianId, relation: relationWord.parse(relation), recordedAt: recordedAt.getTime(),
    idNumber: decrypt('guardians.id_number', guardian.idNumberCipher),
    name: decrypt('guardians.name', guardian.nameCipher),
  }))
}
