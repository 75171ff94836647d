import { expect, test } from 'vitest'
import type { Facts } from '@/lib/rules'
import { compareSubmission, type KnownOfSubmission } from '@/lib/domain/submission-comparison'
import type { ShownConfirmation } from '@/lib/domain/submission'
import { family } from '../support/families'

const { guardian: father, child } = family('deed-father')
const ADDRESS = '龙津镇潦河花园3栋'
const facts: Facts = {
  at: '2023-08-16T09:00:00+08:00', signedIn: father.idNumber,
  student: { idNumber: child.idNumber, household: { address: ADDRESS, headIdNumber: father.idNumber } },
  guardians: [{ idNumber: father.idNumber, relation: 'FATHER', household: { address: ADDRESS, headIdNumber: father.idNumber } }],
  grandparents: [], contracts: [],
  properties: [{ certificateNumber: '赣（2021）安义县不动产权第0000218号', county: '360123', address: ADDRESS, use: '住宅', owners: [father.idNumber] }],
  choice: { basis: 'TITLE_DEED', certificateNumber: '赣（2021）安义县不动产权第0000218号' },
}
const shown: ShownConfirmation = {
  student: { name: child.name, idNumber: '' }, submittedBy: { name: father.name, relation: '父亲' }, guardians: [{ name: father.name, relation: '父亲' }],
  studentHousehold: { address: ADDRESS, place: '' }, basis: 'TITLE_DEED', property: { kind: '', address: ADDRESS, owners: [], number: null, verified: [] },
  category: { row: 'K1', label: '' }, schools: [], zone: null,
}
const person = (one: { idNumber: string; name: string }, address = ADDRESS) => ({ ...one, householdNumber: '1', address, headIdNumber: father.idNumber, headName: null, registeredOn: null })
const property = { certificateNumber: '赣（2021）安义县不动产权第0000218号', county: '360123', address: ADDRESS, use: '住宅', owners: [{ idNumber: father.idNumber, name: father.name }], registeredOn: null }
const known: KnownOfSubmission = {
  record: { student: child, guardians: [{ ...father, relation: 'FATHER' }] },
  household: { schemaVersion: 1, people: [person(child), person(father)] },
  property: { schemaVersion: 1, properties: [property] },
  kinship: null, contract: null, grandparentProperty: null,
}
const differing = (now: KnownOfSubmission) => compareSubmission({ facts, shown }, now).flatMap(({ group, rows }) => rows.filter((row) => row.state !== 'same').map((row) => `${group} ${row.field}: ${row.state}`))

test('R-48 a submission on which the registers still agree differs in nothing', () => {
  expect(differing(known)).toEqual([])
})

test('R-48 what a register says otherwise now is marked', () => {
  const moved = { ...known, household: { schemaVersion: 1 as const, people: [person(child, '龙津镇文峰路12号'), person(father)] } }
  expect(differing(moved)).toEqual(['student address: differs'])
  const sold = { ...known, property: { schemaVersion: 1 as const, properties: [{ ...property, owners: [{ idNumber: '360199198810102222', name: '别人' }] }] } }
  expect(differing(sold)).toEqual(['home owners: differs'])
  expect(differing({ ...known, property: { schemaVersion: 1, properties: [] } })).toEqual(['home certificate: one-sided', 'home address: one-sided', 'home use: one-sided', 'home owners: one-sided'])
})

test('R-48 P4 neither side writes out a number', () => {
  expect(JSON.stringify(compareSubmission({ facts, shown }, known))).not.toMatch(/\d{17}[\dX]|0000218/)
})
