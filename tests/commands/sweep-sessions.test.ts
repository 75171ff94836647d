import { expect, test } from 'vitest'
import { STAFF_IDLE_MS } from '@/lib/domain/staff'
import { sweepSessions } from '@/lib/commands/sweep-sessions'
import { db } from '@/lib/data/db'
import { findActor, IDLE_MS, openSession } from '@/lib/data/guardians'
import { findStaffActor } from '@/lib/data/staff'
import { later, MORNING, signedIn } from '../support/journey'
import { family } from '../support/families'
import { anAccount, PERIOD_MS, signedInStaff } from '../support/staff-accounts'

test('P6 P9 sessions that nobody came back to and counters whose stretch is over are removed; what is alive stays', async () => {
  await db().staffSession.deleteMany()
  await db().rateLimit.deleteMany()
  const account = await anAccount()
  const left = await signedInStaff(account)
  const { guardianId } = await signedIn(family('deed-father'))
  await openSession('left', guardianId, MORNING.real)
  const now = later(MORNING, Math.max(STAFF_IDLE_MS, IDLE_MS))
  const alive = await signedInStaff(account, { now: later(now, -PERIOD_MS), before: null })
  await db().staffSession.create({ data: { tokenHash: Buffer.from('once more'), staffId: account.staffId, address: '192.0.2.1', agent: '', lastSeenAt: new Date(MORNING.real), expiresAt: new Date(now.real + 1) } })
  await openSession('alive', guardianId, now.real - 1)
  await db().rateLimit.deleteMany()
  await db().rateLimit.createMany({ data: [{ key: 'over', points: 3, expire: new Date(now.real) }, { key: 'counting', points: 3, expire: new Date(now.real + 1) }] })
  expect(await sweepSessions({ now })).toEqual({ staff: 1, guardians: expect.any(Number), counters: 1 })
  expect(await db().staffSession.count({ where: { staffId: account.staffId } })).toBe(1)
  expect(await findStaffActor(alive.token, now.real)).not.toBeNull()
  expect(await findStaffActor(left.token, now.real)).toBeNull()
  expect([await findActor('left', now), await findActor('alive', now)]).toMatchObject([null, { guardianId }])
  expect(await db().rateLimit.findMany({ select: { key: true } })).toEqual([{ key: 'counting' }])
  expect(await sweepSessions({ now })).toEqual({ staff: 0, guardians: 0, counters: 0 })
})
