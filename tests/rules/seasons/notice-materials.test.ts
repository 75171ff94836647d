import { expect, test } from 'vitest'
import { requirementsOf } from '@/lib/domain/appeal-requirements'
import { APPEAL_KINDS, GROUNDS } from '@/lib/rules'
import { seasonFrom } from '../season-folder'

const { materials } = await seasonFrom()
const at = Date.parse('2023-08-16T09:00:00+08:00')
const asked = (kind: string, ground: string | null) => requirementsOf(materials, { kind, ground, guardians: 2, at }).map(({ label, subject, need }) => `${label} ${subject} ${need}`.replace('  ', ' '))

const BOOK = ['户口本（学生页） student 1', '户口本（监护人页） guardian-1 1', '户口本（监护人页） guardian-2 1']

test('R-44 the notice’s lists for the three grounds, a page for each guardian and one for the student', () => {
  expect(asked('NO_VALID_MATERIALS', 'BUSINESS')).toEqual(['营业执照 1', ...BOOK, '住房租赁合同 1'])
  expect(asked('NO_VALID_MATERIALS', 'EMPLOYMENT')).toEqual([...BOOK, '单位用工合同 1', '近三个月工资表 3'])
  expect(asked('NO_VALID_MATERIALS', 'RESIDENCE_PERMIT')).toEqual(['居住证 1', ...BOOK])
})

test('R-11 R-12 R-15 R-16 R-34 no appeal goes to the county without a paper', () => {
  for (const kind of APPEAL_KINDS) {
    for (const ground of kind === 'NO_VALID_MATERIALS' ? GROUNDS : [null]) expect(asked(kind, ground), `${kind} ${ground ?? ''}`).not.toEqual([])
  }
})
