import { describe, expect, test } from 'vitest'
import { deskForms } from '@/lib/domain/desk-forms'
import { assistedGuardian } from '@/lib/domain/assistance'

const applicationId = '01910000-0000-7000-8000-000000000000'
const NUMBER = '360199198807040114'

/** Each wrong field with its code, as a form shows them. */
function faults(read: { success: boolean; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } }): [string, string][] {
  return (read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message])
}

describe('R-46 a form of the desk says everything that is wrong at once', () => {
  test('a property: its own fields and every row of owners', () => {
    const posted = { applicationId, proposalId: '', certificateNumber: '', county: '1', address: ' ', use: '', paper: '', why: '', owner1Name: '程远航', owner1IdNumber: '1', owner1Relation: '', owner3IdNumber: NUMBER, owner3Relation: 'GUARDIAN' }
    expect(faults(deskForms.property.safeParse(posted))).toEqual([
      ['certificateNumber', 'CERTIFICATE_MISSING'], ['county', 'COUNTY_MISSING'], ['address', 'ADDRESS_MISSING'], ['use', 'USE_MISSING'], ['paper', 'PAPER_MISSING'],
      ['owner1IdNumber', 'PERSON_NUMBER_WRONG'], ['owner1Relation', 'PERSON_RELATION_MISSING'], ['owner3Name', 'PERSON_NAME_WRONG'],
    ])
  })

  test('nobody at all is asked for in the first row; whoever stands in a later one alone is taken, and found there again', () => {
    const posted = { applicationId, certificateNumber: '1', county: '360123', address: 'x', use: '住宅', paper: 'other' }
    expect(faults(deskForms.property.safeParse(posted)).map(([field]) => field)).toEqual(['owner1Name', 'owner1IdNumber', 'owner1Relation'])
    const later = { ...posted, owner2Name: '程远航', owner2IdNumber: NUMBER, owner2Relation: 'GUARDIAN' }
    expect(deskForms.property.parse(later)).toMatchObject({ property: { owners: [{ name: '程远航' }] }, ownerRows: [2] })
  })

  test('an identity, an address, a card', () => {
    expect(faults(deskForms.identity.safeParse({ applicationId, studentName: '', headIdNumber: '12', guardian1Name: '程远航', guardian1IdNumber: NUMBER, guardian1Relation: 'FATHER', guardian2Name: '程远航', guardian2IdNumber: NUMBER, guardian2Relation: 'FATHER' }))).toEqual([
      ['studentName', 'PERSON_NAME_WRONG'], ['headIdNumber', 'PERSON_NUMBER_WRONG'], ['paper', 'PAPER_MISSING'], ['guardian2IdNumber', 'PERSON_TWICE'],
    ])
    expect(faults(deskForms['address-match'].safeParse({ applicationId, why: '' })).map(([field]) => field)).toEqual(['address', 'paper', 'why', 'row'])
    expect(faults(assistedGuardian.safeParse({ name: '', idNumber: '1', phone: '2' }))).toEqual([
      ['name', 'GUARDIAN_NAME'], ['idNumber', 'GUARDIAN_ID_NUMBER'], ['phone', 'GUARDIAN_PHONE'], ['cardChecked', 'CARD_NOT_CHECKED'], ['present', 'GUARDIAN_NOT_PRESENT'],
    ])
  })
})
