import { describe, expect, test } from 'vitest'
import { postedAppeal, type AppealAnswers } from '@/lib/domain/appeal-answers'
import { claimFrom } from '@/lib/domain/appeal-claimants'
import { typedFrom } from '@/lib/domain/appeal-typed'
import { APPEAL_KINDS } from '@/lib/rules'
import { family } from '../support/families'

const applicationId = '0193d8a2-0000-4000-8000-000000000000'
const { guardian: father, child } = family('record-wrong-father')
const mother = family('record-wrong-mother').guardian
const record = {
  student: child,
  guardians: [{ ...father, relation: 'FATHER' as const }, { ...mother, relation: 'MOTHER' as const }],
}
const other = { otherName: mother.name, otherIdNumber: mother.idNumber, otherRelation: 'MOTHER' }
const nobody = { otherName: '', otherIdNumber: '', otherRelation: '' }
const notFound = { studentName: child.name, relation: 'FATHER', address: '龙津镇文峰路12号' }

const FORMS: [AppealAnswers['kind'], string, Record<string, string>][] = [
  ['STUDENT_NOT_FOUND', 'with the other guardian as head', { ...notFound, ...other, head: 'other' }],
  ['STUDENT_NOT_FOUND', 'with oneself as head', { ...notFound, ...nobody, head: 'self' }],
  ['STUDENT_NOT_FOUND', 'with the child as head', { ...notFound, ...nobody, head: 'student' }],
  ['STUDENT_NOT_FOUND', 'with somebody else as head, whose number is not known', { ...notFound, ...nobody, head: 'someone', headIdNumber: '' }],
  ['GUARDIAN_MISMATCH', 'with another guardian', { studentName: child.name, relation: 'FATHER', ...other, explanation: '登记的母亲是别人' }],
  ['SINGLE_PARENT', 'with a note', { removed: 'guardian-2', reason: 'DIVORCED', explanation: '2021 年离婚' }],
  ['BLENDED_FAMILY', 'without a note', { kept: 'guardian-1', explanation: '' }],
  ['GRANDPARENT_KINSHIP', 'through the mother', { grandparentName: '向老', grandparentIdNumber: mother.idNumber, kinship: 'MATERNAL_GRANDMOTHER', through: 'guardian-2', agreed: 'yes' }],
  ['NO_VALID_MATERIALS', 'of a business', { ground: 'BUSINESS', address: '京庄社区3栋', evidence: '尚家小店' }],
]

describe('a slip that only the people behind the form give away', () => {
  const someone = { grandparentName: '向老', grandparentIdNumber: mother.idNumber, agreed: 'yes' }
  test.each<[string, AppealAnswers['kind'], Record<string, string>, string, string]>([
    ['R-12 the other guardian as head, and nobody filled in', 'STUDENT_NOT_FOUND', { ...notFound, ...nobody, head: 'other' }, 'head', 'head-other-missing'],
    ['R-12 a man as the mother', 'STUDENT_NOT_FOUND', { ...notFound, ...nobody, relation: 'MOTHER', head: 'self' }, 'relation', 'relation-sex'],
    ['R-11 a woman as the other father', 'GUARDIAN_MISMATCH', { studentName: child.name, relation: 'FATHER', ...other, otherRelation: 'FATHER', explanation: '登记有误' }, 'otherRelation', 'relation-sex'],
    ['R-34 a woman as grandfather', 'GRANDPARENT_KINSHIP', { ...someone, kinship: 'MATERNAL_GRANDFATHER', through: 'guardian-2' }, 'kinship', 'kinship-sex'],
    ['R-34 a paternal grandmother through the mother', 'GRANDPARENT_KINSHIP', { ...someone, kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-2' }, 'through', 'kinship-side'],
  ])('%s is told beside its field', (_what, kind, typed, field, fault) => {
    expect(claimFrom(postedAppeal.parse({ kind, input: { applicationId, ...typed } }), { actor: father, studentIdNumber: child.idNumber, record })).toMatchObject({ ok: false, failure: { field, fault } })
  })
})

describe('what the form of a saved appeal shows', () => {
  test('every kind has an example', () => {
    expect(new Set(FORMS.map(([kind]) => kind))).toEqual(new Set(APPEAL_KINDS))
  })

  test.each(FORMS)('R-18 %s %s: as it was typed', (kind, _what, typed) => {
    const claim = claimFrom(postedAppeal.parse({ kind, input: { applicationId, ...typed } }), { actor: father, studentIdNumber: child.idNumber, record })
    if (!claim.ok) throw new Error(claim.failure.fault)
    expect(typedFrom(claim.value, { self: father.idNumber, studentIdNumber: child.idNumber, guardians: record.guardians })).toEqual(typed)
  })

  test('R-15 a guardian who is no longer on the record is not chosen beforehand', () => {
    const claim = { schemaVersion: 1, kind: 'SINGLE_PARENT', removed: '360199198001010000', reason: 'DIVORCED', explanation: '' } as const
    expect(typedFrom(claim, { self: father.idNumber, studentIdNumber: child.idNumber, guardians: record.guardians })).toMatchObject({ removed: '' })
  })
})
