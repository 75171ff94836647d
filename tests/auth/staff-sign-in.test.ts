import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { STAFF_GRACE_MS, STAFF_IDLE_MS, STAFF_LONGEST_MS, STAFF_ROTATE_MS } from '@/lib/domain/staff'
import { endWhereCopied } from '@/lib/auth/copied-session'
import { disableAccount } from '@/lib/commands/disable-account'
import { signOutStaff } from '@/lib/commands/sign-out-staff'
import { unlockAccount } from '@/lib/commands/unlock-account'
import { TRIES_KEPT_MS } from '@/lib/domain/staff-accounts'
import { decrypt } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { findActor, openSession, recordIdentity } from '@/lib/data/guardians'
import { codeAt } from '@/lib/data/one-time-code'
import { hashPassword, verifyPassword } from '@/lib/data/password'
import { findStaffActor } from '@/lib/data/staff'
import { replaceRecoveryCodes } from '@/lib/data/staff-accounts'
import { renewStaffToken } from '@/lib/data/staff-sessions'
import { rotateStaffToken, sessionOfToken } from '@/lib/data/staff-tokens'
import { family } from '../support/families'
import { COUNTY, later, MORNING } from '../support/journey'
import { anAccount, PERIOD_MS, signedInStaff, trySignIn, type Account } from '../support/staff-accounts'

const MINUTE_MS = 60_000
const WRONG = { ok: false, failure: { code: 'SIGN_IN_WRONG' } }

beforeEach(() => db().rateLimit.deleteMany())

/** What the county's audit log says of an account, oldest first. */
async function audited({ staffId, username }: Account): Promise<{ type: string; content: string }[]> {
  const rows = await db().auditEvent.findMany({ where: { county: COUNTY, type: { startsWith: 'staff-' } }, orderBy: { id: 'asc' }, select: { type: true, actorId: true, contentCipher: true } })
  const events = rows.map(({ type, actorId, contentCipher }) => ({ type, actorId, content: contentCipher ? decrypt('audit', contentCipher) : '' }))
  return events.filter(({ actorId, content }) => actorId === staffId || content.includes(staffId) || content.includes(username))
}

test('P6 password and code open a session, of which the database keeps a hash', async () => {
  const account = await anAccount()
  const { token, actor } = await signedInStaff(account)
  expect(actor).toMatchObject({ staffId: account.staffId, role: 'reviewer', due: null })
  expect(await findStaffActor(token, MORNING.real)).toMatchObject({ username: account.username })
  expect(await db().staffSession.count({ where: { tokenHash: Buffer.from(token) } })).toBe(0)
})

test('P6 a password is kept as scrypt with a salt of its own; whatever is no such hash is nobody’s', async () => {
  const [one, two] = await Promise.all([hashPassword('稻田里的三只白鹭'), hashPassword('稻田里的三只白鹭')])
  expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword('稻田里的三只白鹭', one)).toBe(true)
  expect(await verifyPassword('稻田里的三只白鹭 ', one)).toBe(false)
  for (const nobodys of [null, '', 'none', 'scrypt$15$8$3$$']) expect(await verifyPassword('', nobodys)).toBe(false)
})

test('P6 a wrong password, a wrong code, a disabled account and a name that is nobody’s get one and the same answer', async () => {
  const account = await anAccount()
  const disabled = await anAccount()
  await disableAccount({ by: 'operator', account: { id: disabled.staffId }, now: MORNING.real })
  expect(await trySignIn(account, { password: `${account.password}.` })).toEqual(WRONG)
  expect(await trySignIn(account, { code: codeAt(account.secret, MORNING.real - 5 * PERIOD_MS) })).toEqual(WRONG)
  expect(await trySignIn(account, { code: '' })).toEqual(WRONG)
  expect(await trySignIn(disabled)).toEqual(WRONG)
  expect(await trySignIn({ ...account, username: 'nobody-at-all' })).toEqual(WRONG)
  expect(await trySignIn({ ...account, username: "' OR 1=1 --" })).toEqual(WRONG)
  // Typed with capitals and spaces around it is the same name.
  expect(await trySignIn({ ...account, username: ` ${account.username.toUpperCase()} ` })).toMatchObject({ ok: true })
})

test('P6 the fifth wrong try shuts an account, each further one for twice as long, up to half an hour; being right does not help meanwhile', async () => {
  const account = await anAccount()
  let now = MORNING
  for (let wrong = 1; wrong <= 4; wrong++) expect(await trySignIn(account, { code: '000', now })).toEqual(WRONG)
  for (const minutes of [1, 2, 4, 8, 16, 30, 30]) {
    expect(await trySignIn(account, { code: '000', now })).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: minutes * MINUTE_MS } })
    const almost = later(now, minutes * MINUTE_MS - 1)
    expect(await trySignIn(account, { now: almost })).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: 1 } })
    now = later(now, minutes * MINUTE_MS)
  }
  expect(await trySignIn(account, { now })).toMatchObject({ ok: true })
  // From the beginning again.
  expect(await trySignIn(account, { code: '000', now })).toEqual(WRONG)
  expect((await audited(account)).filter(({ type }) => type === 'staff-locked')).toHaveLength(7)
})

