import { appendFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { recordAudit } from '@/lib/audit/record'
import { noteNewestSeal, notedSealsFile, readNotedSeals, type NotedSeal } from '@/lib/audit/noted-seals'
import { hashRows, readRows, sealAudit } from '@/lib/audit/seal'
import { verifyAudit, type AuditFault } from '@/lib/audit/verify'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { emptyFamilies, withClient } from '../support/database'

/** As the database's owner, with the triggers asleep: what only somebody with the whole server in hand could do. */
async function tamper(statement: string): Promise<void> {
  await withClient(getEnv().databaseUrl, async (client) => {
    await client.query(`SET session_replication_role = 'replica'`)
    await client.query(statement)
  })
}

const insert = (transaction: string, at = 'clock_timestamp()') => `INSERT INTO audit_events (transaction, at, type, actor_kind) VALUES (${transaction}, ${at}, 'guardian-signed-in', 'system')`
const faults = async (...noted: NotedSeal[]): Promise<AuditFault[]> => (await verifyAudit(db(), noted)).faults

/** A transaction of any other test holds sealing back for a moment. */
async function seal(events: number): Promise<void> {
  await expect.poll(() => sealAudit(db()), { timeout: 20_000, interval: 20 }).toBe(events)
}

/** The numbers of the events, oldest first, and which seal each of three lies in: two events, two, two. */
let ids: bigint[] = []

beforeEach(async () => {
  await emptyFamilies(getEnv().databaseUrl)
  for (let number = 1; number <= 3; number++) {
    await db().$transaction(async (transaction) => {
      for (let event = 0; event < 2; event++) await recordAudit(transaction, { type: 'staff-signed-in', actor: { kind: 'operator' }, county: '360123', content: { number, event } })
    })
    await seal(2)
  }
  ids = (await db().auditEvent.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
  expect(await faults()).toEqual([])
})

test('R-47 a changed audit row is found, with its seal, numbers and times', async () => {
  const [, , first, last] = ids
  await tamper(`UPDATE audit_events SET actor_id = gen_random_uuid() WHERE id = ${last}`)
  const found = await faults()
  expect(found).toMatchObject([{ because: 'row-changed', seal: 2, sealed: 2, found: 2, firstId: first, lastId: last }])
  expect(found[0]).toMatchObject({ from: expect.any(Date), to: expect.any(Date) })
})

test('R-47 a removed audit row is found, though the sequence of numbers proves nothing', async () => {
  await tamper(`DELETE FROM audit_events WHERE id = ${ids[0]}`)
  expect(await faults()).toMatchObject([{ because: 'row-removed', seal: 1, sealed: 2, found: 1, firstId: ids[0], lastId: ids[1] }])
})

test('R-47 an inserted audit row is found, within a seal, before the first and beyond what has been', async () => {
  await tamper(insert(`(SELECT transaction FROM audit_events WHERE id = ${ids[4]})`))
  expect(await faults()).toMatchObject([{ because: 'row-added', seal: 3, sealed: 2, found: 3 }])
  await tamper(insert('-1'))
  expect(await faults()).toMatchObject([{ because: 'row-added', seal: 1 }, { because: 'row-added', seal: 3 }])
  await tamper(insert('4611686018427387904'))
  expect((await faults()).at(-1)).toMatchObject({ because: 'not-sealed', found: 1 })
})

test('R-47 a row that was moved to another seal is missed in one and too many in the other', async () => {
  await tamper(`UPDATE audit_events SET transaction = (SELECT transaction FROM audit_events WHERE id = ${ids[5]}) WHERE id = ${ids[0]}`)
  expect(await faults()).toMatchObject([{ because: 'row-removed', seal: 1 }, { because: 'row-added', seal: 3 }])
})

test('R-47 a removed seal is found, and one that was cut off the end by what was written down', async () => {
  const newest = await db().auditSeal.findFirstOrThrow({ orderBy: { number: 'desc' } })
  expect(await faults(newest)).toEqual([])
  await tamper('DELETE FROM audit_seals WHERE number = 2')
  expect(await faults()).toMatchObject([{ because: 'seal-removed', seal: 2, firstId: ids[2], lastId: ids[5] }])
  await tamper('DELETE FROM audit_seals WHERE number = 3')
  expect(await faults()).toEqual([])
  expect(await faults(newest)).toEqual([{ because: 'not-as-noted', seal: 3, last: 3 }])
})

/** The newest seals and the events under them, as if they had never been. */
const cutOff = (from: number) => tamper(`DELETE FROM audit_events WHERE transaction >= (SELECT through_transaction FROM audit_seals WHERE number = ${from - 1}); DELETE FROM audit_seals WHERE number >= ${from}`)

test('R-47 an end that was cut off is found by what the server wrote down itself, also when the chain has grown past it again', async () => {
  rmSync(notedSealsFile(), { force: true })
  expect(await readNotedSeals()).toBeNull()
  await noteNewestSeal(db())
  await noteNewestSeal(db())
  const written = (await readNotedSeals()) ?? []
  const newest = await db().auditSeal.findFirstOrThrow({ orderBy: { number: 'desc' }, select: { number: true, hash: true } })
  expect(written).toEqual([newest])
  expect(statSync(notedSealsFile()).mode & 0o777).toBe(0o600)
  await cutOff(2)
  expect(await faults()).toEqual([])
  expect(await faults(...written)).toEqual([{ because: 'not-as-noted', seal: 3, last: 3 }])
  for (let number = 2; number <= 4; number++) {
    await recordAudit(db(), { type: 'staff-signed-in', actor: { kind: 'operator' }, county: '360123' })
    await seal(1)
    await noteNewestSeal(db())
  }
  expect(await readNotedSeals()).toHaveLength(4)
  expect(await faults(...((await readNotedSeals()) ?? []))).toEqual([{ because: 'not-as-noted', seal: 3, last: 3 }])
})

test('R-47 a line that was cut off in the writing is no seal, and a file that cannot be written holds up no sealing', async () => {
  rmSync(notedSealsFile(), { force: true })
  writeFileSync(notedSealsFile(), '1:half-a-li')
  appendFileSync(notedSealsFile(), '\nnonsense\n')
  await noteNewestSeal(db())
  expect((await readNotedSeals())?.at(-1)).toMatchObject({ number: 3 })
  rmSync(notedSealsFile())
  mkdirSync(notedSealsFile())
  await recordAudit(db(), { type: 'staff-signed-in', actor: { kind: 'operator' }, county: '360123' })
  await seal(1)
  await expect(noteNewestSeal(db())).resolves.toBeUndefined()
  rmSync(notedSealsFile(), { recursive: true })
})

test.each(['event_count = 3', `hash = 'x'`, `rows_hash = 'x'`, `sealed_at = sealed_at - interval '1 day'`, 'first_id = 0'])('R-47 a seal whose %s is found, and no other one is blamed', async (change) => {
  await tamper(`UPDATE audit_seals SET ${change} WHERE number = 2`)
  expect(await faults()).toMatchObject([{ because: 'seal-altered', seal: 2 }])
})

test('R-47 a row and the plain hash over its seal changed together do not pass: seals are keyed', async () => {
  await tamper(`UPDATE audit_events SET county = '360121' WHERE id = ${ids[2]}`)
  const { throughTransaction } = await db().auditSeal.findUniqueOrThrow({ where: { number: 1 } })
  const second = await db().auditSeal.findUniqueOrThrow({ where: { number: 2 } })
  const rowsHash = hashRows(await readRows(db(), throughTransaction, second.throughTransaction))
  await tamper(`UPDATE audit_seals SET rows_hash = '${rowsHash}' WHERE number = 2`)
  expect(await faults()).toMatchObject([{ because: 'seal-altered', seal: 2 }])
})

test('R-47 rows that should have been sealed long ago and were not are found', async () => {
  await tamper(insert('(pg_current_xact_id()::text)::bigint', `clock_timestamp() - interval '1 hour'`))
  expect(await faults()).toMatchObject([{ because: 'not-sealed', found: 1 }])
  await seal(1)
  expect(await faults()).toEqual([])
})

test('seals of the time before they were keyed still verify, and are no way around the key', async () => {
  await tamper('DELETE FROM audit_seals WHERE number > 1')
  const first = await db().auditSeal.findUniqueOrThrow({ where: { number: 1 } })
  const plain = hashRows(await readRows(db(), null, first.throughTransaction))
  const unkeyed = `first_id = NULL, last_id = NULL, rows_hash = NULL`
  await tamper(`UPDATE audit_seals SET ${unkeyed}, hash = '${plain}' WHERE number = 1`)
  await seal(4)
  expect(await faults()).toEqual([])
  await tamper(`UPDATE audit_events SET type = 'staff-signed-out' WHERE id = ${ids[1]}`)
  expect(await faults()).toMatchObject([{ because: 'row-changed', seal: 1, found: 2 }])
  await tamper(`UPDATE audit_events SET type = 'staff-signed-in' WHERE id = ${ids[1]}`)
  await recordAudit(db(), { type: 'staff-signed-in', actor: { kind: 'operator' } })
  await seal(1)
  const { hash, throughTransaction } = await db().auditSeal.findUniqueOrThrow({ where: { number: 2 } })
  const third = await db().auditSeal.findUniqueOrThrow({ where: { number: 3 } })
  await tamper(`UPDATE audit_seals SET ${unkeyed}, hash = '${hashRows(await readRows(db(), throughTransaction, third.throughTransaction), hash)}' WHERE number = 3`)
  expect(await faults()).toMatchObject([{ because: 'seal-altered', seal: 3 }])
})
