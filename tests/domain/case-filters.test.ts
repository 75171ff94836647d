import { describe, expect, test } from 'vitest'
import { dueWords } from '@/lib/copy/staff/queue'
import { listQuery, readCaseFilters, withinCounty } from '@/lib/domain/case-filters'
import { shanghai } from '../support/clock'

const read = (query: string) => readCaseFilters(Object.fromEntries(new URLSearchParams(query)), 'reviewer')
const [ID, OTHER, STRANGER] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058', '01890a5d-ac96-774b-bcce-b302099a8059'] as const

describe('R-48 the filters of the queue', () => {
  test('R-48 a reviewer begins with what there is to do, whoever only watches with everybody’s', () => {
    expect(read('')).toEqual({ kind: null, ground: null, school: null, age: null, search: null, status: 'open', reviewer: 'free-or-mine', after: null })
    expect(readCaseFilters({}, 'admin').reviewer).toBe('anyone')
  })

  test('R-48 what an address says comes back from it, the page behind a line too', () => {
    const filters = read(`kind=SINGLE_PARENT&ground=sampled&school=LJ&age=week&search=aGk&status=closed&reviewer=${ID}`)
    expect(read(listQuery(filters, 'reviewer'))).toEqual(filters)
    const after = { dueAt: 1692178200000, id: ID }
    const further = { ...filters, after }
    expect(read(listQuery(filters, 'reviewer', after))).toEqual(further)
    expect(read(listQuery(further, 'reviewer'))).toEqual(further)
    expect(read(listQuery(further, 'reviewer', null))).toEqual(filters)
    expect([listQuery(read(''), 'reviewer'), listQuery(readCaseFilters({}, 'admin'), 'admin'), listQuery(read('reviewer=anyone'), 'reviewer')]).toEqual(['', '', 'reviewer=anyone'])
  })

  test('R-48 a school or an officer that the county does not have narrows nothing; oneself by id is 「我的」', () => {
    const known = { staffId: ID, role: 'reviewer', schools: [{ code: 'LJ' }], reviewers: [{ id: ID }, { id: OTHER }] } as const
    const within = (query: string) => listQuery(withinCounty(read(query), known), 'reviewer')
    expect([`school=XX&reviewer=${STRANGER}`, `school=LJ&reviewer=${OTHER}`, `reviewer=${ID}`].map(within)).toEqual(['', `school=LJ&reviewer=${OTHER}`, 'reviewer=mine'])
    expect(withinCounty(readCaseFilters({ reviewer: STRANGER }, 'admin'), { ...known, role: 'admin' }).reviewer).toBe('anyone')
  })

  test.each(['kind=x', 'status=', 'reviewer=me', 'age=', 'school=', 'school=%00', 'search=%20', 'after=1_x', 'after=x', 'after=', `after=1_${'-'.repeat(36)}`])('R-48 unreadable, it narrows nothing: %s', (query) => {
    expect(read(query)).toEqual(read(''))
  })
})

describe('R-47 when a case is due, in words', () => {
  const due = shanghai('2023-08-16 17:30:00.000')
  test.each([
    ['2023-08-15 09:00:00.000', '明天', false],
    ['2023-08-14 23:59:00.000', '8月16日', false],
    ['2023-08-16 00:00:00.000', '今天 17:30', true],
    ['2023-08-16 17:31:00.000', '今天 17:30 已过', true],
    ['2023-08-17 00:00:00.000', '已超 1 天', true],
    ['2023-08-20 12:00:00.000', '已超 4 天', true],
  ])('on %s: %s', (at, words, pressing) => {
    expect(dueWords(due, shanghai(at))).toEqual({ words, pressing })
  })
})
