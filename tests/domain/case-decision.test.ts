import { describe, expect, test } from 'vitest'
import { caseDecision, reasonsFor } from '@/lib/domain/case-decision'

const ID = '0193d8a2-0000-4000-8000-000000000000'
const posted = { subject: 'appeal', appealId: ID, round: '2', verdict: 'wanted', reason: '', reasonCode: '', document: '出生医学证明', documentName: '', 'checked[]': [ID], then: 'next' }
const faultOf = (input: Record<string, unknown>) => caseDecision.safeParse(input).error?.issues[0]?.message

describe('R-47 what the right side of a case posts', () => {
  test('R-47 a document of the list, or one by the name that was typed', () => {
    expect(caseDecision.parse(posted)).toMatchObject({ verdict: 'wanted', round: 2, wanted: '出生医学证明', checked: [ID], reasonCode: null })
    expect(caseDecision.parse({ ...posted, document: 'other', documentName: ' 派出所证明 ' })).toMatchObject({ wanted: '派出所证明' })
  })

  test('R-47 nothing is asked for without a name, nor decided without a verdict', () => {
    expect(faultOf({ ...posted, document: '' })).toBe('WANTED_MISSING')
    expect(faultOf({ ...posted, document: 'other', documentName: ' ' })).toBe('WANTED_MISSING')
    expect(faultOf({ ...posted, verdict: undefined })).toBe('VERDICT_MISSING')
    expect(faultOf({ subject: 'submission', verdict: 'approved' })).toBe('VERDICT_MISSING')
  })

  test('R-47 what was begun for another verdict is not sent along with this one', () => {
    expect(caseDecision.parse({ ...posted, verdict: 'refused', reasonCode: 'blurred' })).toMatchObject({ wanted: null, reasonCode: 'blurred' })
    expect(caseDecision.parse({ ...posted, reasonCode: 'blurred' })).toMatchObject({ reasonCode: null })
  })

  test('R-48 a submission is confirmed or proposed for return with a reason’s code and the papers in order, and none of an appeal’s fields is read', () => {
    const paper = '01890a5d-ac96-774b-bcce-b302099a8057'
    const given = { subject: 'submission', round: 'x', reasonCode: 'blurred', 'checked[]': [paper] }
    expect(caseDecision.parse({ ...given, verdict: 'confirmed' })).toEqual({ subject: 'submission', verdict: 'confirmed', reason: '', then: 'next', checked: [paper], reasonCode: null })
    expect(caseDecision.parse({ ...given, verdict: 'proposed-for-return' })).toMatchObject({ reasonCode: 'blurred', checked: [paper] })
  })
})

test('R-47 a reason of the kind stands in place of the general one of the same code, wherever the season’s table has it', () => {
  const [general, own, other] = ['', 'SINGLE_PARENT', 'NO_VALID_MATERIALS'].map((kind) => ({ kind, code: 'blurred', label: kind, words: `${kind}。` }))
  if (!general || !own || !other) throw new Error('three reasons')
  const more = { ...general, code: 'cut-off' }
  expect(reasonsFor('SINGLE_PARENT', [general, other, more, own])).toEqual([more, own])
  expect(reasonsFor('GRANDPARENT_KINSHIP', [general, other, more, own])).toEqual([general, more])
})
