import { describe, expect, test } from 'vitest'
import { appealAnswers } from '@/lib/domain/appeal-answers'
import { appealAfter, appealTransitions } from '@/lib/domain/appeal-status'
import { fulfilments, isFulfilled, lastMonths, requirementsOf } from '@/lib/domain/appeal-requirements'
import { appealKindOf, APPEAL_SLUGS, holding, mayBeSent, type AppealHead } from '@/lib/domain/appeals'
import { APPEAL_KINDS } from '@/lib/rules'
import { shanghai } from '../support/clock'

const ID = '0193d8a2-0000-4000-8000-000000000000'

describe('the table of states', () => {
  test('R-18 from draft to verdict, and from a refusal once more', () => {
    expect(appealAfter('draft', 'send')).toBe('waiting')
    expect(appealAfter('waiting', 'approve')).toBe('approved')
    expect(appealAfter('waiting', 'refuse')).toBe('refused')
    expect(appealAfter('refused', 'send')).toBe('waiting')
  })

  test('R-18 what was approved or taken back does not move again, and nobody decides what was not sent', () => {
    expect(appealTransitions.approved).toEqual({})
    expect(appealTransitions.withdrawn).toEqual({})
    expect(appealAfter('draft', 'approve')).toBeNull()
    expect(appealAfter('refused', 'refuse')).toBeNull()
    expect(appealAfter('waiting', 'send')).toBeNull()
  })

  test('every kind has its own word in addresses, and only those are known', () => {
    expect(APPEAL_KINDS.map((kind) => appealKindOf(APPEAL_SLUGS[kind]))).toEqual([...APPEAL_KINDS])
    expect(appealKindOf('STUDENT_NOT_FOUND')).toBeNull()
    expect(appealKindOf('constructor')).toBeNull()
  })
})

describe('R-18 after the season has closed', () => {
  const season = { opensAt: shanghai('2023-08-14 00:00:00.000'), closesAt: shanghai('2023-08-25 00:00:00.000') }
  const before = shanghai('2023-08-24 23:59:59.999')
  const after = shanghai('2023-08-25 00:00:00.000')

  test.each([
    ['a draft in the last millisecond', { status: 'draft', decidedAt: null } as const, before, true],
    ['a draft at the close', { status: 'draft', decidedAt: null } as const, after, false],
    ['a refusal before the close, not amended in time', { status: 'refused', decidedAt: before } as const, after, false],
    ['a refusal at the close or later', { status: 'refused', decidedAt: after } as const, after, true],
    ['one that waits', { status: 'waiting', decidedAt: null } as const, before, false],
    ['one that was approved', { status: 'approved', decidedAt: before } as const, before, false],
  ])('%s may be sent: %o', (_what, appeal, at, expected) => {
    expect(mayBeSent(appeal, season, at)).toBe(expected)
  })
})

const head = (kind: AppealHead['kind'], status: AppealHead['status']): AppealHead => ({ id: kind, kind, status, ground: null, round: 1, createdAt: 0, sentAt: 0, decidedAt: null, takenBackAt: null })

test('R-11 R-12 R-15 R-16 what waits and concerns the record holds the journey; kinship and materials hold nothing', () => {
  expect(holding([head('GRANDPARENT_KINSHIP', 'waiting'), head('NO_VALID_MATERIALS', 'waiting')])).toBeNull()
  expect(holding([head('SINGLE_PARENT', 'waiting'), head('GUARDIAN_MISMATCH', 'waiting')])?.kind).toBe('GUARDIAN_MISMATCH')
  expect(holding([head('BLENDED_FAMILY', 'refused'), head('STUDENT_NOT_FOUND', 'draft')])).toBeNull()
})