test('P6 a name that is nobody’s is shut like an account, so that its answers tell nothing', async () => {
  const nobody = { staffId: '', username: `nobody-${randomBytes(3).toString('hex')}`, password: 'x', secret: 'AAAAAAAA' }
  for (let wrong = 1; wrong <= 4; wrong++) expect(await trySignIn(nobody, { code: '000' })).toEqual(WRONG)
  expect(await trySignIn(nobody, { code: '000' })).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: MINUTE_MS } })
  expect(await trySignIn(nobody, { code: '000' })).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
})

test('P6 a day after the last wrong try an account has forgotten them, as a name that is nobody’s has: the fifth tells neither apart', async () => {
  const nobody = { staffId: '', username: `nobody-${randomBytes(3).toString('hex')}`, password: 'x', secret: 'AAAAAAAA' }
  for (const one of [nobody, await anAccount()]) {
    for (let wrong = 1; wrong <= 4; wrong++) expect(await trySignIn(one, { code: '000' })).toEqual(WRONG)
    expect(await trySignIn(one, { code: '000', now: later(MORNING, TRIES_KEPT_MS) })).toEqual(WRONG)
    const almost = later(MORNING, 2 * TRIES_KEPT_MS - 1)
    for (let wrong = 2; wrong <= 4; wrong++) expect(await trySignIn(one, { code: '000', now: almost })).toEqual(WRONG)
    expect(await trySignIn(one, { code: '000', now: almost })).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LOCKED' } })
  }
})

test('P6 tries that come at once tell no more: a name that is nobody’s answers twenty of them as an account does', async () => {
  const nobody = { staffId: '', username: `nobody-${randomBytes(3).toString('hex')}`, password: 'x', secret: 'AAAAAAAA' }
  const answers = async (account: Account) => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => trySignIn(account, { code: '000' })))
    return tries.map((one) => (one.ok ? '' : JSON.stringify(one.failure))).toSorted()
  }
  expect(await answers(nobody)).toEqual(await answers(await anAccount()))
  const open = later(MORNING, MINUTE_MS)
  expect(await trySignIn(nobody, { code: '000', now: later(open, -1) })).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: 1 } })
  expect(await trySignIn(nobody, { code: '000', now: open })).toEqual({ ok: false, failure: { code: 'SIGN_IN_LOCKED', waitMs: 2 * MINUTE_MS } })
})

test('P6 of twenty wrong tries at once five are judged, and the account is shut', async () => {
  const account = await anAccount()
  const tries = await Promise.all(Array.from({ length: 20 }, () => trySignIn(account, { code: '000' })))
  expect(tries.filter((one) => !one.ok && one.failure.code === 'SIGN_IN_WRONG')).toHaveLength(4)
  expect(await db().staffAccount.findUnique({ where: { id: account.staffId }, select: { failures: true } })).toEqual({ failures: 5 })
  await unlockAccount({ by: 'operator', account: { id: account.staffId } })
  expect(await trySignIn(account)).toMatchObject({ ok: true })
})

test('P6 a one-time code is taken once, also of two tries at once, and no older one after it', async () => {
  const account = await anAccount()
  const both = await Promise.all([trySignIn(account), trySignIn(account)])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await trySignIn(account)).toEqual(WRONG)
  expect(await trySignIn(account, { code: codeAt(account.secret, MORNING.real - PERIOD_MS) })).toEqual(WRONG)
  // A phone that is half a minute ahead is taken, one of a minute is not.
  expect(await trySignIn(account, { code: codeAt(account.secret, MORNING.real + 2 * PERIOD_MS) })).toEqual(WRONG)
  expect(await trySignIn(account, { code: codeAt(account.secret, MORNING.real + PERIOD_MS) })).toMatchObject({ ok: true })
})

test('P6 a recovery code takes the place of the one-time code, once, however it is typed', async () => {
  const account = await anAccount()
  const [code = '', other = ''] = await db().$transaction((transaction) => replaceRecoveryCodes(transaction, account.staffId))
  const both = await Promise.all([trySignIn(account, { code }), trySignIn(account, { code: code.toLowerCase().replaceAll('-', ' ') })])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await trySignIn(account, { code: other.replaceAll('-', '') })).toMatchObject({ ok: true })
  const stranger = await anAccount()
  const [third = ''] = await db().$transaction((transaction) => replaceRecoveryCodes(transaction, account.staffId))
  expect(await trySignIn(stranger, { code: third })).toEqual(WRONG)
})

