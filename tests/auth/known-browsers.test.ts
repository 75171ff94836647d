import { beforeEach, expect, test } from 'vitest'
import { KNOWN_BROWSER_MS } from '@/lib/domain/staff'
import { unlockAccount } from '@/lib/commands/unlock-account'
import { db } from '@/lib/data/db'
import { newKnownBrowser } from '@/lib/data/known-browsers'
import { later, MORNING } from '../support/journey'
import { anAccount, PERIOD_MS, trySignIn } from '../support/staff-accounts'

const MINUTE_MS = 60_000
const WRONG = { ok: false, failure: { code: 'SIGN_IN_WRONG' } }

beforeEach(() => db().rateLimit.deleteMany())

test('P6 whoever shuts an account by wrong tries does not keep its owner out of a browser that it was signed in to before', async () => {
  const account = await anAccount()
  const known = [newKnownBrowser((await anAccount()).staffId, MORNING.real), newKnownBrowser(account.staffId, MORNING.real)]
  for (let wrong = 1; wrong <= 5; wrong++) await trySignIn(account, { password: 'guessed', address: '198.51.100.9' })
  expect(await trySignIn(account)).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
  expect(await trySignIn(account, { known })).toMatchObject({ ok: true })
  // The account stays shut to everybody else, and nothing of the guessing is forgotten.
  const next = later(MORNING, PERIOD_MS)
  expect(await trySignIn(account, { now: next })).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
  expect(await db().staffAccount.findUnique({ where: { id: account.staffId }, select: { failures: true } })).toEqual({ failures: 5 })
})

test('P6 a word of another account, a changed one and one of three months ago make no browser known', async () => {
  const account = await anAccount()
  for (let wrong = 1; wrong <= 5; wrong++) await trySignIn(account, { code: '000' })
  const [since = '', nonce = '', word = ''] = newKnownBrowser(account.staffId, MORNING.real).split('.')
  const others = [newKnownBrowser((await anAccount()).staffId, MORNING.real), `${(MORNING.real + 1).toString(36)}.${nonce}.${word}`, `${since}.${nonce}x.${word}`, `${since}.${nonce}`, '', '..', newKnownBrowser(account.staffId, MORNING.real - KNOWN_BROWSER_MS)]
  for (const one of others) expect(await trySignIn(account, { known: [one] }), one).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
})

test('P6 a known browser is shut by its own fifth wrong try, each further one for longer, until it is right or somebody unlocks the account', async () => {
  const account = await anAccount()
  const known = [newKnownBrowser(account.staffId, MORNING.real)]
  const wrong = (now = MORNING) => trySignIn(account, { code: '000', known, now })
  for (let tries = 1; tries <= 4; tries++) expect(await wrong()).toEqual(WRONG)
  expect(await wrong()).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: MINUTE_MS } })
  expect(await trySignIn(account, { known })).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
  const open = later(MORNING, MINUTE_MS)
  expect(await wrong(open)).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: 2 * MINUTE_MS } })
  // Its tries are the account's as well, so that an administrator sees it shut.
  expect(await trySignIn(account, { now: open })).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
  await unlockAccount({ by: 'operator', account: { id: account.staffId } })
  expect(await trySignIn(account, { known, now: open })).toMatchObject({ ok: true })
  expect(await wrong(open)).toEqual(WRONG)
})

test('P6 a try in a known browser that shuts the account for everybody else is on the record as that', async () => {
  const account = await anAccount()
  for (let wrong = 1; wrong <= 4; wrong++) await trySignIn(account, { password: 'guessed', address: '198.51.100.9' })
  const locked = () => db().auditEvent.count({ where: { type: 'staff-locked' } })
  const before = await locked()
  expect(await trySignIn(account, { code: '000', known: [newKnownBrowser(account.staffId, MORNING.real)] })).toEqual(WRONG)
  expect(await trySignIn(account)).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
  expect(await locked()).toBe(before + 1)
})
