import { expect, test } from 'vitest'
import { endSession, findActor, IDLE_MS, LONGEST_MS, openSession, recordIdentity } from '@/lib/data/guardians'
import { db } from '@/lib/data/db'
import { MORNING, later } from '../support/journey'
import { family } from '../support/families'

async function session(token: string) {
  const { guardian } = family('deed-father')
  const guardianId = await recordIdentity({ subject: 'subject', ...guardian, level: 'face' }, 0)
  await openSession(token, guardianId, MORNING.real)
  return guardianId
}

test('a session stands for its guardian, and a token that was never given out for nobody', async () => {
  const guardianId = await session('one')
  expect(await findActor('one', MORNING)).toMatchObject({ guardianId, idNumber: family('deed-father').guardian.idNumber })
  expect(await findActor('another', MORNING)).toBeNull()
})

test('a session ends after idling, to the millisecond', async () => {
  await session('idle')
  expect(await findActor('idle', later(MORNING, IDLE_MS - 1))).not.toBeNull()
  await session('idler')
  expect(await findActor('idler', later(MORNING, IDLE_MS))).toBeNull()
  expect(await findActor('idler', MORNING)).toBeNull()
})

test('however busy, a session ends after twelve hours', async () => {
  await session('busy')
  for (let at = 0; at < LONGEST_MS; at += IDLE_MS / 2) expect(await findActor('busy', later(MORNING, at))).not.toBeNull()
  expect(await findActor('busy', later(MORNING, LONGEST_MS))).toBeNull()
})

test('signing out ends the session at once', async () => {
  await session('out')
  expect(await endSession('out')).not.toBeNull()
  expect(await findActor('out', MORNING)).toBeNull()
})

test('the table of sessions opens none: it holds hashes', async () => {
  await session('a token that is looked for')
  const rows = await db().$queryRaw<{ row: string }[]>`SELECT s::text AS row FROM guardian_sessions s`
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ row }) => row.includes('a token that is looked for') || row.includes(Buffer.from('a token that is looked for').toString('hex')))).toBe(false)
})