test('P6 one address may try so often, whatever the names; another address is not held up by it', async () => {
  const address = '198.51.100.20'
  await db().rateLimit.create({ data: { key: `staff-sign-in:${address}`, points: 100, expire: new Date(Date.now() + MINUTE_MS) } })
  const account = await anAccount()
  expect(await trySignIn(account, { address })).toMatchObject({ ok: false, failure: { code: 'SIGN_IN_LIMIT' } })
  expect(await trySignIn(account)).toMatchObject({ ok: true })
})

test('P6 a session that the browser had before signing in ends, and its token is not taken over (fixation)', async () => {
  const attacker = await anAccount()
  const planted = await signedInStaff(attacker)
  const victim = await anAccount()
  const { token } = await signedInStaff(victim, { before: planted.token })
  expect(token).not.toBe(planted.token)
  expect(await findStaffActor(planted.token, MORNING.real)).toBeNull()
  expect(await findStaffActor(token, MORNING.real)).toMatchObject({ staffId: victim.staffId })
  const made = 'a-token-that-the-attacker-made-up'
  await signedInStaff(victim, { before: made, now: later(MORNING, PERIOD_MS) })
  expect(await findStaffActor(made, MORNING.real)).toBeNull()
})

test('P6 the sessions of staff and of guardians are apart: neither token is worth anything on the other side', async () => {
  const { token } = await signedInStaff(await anAccount())
  expect(await findActor(token, MORNING)).toBeNull()
  const { guardian } = family('deed-father')
  await openSession('a-guardian’s', await recordIdentity({ subject: 'subject', ...guardian, level: 'face' }, MORNING.season), MORNING.real)
  expect(await findStaffActor('a-guardian’s', MORNING.real)).toBeNull()
})

test('P6 a session ends after idling, after ten hours however busy, at sign-out, and when its account is disabled', async () => {
  const account = await anAccount()
  let now = MORNING
  const enter = async () => {
    now = later(now, PERIOD_MS)
    return (await signedInStaff(account, { now })).token
  }
  const idle = await enter()
  expect(await findStaffActor(idle, now.real + STAFF_IDLE_MS - 1)).not.toBeNull()
  expect(await findStaffActor(idle, now.real + 2 * STAFF_IDLE_MS - 1)).toBeNull()

  const busy = await enter()
  const began = now.real
  for (let at = began; at < began + STAFF_LONGEST_MS; at += STAFF_IDLE_MS - 1) expect(await findStaffActor(busy, at)).not.toBeNull()
  expect(await findStaffActor(busy, began + STAFF_LONGEST_MS)).toBeNull()

  const left = await enter()
  await signOutStaff(left)
  expect(await findStaffActor(left, now.real)).toBeNull()

  const disabled = await enter()
  await disableAccount({ by: 'operator', account: { id: account.staffId }, now: now.real })
  expect(await findStaffActor(disabled, now.real)).toBeNull()
  expect(await trySignIn(account, { now: later(now, PERIOD_MS) })).toEqual(WRONG)
})

const HERE = '203.0.113.7'
const ELSEWHERE = '198.51.100.66'

/** Signed in, and carried on until the token is due to be replaced. */
async function grownOld() {
  const account = await anAccount()
  const { token } = await signedInStaff(account)
  const now = MORNING.real + STAFF_ROTATE_MS
  await findStaffActor(token, now - MINUTE_MS)
  expect(await rotateStaffToken(token, HERE, now - 1)).toBeNull()
  return { account, token, now }
}

test('P6 a session goes on under a new token after twenty minutes; of requests that come at once each gets the same, and the old one dies a minute after the new one was brought', async () => {
  const { account, token, now } = await grownOld()
  const given = await Promise.all(Array.from({ length: 10 }, () => rotateStaffToken(token, HERE, now)))
  const [next = null] = given
  expect(new Set(given).size).toBe(1)
  expect(next).not.toBe(token)
  if (next === null) throw new Error('not rotated')
  // What was under way is served; and an answer that was lost is given again, however late.
  expect(await findStaffActor(token, now + 5 * MINUTE_MS)).toMatchObject({ staffId: account.staffId })
  expect(await rotateStaffToken(token, HERE, now + 5 * MINUTE_MS)).toBe(next)
  const brought = now + 6 * MINUTE_MS
  expect(await findStaffActor(next, brought)).toMatchObject({ staffId: account.staffId })
  // From here on nobody is given it again, not at the same address either: a second one who carries the old token is found out.
  expect(await rotateStaffToken(token, HERE, brought)).toBeNull()
  expect(await findStaffActor(token, brought + STAFF_GRACE_MS - 1)).toMatchObject({ staffId: account.staffId })
  expect(await findStaffActor(token, brought + STAFF_GRACE_MS)).toBeNull()
  expect(await rotateStaffToken(token, HERE, brought + STAFF_GRACE_MS)).toBeNull()
  expect(await findStaffActor(next, brought + STAFF_GRACE_MS)).not.toBeNull()
  expect(await db().staffSession.count({ where: { staffId: account.staffId } })).toBe(1)
})

