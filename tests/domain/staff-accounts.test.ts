import { expect, test } from 'vitest'
import { landingOf, lockMs } from '@/lib/domain/staff-accounts'
import { staffPath } from '@/lib/paths'

test('P6 an account is shut for 1, 2, 4 … and at most 30 minutes from the fifth failure on', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 1000].map((failures) => lockMs(failures) / 60_000)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 30, 30])
})

test.each(['/console/cases', '/console/cases/0190?filter=a', '/school', '/school?q=1', '/school/counts', '/staff/account'])('one may come back to %s', (address) => {
  expect(staffPath(address)).toBe(address)
})

test.each([
  '//example.org', '/\\example.org', 'https://example.org/console', '/console//example.org', '/console/../register', '/console\\@example.org', '/consoles', '/schooling',
  '/register', '/', '/staff/sign-in', '/staff/sign-out', '/staff/set-up', '/console/%2e%2e', 'javascript:alert(1)', '/console cases', '/school?q=1#x', null, undefined, ['/console'],
])('P6 nobody is led to %j after signing in', (address) => {
  expect(staffPath(address)).toBeNull()
})

test('whoever comes back to a page of another role is led to the first of the own', () => {
  expect(landingOf('admin', '/console/staff')).toBe('/console/staff')
  expect(landingOf('reviewer', '/console/staff/0190')).toBe('/console/cases')
  expect(landingOf('school', '/console/cases')).toBe('/school')
  expect(landingOf('school', '/school/counts?by=row')).toBe('/school/counts?by=row')
  expect(landingOf('auditor', null)).toBe('/console/audit')
  expect(landingOf('desk', '/staff/account')).toBe('/staff/account')
})

test.each([['reviewer', '/console/cases'], ['desk', '/console/desk'], ['admin', '/console/cases'], ['school', '/school'], ['auditor', '/console/audit']] as const)('R-46 R-47 R-49 the day of %s begins at %s', (role, page) => {
  expect(landingOf(role, null)).toBe(page)
})
