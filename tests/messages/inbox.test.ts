import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openMessage } from '@/lib/commands/open-message'
import { readMessages } from '@/lib/commands/read-messages'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { messageWords } from '@/lib/copy/messages'
import { childAs } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { countUnread, listMessages, writeMessage } from '@/lib/data/messages'
import { findReceipt } from '@/lib/data/submissions'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, aServedConfirmation, later, MORNING, signedIn, the } from '../support/journey'

const READ = later(MORNING, 15_000)

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

describe('what a submission and a withdrawal tell', () => {
  test('R-31 the guardian who submitted finds the receipt’s number, and a text message waits in the outbox', async () => {
    const { actor, applicationId, fingerprint, child } = await aServedConfirmation('deed-father')
    await submitApplication({ actor, applicationId, fingerprint, now: READ })
    const receipt = await findReceipt(actor, applicationId)
    expect(await listMessages(actor)).toMatchObject([
      { unread: true, applicationId, at: READ.season, told: { code: 'application-submitted', content: { child: child.name, receiptNumber: receipt?.receiptNumber } } },
    ])
    expect(await db().delivery.count({ where: { message: { guardianId: actor.guardianId }, status: 'pending' } })).toBe(1)
  })

  test('separated parents: the other one is told that it was submitted, without name, address or a way into the registration', async () => {
    const father = await signedIn(family('separated-father'))
    const { actor: mother, applicationId, fingerprint, child } = await aServedConfirmation('separated-mother')
    await submitApplication({ actor: mother, applicationId, fingerprint, now: READ })
    const [told, ...others] = await listMessages(father)
    expect(others).toEqual([])
    expect(told).toMatchObject({ applicationId: null, told: { code: 'submitted-by-other' } })
    const said = told ? JSON.stringify([told, messageWords(told.told)]) : ''
    for (const secret of [mother.name, mother.phone, child.name, child.idNumber, applicationId]) expect(said).not.toContain(secret)
  })

  test('a draft that is discarded says so; a second press says nothing', async () => {
    const { guardian, child } = family('deed-father')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await withdrawApplication({ actor, applicationId, now: MORNING })
    await withdrawApplication({ actor, applicationId, now: MORNING })
    expect((await listMessages(actor)).map(({ told }) => told.code)).toEqual(['application-withdrawn'])
  })

  test('R-27 a hundred parallel presses tell it once', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    await Promise.all(Array.from({ length: 100 }, () => submitApplication({ actor, applicationId, fingerprint, now: READ })))
    expect(await countUnread(actor)).toBe(1)
  })
})

describe('the inbox', () => {
  async function aTold(walk: string, onceKey?: string) {
    const { guardian, child } = family(walk)
    const actor = await signedIn({ guardian })
    const application = await the(actor, await aDraft(actor, child.idNumber))
    const write = () =>
      db().$transaction((transaction) =>
        writeMessage(transaction, { guardianId: actor.guardianId, application, at: MORNING.season, sms: true, onceKey, code: 'appeal-sent', content: { child: childAs(application, actor.idNumber), kind: 'SINGLE_PARENT' } }),
      )
    return { actor, application, write }
  }

  test('is its owner’s alone: another guardian neither sees nor marks what is in it', async () => {
    const { actor, write } = await aTold('deed-father')
    await write()
    const stranger = await signedIn(family('deed-mother'))
    const [id = ''] = (await listMessages(actor)).map((one) => one.id)
    expect(await listMessages(stranger)).toEqual([])
    expect(await openMessage({ actor: stranger, messageId: id, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    await readMessages({ actor: stranger, newest: id, now: MORNING })
    expect(await countUnread(actor)).toBe(1)
    expect(await openMessage({ actor, messageId: id, now: MORNING })).toMatchObject({ ok: true, value: { id } })
    expect(await countUnread(actor)).toBe(0)
  })

  test('the first reading counts', async () => {
    const { actor, write } = await aTold('deed-father')
    await write()
    const [newest = ''] = (await listMessages(actor)).map((one) => one.id)
    await readMessages({ actor, newest, now: MORNING })
    await readMessages({ actor, newest, now: later(MORNING, 60_000) })
    expect((await db().message.findFirstOrThrow()).readAt?.getTime()).toBe(MORNING.season)
  })

  test('what arrives while the page lies open stays unread', async () => {
    const { actor, write } = await aTold('deed-father')
    await write()
    const [newest = ''] = (await listMessages(actor)).map((one) => one.id)
    await write()
    await readMessages({ actor, newest, now: MORNING })
    expect((await listMessages(actor)).map((one) => one.unread)).toEqual([true, false])
  })

  test('a key is written once, by twenty at a time too, with one text message', async () => {
    const { actor, write } = await aTold('deed-father', 'once')
    const written = await Promise.all(Array.from({ length: 20 }, write))
    expect(written.filter(Boolean)).toHaveLength(1)
    expect(await countUnread(actor)).toBe(1)
    expect(await db().delivery.count()).toBe(1)
  })

  test('a transaction that fails leaves neither message nor text message', async () => {
    const { actor, application } = await aTold('deed-father')
    const failing = db().$transaction(async (transaction) => {
      await writeMessage(transaction, { guardianId: actor.guardianId, application, at: MORNING.season, sms: true, code: 'guardianship-claimed', content: { child: 'x' } })
      throw new Error('the decision failed')
    })
    await expect(failing).rejects.toThrow('the decision failed')
    expect([await db().message.count(), await db().delivery.count()]).toEqual([0, 0])
  })

  test('an erased family’s messages are gone with its key', async () => {
    const { actor, application, write } = await aTold('deed-father')
    await write()
    await db().application.update({ where: { id: application.id }, data: { wrappedKey: null } })
    expect([await listMessages(actor), await countUnread(actor)]).toEqual([[], 0])
  })
})
