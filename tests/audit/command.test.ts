import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { recordAudit } from '@/lib/audit/record'
import { noteNewestSeal } from '@/lib/audit/noted-seals'
import { sealAudit } from '@/lib/audit/seal'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { withClient } from '../support/database'

/** `npm run verify-audit` on this file's database. */
function verify(...args: readonly string[]): Promise<{ code: number; printed: string; said: string }> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'verify-audit', '--', ...args], { env: { ...process.env, NODE_OPTIONS: '' } }, (error, printed, said) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed, said }))
  })
}

test('R-47 the command ends with 1 and names seal, numbers and times where something is wrong', async () => {
  await recordAudit(db(), { type: 'staff-signed-in', actor: { kind: 'operator' }, county: '360123' })
  await expect.poll(() => sealAudit(db()), { timeout: 20_000, interval: 20 }).toBe(1)
  await noteNewestSeal(db())
  const { hash } = await db().auditSeal.findUniqueOrThrow({ where: { number: 1 }, select: { hash: true } })
  const sound = await verify('--noted', `1:${hash}`)
  expect(sound).toMatchObject({ code: 0, said: '' })
  expect(sound.printed).toContain('1 seals written down in ')
  expect(sound.printed).toContain(`outside this database: 1:${hash}\n`)
  await withClient(getEnv().databaseUrl, async (client) => {
    await client.query(`SET session_replication_role = 'replica'`)
    await client.query(`UPDATE audit_events SET type = 'staff-signed-out'`)
  })
  const broken = await verify('--noted', `1:${'x'.repeat(43)}`)
  expect(broken.code).toBe(1)
  expect(broken.said).toMatch(/^seal 1: an event was changed \(1 sealed, 1 found\), ids \d+ to \d+, \d{4}-\S+ to \d{4}-\S+\nseal 1: not in the chain as it was written down [^\n]+\n$/)
  expect(await verify('--noted', 'nonsense')).toMatchObject({ code: 2 })
  await withClient(getEnv().databaseUrl, async (client) => {
    await client.query(`SET session_replication_role = 'replica'`)
    await client.query('DELETE FROM audit_events; DELETE FROM audit_seals')
  })
  // Nobody has to remember anything for this one.
  const cut = await verify()
  expect(cut.code).toBe(1)
  expect(cut.said).toMatch(/^seal 1: not in the chain as it was written down outside the database/)
})
