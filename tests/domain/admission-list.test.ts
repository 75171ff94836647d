import { expect, test } from 'vitest'
import { admissionQuery, pageOfAdmissions, type Admission } from '@/lib/domain/admission-list'

const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
const detail = { schemaVersion: 1, child: '程一诺', childIdNumber: '360199********0141', guardian: '程远航', relation: null, phoneTail: '0101', address: null, categoryLabel: null } as const
const listed = (count: number): Admission[] => Array.from({ length: count }, (_, place) => ({ applicationId: idOf(place), outcome: 'admitted', admissionNumber: `L${place}`, category: '1', detail }))

test('R-49 a school’s list of admitted goes on behind the last child of a page, and misses and repeats nobody', () => {
  const all = listed(230)
  const seen: string[] = []
  for (let page = pageOfAdmissions(all, undefined); ; page = pageOfAdmissions(all, page.next ?? undefined)) {
    expect(page.from).toBe(seen.length + 1)
    seen.push(...page.shown.map((one) => one.applicationId))
    if (!page.next) break
  }
  expect(seen).toEqual(all.map((one) => one.applicationId))
  expect(pageOfAdmissions(listed(100), undefined)).toMatchObject({ from: 1, next: null })
  expect(pageOfAdmissions([], undefined)).toEqual({ shown: [], from: 1, next: null })
})

test('a child who has left the list, or an address that no page wrote, leads to its beginning', () => {
  expect(pageOfAdmissions(listed(230), idOf(999)).from).toBe(1)
  expect(admissionQuery.parse({ last: 'x', near: 'yes' })).toEqual({})
})