describe('what an appeal must bring', () => {
  const rows = [
    { kind: 'NO_VALID_MATERIALS', ground: 'EMPLOYMENT', document: 'household-book', label: '户口本（学生页）', min: 1, per: 'student', note: '' },
    { kind: 'NO_VALID_MATERIALS', ground: 'EMPLOYMENT', document: 'household-book-guardian', label: '户口本（监护人页）', min: 1, per: 'guardian', note: '' },
    { kind: 'NO_VALID_MATERIALS', ground: 'EMPLOYMENT', document: 'payslip', label: '近三个月工资表', min: 3, per: 'once', note: '' },
    { kind: 'NO_VALID_MATERIALS', ground: 'BUSINESS', document: 'lease', label: '住房租赁合同', min: 1, per: 'once', note: '' },
  ]
  const at = shanghai('2023-08-16 09:00:00.000')
  const asked = requirementsOf(rows, { kind: 'NO_VALID_MATERIALS', ground: 'EMPLOYMENT', guardians: 2, at })
  const others: { document: string; subject: string; months: string[] }[] = [
    { document: 'household-book', subject: 'student', months: [] },
    { document: 'household-book-guardian', subject: 'guardian-1', months: [] },
    { document: 'household-book-guardian', subject: 'guardian-2', months: [] },
  ]
  const slip = (...months: string[]) => ({ document: 'payslip', subject: '', months })
  const all = (files: typeof others) => fulfilments(asked, files).every(isFulfilled)

  test('R-44 a page for each guardian and one for the student, and only the ground that was chosen', () => {
    expect(asked.map(({ document, subject }) => `${document} ${subject}`)).toEqual(['household-book student', 'household-book-guardian guardian-1', 'household-book-guardian guardian-2', 'payslip '])
    expect(all([...others.slice(0, 2), slip('2023-05', '2023-06', '2023-07')])).toBe(false)
    expect(all([...others.slice(0, 2), { document: 'household-book-guardian', subject: 'guardian-1', months: [] }, slip('2023-05', '2023-06', '2023-07')])).toBe(false)
  })

  test('R-44 three months of pay slips are demanded: two refused, three files of one month refused, one file covering three accepted', () => {
    expect(all([...others, slip('2023-06', '2023-07')])).toBe(false)
    expect(all([...others, slip('2023-07'), slip('2023-07'), slip('2023-07')])).toBe(false)
    expect(all([...others, slip('2023-05', '2023-06', '2023-07')])).toBe(true)
    expect(all([...others, slip('2023-05'), slip('2023-06'), slip('2023-07')])).toBe(true)
    expect(all([...others, slip('2023-05'), slip('2023-06'), slip('2022-07')])).toBe(false)
  })

  test('R-44 the last three months are whole months before the day in Shanghai, across a year and at its midnight', () => {
    expect(lastMonths(at, 3)).toEqual(['2023-05', '2023-06', '2023-07'])
    expect(lastMonths(shanghai('2024-01-01 00:00:00.000'), 3)).toEqual(['2023-10', '2023-11', '2023-12'])
    expect(lastMonths(shanghai('2023-12-31 23:59:59.999'), 3)).toEqual(['2023-09', '2023-10', '2023-11'])
  })
})

describe('what the forms take', () => {
  const issues = (result: { success: boolean; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } }) => (result.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`)
  const mismatch = { applicationId: ID, studentName: ' 谭 小舟 ', relation: 'FATHER', explanation: '母亲登记成了别人' }

  test('R-11 the other guardian may be left out, or is there with name, number and relation', () => {
    expect(appealAnswers.GUARDIAN_MISMATCH.safeParse(mismatch)).toMatchObject({ success: true, data: { studentName: '谭小舟', otherIdNumber: '' } })
    expect(issues(appealAnswers.GUARDIAN_MISMATCH.safeParse({ ...mismatch, otherName: '向晚歌' }))).toEqual(['otherIdNumber: id-number-missing', 'otherRelation: relation-missing'])
    // With what is wrong elsewhere, so that a family reads everything at once; a post without any form has nothing to ask about.
    expect(issues(appealAnswers.GUARDIAN_MISMATCH.safeParse({ ...mismatch, explanation: '', otherName: '向晚歌' }))).toEqual(['explanation: explanation-missing', 'otherIdNumber: id-number-missing', 'otherRelation: relation-missing'])
    expect(appealAnswers.GUARDIAN_MISMATCH.safeParse(undefined).success).toBe(false)
    expect(issues(appealAnswers.GUARDIAN_MISMATCH.safeParse({ ...mismatch, otherIdNumber: '360199198803231926', otherRelation: 'MOTHER' }))).toEqual(['otherName: name-missing', 'otherIdNumber: id-number-check'])
  })

  test('R-11 R-12 the other guardian’s name is taken and bounded as every name is', () => {
    const other = { otherIdNumber: '360199198803231925', otherRelation: 'MOTHER' }
    expect(appealAnswers.GUARDIAN_MISMATCH.safeParse({ ...mismatch, ...other, otherName: ' 向 晚歌　' })).toMatchObject({ success: true, data: { otherName: '向晚歌' } })
    expect(issues(appealAnswers.GUARDIAN_MISMATCH.safeParse({ ...mismatch, ...other, otherName: '长'.repeat(51) }))).toEqual(['otherName: name-too-long'])
  })

  test('H6 numbers are taken as they are typed and pasted', () => {
    const typed = appealAnswers.GUARDIAN_MISMATCH.safeParse({ ...mismatch, otherName: '简清秋', otherIdNumber: ' 36019919 8802 22124ｘ', otherRelation: 'MOTHER' })
    expect(typed).toMatchObject({ success: true, data: { otherIdNumber: '36019919880222124X' } })
  })

  test('R-42 the form asks where the family lives and what the ground rests on', () => {
    expect(issues(appealAnswers.NO_VALID_MATERIALS.safeParse({ applicationId: ID, ground: 'BUSINESS', address: ' ', evidence: '' }))).toEqual(['address: address-missing', 'evidence: evidence-missing'])
    expect(issues(appealAnswers.NO_VALID_MATERIALS.safeParse({ applicationId: ID }))).toEqual(['ground: ground-missing', 'address: address-missing', 'evidence: evidence-missing'])
  })

  test('R-34 without the grandparent’s agreement nothing is asked', () => {
    expect(issues(appealAnswers.GRANDPARENT_KINSHIP.safeParse({ applicationId: ID, grandparentName: '施老太', grandparentIdNumber: '360199198803231925', kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-1' }))).toEqual(['agreed: grandparent-agreement-missing'])
  })
})
