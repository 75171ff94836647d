import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverMessages } from '@/lib/commands/deliver-messages'
import { SMS_WORDS } from '@/lib/copy/messages'
import { db } from '@/lib/data/db'
import { FIRST_WAIT_MS, MOST_ATTEMPTS } from '@/lib/data/deliveries'
import { writeMessage } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import type { SmsGateway } from '@/lib/messaging/gateway'
import { smsGateway } from '@/lib/messaging/gateways'
import { httpGateway } from '@/lib/messaging/http-gateway'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, MORNING, signedIn, the } from '../support/journey'
import { fakeGateway } from './fake-gateway'

type Gateway = Awaited<ReturnType<typeof fakeGateway>>
const running: Gateway[] = []

/** The outbox lives in real time. */
const NOW = Date.now() + 60_000

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())))

/** Only who is to hang is not waited for: a busy machine is no gateway that hangs. */
async function answering(...says: (number | 'hang')[]): Promise<Gateway & { gateway: SmsGateway }> {
  const fake = await fakeGateway(...says)
  running.push(fake)
  return { ...fake, gateway: httpGateway({ url: fake.url, token: 'token', timeoutMs: says.includes('hang') ? 500 : 20_000 }) }
}

/** Text messages that wait for one guardian. */
async function waiting(count: number, phone?: null) {
  const { guardian, child } = family('deed-father')
  const actor = await signedIn({ guardian })
  const application = await the(actor, await aDraft(actor, child.idNumber))
  if (phone === null) await db().guardian.update({ where: { id: actor.guardianId }, data: { phoneCipher: null } })
  await db().$transaction(async (transaction) => {
    for (let number = 0; number < count; number += 1) {
      await writeMessage(transaction, { guardianId: actor.guardianId, application, at: MORNING.season, sms: true, code: 'appeal-approved', content: { child: child.name, kind: 'SINGLE_PARENT' } })
    }
  })
  return { actor, child }
}

const delivery = () => db().delivery.findFirstOrThrow()

test('R-18 a verdict goes out once, to the guardian’s phone, with a sentence that tells nothing of the family', async () => {
  const { actor, child } = await waiting(1)
  const { gateway, received } = await answering(200)
  await deliverMessages({ now: NOW, gateway })
  await deliverMessages({ now: NOW + FIRST_WAIT_MS, gateway })
  expect(received).toMatchObject([{ phone: actor.phone, text: SMS_WORDS['appeal-approved'], token: 'Bearer token' }])
  for (const text of Object.values(SMS_WORDS)) expect(text).not.toContain(child.name)
  expect(await delivery()).toMatchObject({ status: 'sent', attempts: 1, reference: 'sms-1', fault: null, sentAt: new Date(NOW) })
})

test('R-18 a gateway that fails, is busy and hangs is tried again, later each time, under one idempotency key', async () => {
  await waiting(1)
  const { gateway, received } = await answering(500, 429, 'hang', 200)
  const faults: (string | null)[] = []
  let now = NOW
  for (const wait of [1, 2, 4, 8]) {
    await deliverMessages({ now, gateway })
    faults.push((await delivery()).fault)
    const seen = received.length
    await deliverMessages({ now: now + FIRST_WAIT_MS * wait - 1, gateway })
    expect(received).toHaveLength(seen)
    now += FIRST_WAIT_MS * wait
  }
  expect(faults).toEqual(['busy', 'busy', 'timeout', null])
  expect(await delivery()).toMatchObject({ status: 'sent', attempts: 4 })
  expect(received).toHaveLength(4)
  expect(new Set(received.map(({ key }) => key))).toEqual(new Set([(await delivery()).messageId]))
})

test('after eight failures it is given up, and stays as failed', async () => {
  await waiting(1)
  const { gateway, received } = await answering(503)
  let now = NOW
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await deliverMessages({ now, gateway })
    now += FIRST_WAIT_MS * 2 ** attempt
  }
  expect(received).toHaveLength(MOST_ATTEMPTS)
  expect(await delivery()).toMatchObject({ status: 'failed', attempts: MOST_ATTEMPTS, fault: 'busy' })
})

test('what the gateway refuses, and a guardian without a phone, are given up at once', async () => {
  await waiting(1)
  const { gateway, received } = await answering(400)
  await deliverMessages({ now: NOW, gateway })
  expect(await delivery()).toMatchObject({ status: 'failed', attempts: 1, fault: 'refused' })
  await emptyFamilies(getEnv().databaseUrl)
  await waiting(1, null)
  await deliverMessages({ now: NOW, gateway })
  expect(await delivery()).toMatchObject({ status: 'failed', attempts: 1, fault: 'no-phone' })
  expect(received).toHaveLength(1)
})

test('three deliverers at once send each of a hundred once, while no transaction is open', async () => {
  await waiting(100)
  const { gateway: over, received } = await answering(200)
  let open = 0
  const gateway: SmsGateway = {
    send: async (sms) => {
      const [row] = await db().$queryRaw<{ open: number }[]>`
        SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
      open = Math.max(open, row?.open ?? 0)
      return over.send(sms)
    },
  }
  await Promise.all([1, 2, 3].map(() => deliverMessages({ now: NOW, gateway })))
  expect(received).toHaveLength(100)
  expect(new Set(received.map(({ id }) => id)).size).toBe(100)
  expect(await db().delivery.count({ where: { status: 'sent', attempts: 1 } })).toBe(100)
  expect(open).toBe(0)
})

test('a server that ended in the middle of its last attempt leaves nothing pending for ever', async () => {
  await waiting(1)
  await db().delivery.updateMany({ data: { attempts: MOST_ATTEMPTS } })
  const { gateway, received } = await answering(200)
  await deliverMessages({ now: NOW, gateway })
  expect(await delivery()).toMatchObject({ status: 'failed', fault: 'interrupted' })
  expect(received).toEqual([])
})

test('an answer that cannot be read is sent all the same; one that leads elsewhere is not followed', async () => {
  const { url } = await answering(204)
  expect(await httpGateway({ url, token: 'token' }).send({ id: 'one', phone: '1', text: 'x' })).toEqual({ outcome: 'sent', reference: null })
  const { gateway } = await answering(307)
  expect(await gateway.send({ id: 'one', phone: '1', text: 'x' })).toEqual({ outcome: 'failed', code: 'busy', retry: true })
  const gone = await fakeGateway(200)
  await gone.stop()
  expect(await httpGateway({ url: gone.url, token: 'token' }).send({ id: 'one', phone: '1', text: 'x' })).toEqual({ outcome: 'failed', code: 'unreachable', retry: true })
})

test('the demonstration’s own gateway sends to nobody', async () => {
  await waiting(1)
  await deliverMessages({ now: NOW, gateway: smsGateway() })
  expect(await delivery()).toMatchObject({ status: 'sent', reference: null })
})