test('P6 a replaced token that comes back ends the session for both who carried it, and is in the log', async () => {
  const { account, token, now } = await grownOld()
  const next = (await rotateStaffToken(token, HERE, now)) ?? ''
  await findStaffActor(next, now)
  // Whoever has a copy is given nothing from another address, not even while the old token still counts.
  expect(await rotateStaffToken(token, ELSEWHERE, now + 1)).toBeNull()
  await endWhereCopied(token, ELSEWHERE, now + STAFF_GRACE_MS - 1)
  expect(await findStaffActor(next, now + STAFF_GRACE_MS - 1)).not.toBeNull()
  await endWhereCopied('a token of nobody’s', ELSEWHERE, now)
  await endWhereCopied(token, ELSEWHERE, now + STAFF_GRACE_MS)
  expect(await findStaffActor(next, now + STAFF_GRACE_MS)).toBeNull()
  const ended = (await audited(account)).filter(({ type }) => type === 'staff-session-ended')
  expect(ended).toHaveLength(1)
  expect(ended[0]?.content).toContain('"because":"replaced token came back"')
  expect(ended[0]?.content).toContain(ELSEWHERE)
})

test('P6 whoever rotates a stolen token first leaves its owner with a dead one, and that ends the session', async () => {
  const { token, now } = await grownOld()
  const stolen = (await rotateStaffToken(token, ELSEWHERE, now)) ?? ''
  await findStaffActor(stolen, now + 1)
  expect(await rotateStaffToken(token, HERE, now + 2)).toBeNull()
  await endWhereCopied(token, HERE, now + 1 + STAFF_GRACE_MS)
  expect(await findStaffActor(stolen, now + 2 * MINUTE_MS)).toBeNull()
})

test('P6 a token from any time of the session is known again; after a new password none of those before leads anywhere', async () => {
  const { account, token, now } = await grownOld()
  let newest = token
  for (let at = now; at < now + 3 * STAFF_ROTATE_MS; at += STAFF_ROTATE_MS) {
    newest = (await rotateStaffToken(newest, HERE, at)) ?? ''
    await findStaffActor(newest, at)
  }
  const actor = await findStaffActor(newest, now + 3 * STAFF_ROTATE_MS)
  if (!actor) throw new Error('no session')
  expect(await sessionOfToken(db(), token)).toMatchObject({ id: actor.sessionId, replaced: 3 })
  await renewStaffToken(actor, 'another', now + 3 * STAFF_ROTATE_MS)
  expect(await sessionOfToken(db(), newest)).toBeNull()
  expect(await findStaffActor('another', now + 3 * STAFF_ROTATE_MS)).toMatchObject({ staffId: account.staffId })
  expect(await db().staffSession.count({ where: { tokenHash: Buffer.from('another') } })).toBe(0)
})

test('P6 signing out ends the session with whichever of its tokens it is done', async () => {
  const { token, now } = await grownOld()
  const next = (await rotateStaffToken(token, HERE, now)) ?? ''
  await signOutStaff(token)
  expect(await findStaffActor(next, now)).toBeNull()
})

test('P6 every sign-in and every refusal is in the audit log with what was wrong, and never with what was typed', async () => {
  const account = await anAccount()
  const typed = 'a wrong password that nobody may read'
  await trySignIn(account, { password: typed })
  const { token } = await signedInStaff(account)
  await signOutStaff(token)
  const events = await audited(account)
  expect(events.map(({ type }) => type)).toEqual(['staff-refused', 'staff-signed-in', 'staff-signed-out'])
  expect(events[0]?.content).toContain('"because":"password"')
  // Of a password in the wrong field no more than that somebody typed something is kept, for every auditor reads it.
  await trySignIn({ ...account, username: account.password.replaceAll(' ', '') })
  const unknown = await db().auditEvent.findFirstOrThrow({ where: { type: 'staff-refused', county: null }, orderBy: { id: 'desc' }, select: { contentCipher: true } })
  expect(JSON.parse(decrypt('audit', unknown.contentCipher ?? ''))).toMatchObject({ username: '稻田里…（12 个字符）', because: 'unknown' })
  const all = JSON.stringify(events)
  for (const secret of [typed, account.password, account.secret, token]) expect(all).not.toContain(secret)
})
