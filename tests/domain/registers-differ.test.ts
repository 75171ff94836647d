import { describe, expect, test } from 'vitest'
import { registersDiffer, type RegisterAnswers } from '@/lib/domain/registers-differ'

const NOTHING: RegisterAnswers = { record: null, household: null, property: null, grandparentProperty: null, contract: null, kinship: null }
const CHILD = '360199201705100141'
const FATHER = '360199198807040114'

function said(recorded: string | null, registered: string): RegisterAnswers {
  const person = { idNumber: FATHER, name: registered, householdNumber: '1', address: '文峰路12号', headIdNumber: FATHER, headName: registered, registeredOn: null }
  return {
    ...NOTHING,
    record: { schemaVersion: 1, student: { idNumber: CHILD, name: '程一诺' }, guardians: [{ idNumber: FATHER, name: recorded, relation: 'FATHER' }] },
    household: { schemaVersion: 1, people: [person] },
  }
}

describe('R-48 two registers differ', () => {
  test('where they call the holder of one number by different names', () => {
    expect(registersDiffer(said('程远航', '程远帆'))).toBe(true)
  })

  test.each([
    ['程远航', '程 远航', 'spaces are no difference'],
    ['阿依古丽·买买提', '阿依古丽•买买提', 'nor is the dot between two parts'],
    [null, '程远航', 'whoever knows only the number contradicts nobody'],
  ])('not: %s and %s, %s', (recorded, registered, _why) => {
    expect(registersDiffer(said(recorded, registered))).toBe(false)
  })

  test('owners of a property and buyers of a contract are people of a register too', () => {
    const owner = { idNumber: FATHER, name: '程远帆' }
    const property = { schemaVersion: 1 as const, properties: [{ certificateNumber: '1', county: '360123', address: '', use: '住宅', owners: [owner], registeredOn: null }] }
    const contract = { schemaVersion: 1 as const, contracts: [{ contractNumber: '1', county: '360123', address: '', use: '住宅', buyers: [owner], filedOn: null }] }
    expect([{ property }, { grandparentProperty: property }, { contract }].map((one) => registersDiffer({ ...said('程远航', '程远航'), ...one }))).toEqual([true, true, true])
    expect(registersDiffer(NOTHING)).toBe(false)
  })
})
