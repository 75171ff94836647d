import { describe, expect, test } from 'vitest'
import { applicationQuery, isFound, queryFrom, queryString, searchOf, shownSearch } from '@/lib/domain/application-search'
import { columnsOf } from '@/lib/domain/application-columns'
import { gramsOf, gramsWanted } from '@/lib/domain/listing'

const line = { schemaVersion: 1, child: '程一诺', childIdNumber: '360199********0141', guardian: '程远航', relation: '父亲', phoneTail: '0101', address: '文明路口新文巷3号', categoryLabel: null } as const

describe('what an officer searches for', () => {
  test('R-47 all parts of a text are not yet the text', () => {
    const wanted = gramsWanted('place', '新文明路')
    expect(wanted.every((gram) => gramsOf('place', line.address).includes(gram))).toBe(true)
    expect(isFound({ by: 'place', text: '新文明路' }, line)).toBe(false)
    expect(isFound({ by: 'place', text: '文明路口' }, line)).toBe(true)
    expect(isFound({ by: 'name', text: '远航' }, line)).toBe(true)
    expect(isFound({ by: 'name', text: '一诺程' }, line)).toBe(false)
  })

  test('R-47 is compared as registers write it, and says when it is too little', () => {
    expect(searchOf('receipt', '3601232023-7f3k-9qxm')).toEqual({ ok: true, value: { by: 'receipt', text: '3601232023-7F3K-9QXM' } })
    expect(searchOf('home-number', '赣（2019）安义县不动产权第9901001号')).toEqual({ ok: true, value: { by: 'home-number', text: '赣(2019)安义县不动产权第9901001号' } })
    expect(searchOf('name', '  ')).toMatchObject({ failure: { code: 'SEARCH_TOO_SHORT' } })
    expect(searchOf('id-number', '360199201705100142')).toMatchObject({ failure: { code: 'SEARCH_ID_NUMBER' } })
  })

  test('P2 a page repeats numbers only masked', () => {
    expect(shownSearch({ by: 'id-number', text: '360199201705100141' })).toBe('360199********0141')
    expect(shownSearch({ by: 'home-number', text: '赣(2019)安义县不动产权第9901001号' })).not.toContain('9901001')
  })
})

describe('the address of a list', () => {
  test('R-47 carries filters and place there and back, and leaves out what makes no sense', () => {
    const query = applicationQuery.parse({ school: 'LJ', status: 'submitted', basis: 'TITLE_DEED', row: 'LJ-03', after: '1692147600000_00000000-0000-4000-8000-000000000000' })
    expect(queryFrom(queryString(query))).toEqual(query)
    expect(applicationQuery.parse({ status: 'lost', basis: '', after: '12_x', school: ['LJ', 'YF'] })).toEqual({})
  })

  test('R-47 columns are shown in the table’s order; unknown ones are none', () => {
    expect(columnsOf(['status', 'id-number', 'shoe-size'])).toEqual(['id-number', 'status'])
    expect(columnsOf(['shoe-size'])).toContain('guardian')
  })
})

test('an address that no list could have written narrows nothing and breaks nothing', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  expect(applicationQuery.parse({ school: 'L\u0000J', category: '\ud800', row: ['a', 'b'], status: 'x', after: `999999999999999_${id}`, q: 'x'.repeat(1001) })).toEqual({})
  expect(applicationQuery.parse({ school: 'LJ', after: `1692147600000_${id}` })).toEqual({ school: 'LJ', after: { changedAt: 1692147600000, applicationId: id } })
})
