import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import { confirmSecret } from '@/lib/commands/confirm-secret'
import { createAccount } from '@/lib/commands/create-account'
import { disableAccount } from '@/lib/commands/disable-account'
import { enableAccount } from '@/lib/commands/enable-account'
import { endSession } from '@/lib/commands/end-session'
import { endSessions } from '@/lib/commands/end-sessions'
import { offerSecret } from '@/lib/commands/offer-secret'
import { putOfferAway } from '@/lib/commands/put-offer-away'
import { renewRecoveryCodes } from '@/lib/commands/renew-recovery-codes'
import { resetAccount } from '@/lib/commands/reset-account'
import { setOwnPassword } from '@/lib/commands/set-own-password'
import { unlockAccount } from '@/lib/commands/unlock-account'
import { db } from '@/lib/data/db'
import { codeAt } from '@/lib/data/one-time-code'
import { verifyPassword } from '@/lib/data/password'
import { findStaffActor } from '@/lib/data/staff'
import { findAccount, listAccounts } from '@/lib/data/staff-directory'
import { listStaffSessions, readOffer } from '@/lib/data/staff-sessions'
import { demonstrationOfficers, demonstrationPassword, openDemonstrationAccounts } from '@/scripts/start/demonstration-staff'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { COUNTY, later, MORNING } from '../support/journey'
import { aStaffMember } from '../support/staff'
import { anAccount, PASSWORD, PERIOD_MS, signedInStaff, trySignIn } from '../support/staff-accounts'

beforeAll(loadDemonstration)

const OTHER_COUNTY = '360124'
const NEW_PASSWORD = '晒谷场边 两棵老樟树 1962'

/** The session's actor as its next request sees it. */
async function anew(token: string, now = MORNING): Promise<StaffActor> {
  const actor = await findStaffActor(token, now.real)
  if (!actor) throw new Error('the session has ended')
  return actor
}

async function offeredSecret(actor: StaffActor): Promise<string> {
  const offered = await readOffer(db(), actor)
  if (offered?.kind !== 'secret') throw new Error('no secret is on offer')
  return offered.secret
}

describe('an account is made by a command', () => {
  const wanted = { county: COUNTY, role: 'reviewer', schoolCode: null, username: 'shenhe-made', name: '周岚' } as const

  test.each([
    ['COUNTY_UNKNOWN', { county: '110101' }],
    ['SCHOOL_MISSING', { role: 'school' }],
    ['SCHOOL_UNKNOWN', { role: 'school', schoolCode: 'ZZ' }],
    ['SCHOOL_NOT_ASKED', { schoolCode: 'LJ' }],
    ['USERNAME_UNFIT', { username: '审核员' }],
    ['USERNAME_UNFIT', { username: 'a' }],
    ['NO_SEASON', { county: '360121', role: 'school', schoolCode: 'LJ' }],
  ] as const)('P6 %s: %j', async (code, changed) => {
    expect(await createAccount({ ...wanted, ...changed })).toEqual({ ok: false, failure: { code } })
  })

  test('P6 a username is one person’s in all counties', async () => {
    expect(await createAccount(wanted)).toMatchObject({ ok: true })
    expect(await createAccount({ ...wanted, county: OTHER_COUNTY, username: 'SHENHE-MADE' })).toEqual({ ok: false, failure: { code: 'USERNAME_TAKEN' } })
  })
})

describe('the first sign-in', () => {
  test('P6 password, then secret, then codes: nothing of what was handed over opens anything afterwards', async () => {
    const account = await anAccount('desk', { isNew: true })
    const { token, actor } = await signedInStaff(account)
    expect(actor.due).toBe('password')
    const early = { code: codeAt(account.secret, MORNING.real), now: MORNING }
    expect(await confirmSecret({ actor, ...early })).toEqual({ ok: false, failure: { code: 'OFFER_GONE' } })
    expect(await renewRecoveryCodes({ actor, current: account.password, now: MORNING })).toMatchObject({ ok: false })

    expect(await setOwnPassword({ actor, current: null, next: account.password, now: MORNING })).toEqual({ ok: false, failure: { code: 'PASSWORD_SAME', field: 'next' } })
    expect(await setOwnPassword({ actor, current: null, next: NEW_PASSWORD, now: MORNING })).toMatchObject({ ok: true })
    const enrolling = await anew(token)
    expect(enrolling.due).toBe('code')

    const secret = await offeredSecret(enrolling)
    expect(secret).not.toBe(account.secret)
    expect(await confirmSecret({ actor: enrolling, ...early })).toEqual({ ok: false, failure: { code: 'CODE_WRONG', field: 'code' } })
    expect(await confirmSecret({ actor: enrolling, code: codeAt(secret, MORNING.real), now: MORNING })).toMatchObject({ ok: true })
    const settled = await anew(token)
    expect(settled.due).toBeNull()
    const offered = await readOffer(db(), settled)
    expect(offered?.kind === 'codes' && new Set(offered.codes).size).toBe(10)
    await putOfferAway({ actor: settled })
    expect(await readOffer(db(), settled)).toBeNull()

    // The code that confirmed the secret is taken; the one-time password and the first secret are worth nothing.
    const now = later(MORNING, PERIOD_MS)
    const own = { ...account, password: NEW_PASSWORD, secret }
    expect(await trySignIn(own)).toMatchObject({ ok: false })
    expect(await trySignIn({ ...own, password: account.password }, { now })).toMatchObject({ ok: false })
    expect(await trySignIn({ ...own, secret: account.secret }, { now })).toMatchObject({ ok: false })
    expect(await trySignIn(own, { now })).toMatchObject({ ok: true, value: { actor: { due: null } } })
  })

  test('P6 whoever breaks off after the password goes on there, with a new secret', async () => {
    const account = await anAccount('school', { isNew: true })
    const first = await signedInStaff(account)
    await setOwnPassword({ actor: first.actor, current: null, next: NEW_PASSWORD, now: MORNING })
    const shown = await offeredSecret(await anew(first.token))
    const now = later(MORNING, PERIOD_MS)
    const { token, actor } = await signedInStaff({ ...account, password: NEW_PASSWORD }, { before: first.token, now })
    expect(actor.due).toBe('code')
    expect(await readOffer(db(), actor)).toBeNull()
    await offerSecret({ actor, current: null, now })
    expect(await offeredSecret(await anew(token, now))).not.toBe(shown)
  })

  test.each([
    ['PASSWORD_SHORT', 'elf Zeichen'],
    ['PASSWORD_OBVIOUS', '闵清和的密码不告诉你们'.padEnd(14, '啊')],
    ['PASSWORD_OBVIOUS', 'x8 12345678 7yq'],
    ['PASSWORD_OBVIOUS', 'abababababababab'],
    ['PASSWORD_LONG', '稻田里的三只白鹭'.repeat(20)],
  ])('P6 %s: %s', async (code, next) => {
    const { actor } = await signedInStaff(await anAccount('reviewer', { isNew: true }), { address: next })
    expect(await setOwnPassword({ actor, current: null, next, now: MORNING })).toEqual({ ok: false, failure: { code, field: 'next' } })
  })
})

describe('one’s own account', () => {
  test('P6 password, secret and codes ask for the password again; wrong ones count as at the door', async () => {
    const account = await anAccount()
    const { actor } = await signedInStaff(account)
    const wrong = { actor, current: 'not my password', now: MORNING }
    const PASSWORD_WRONG = { ok: false, failure: { code: 'PASSWORD_WRONG', field: 'current' } }
    expect(await setOwnPassword({ ...wrong, next: NEW_PASSWORD })).toEqual(PASSWORD_WRONG)
    expect(await offerSecret(wrong)).toEqual(PASSWORD_WRONG)
    expect(await renewRecoveryCodes(wrong)).toEqual(PASSWORD_WRONG)
    expect(await offerSecret(wrong)).toEqual(PASSWORD_WRONG)
    expect(await offerSecret(wrong)).toMatchObject({ ok: false, failure: { code: 'ACCOUNT_LOCKED' } })
    expect(await offerSecret({ ...wrong, current: PASSWORD })).toMatchObject({ ok: false, failure: { code: 'ACCOUNT_LOCKED' } })
    expect(await setOwnPassword({ actor, current: null, next: NEW_PASSWORD, now: MORNING })).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
  })

  test('P6 a new password and a new secret end every other session; the old secret counts until the new one is confirmed', async () => {
    const account = await anAccount()
    const other = await signedInStaff(account)
    const now = later(MORNING, PERIOD_MS)
    const { token, actor } = await signedInStaff(account, { now })
    expect(await setOwnPassword({ actor, current: PASSWORD, next: NEW_PASSWORD, now })).toMatchObject({ ok: true })
    expect(await findStaffActor(other.token, now.real)).toBeNull()

    expect(await offerSecret({ actor, current: NEW_PASSWORD, now })).toMatchObject({ ok: true })
    const changed = { ...account, password: NEW_PASSWORD }
    const third = await signedInStaff(changed, { now: later(now, PERIOD_MS) })
    const secret = await offeredSecret(actor)
    expect(await confirmSecret({ actor, code: codeAt(secret, now.real), now })).toMatchObject({ ok: true })
    expect(await findStaffActor(third.token, now.real)).toBeNull()
    expect(await anew(token, now)).toMatchObject({ staffId: account.staffId })
    expect(await trySignIn(changed, { now: later(now, 2 * PERIOD_MS) })).toMatchObject({ ok: false })
  })

  test('P6 one’s own sessions are listed and ended; those of a colleague are not there', async () => {
    const account = await anAccount()
    const first = await signedInStaff(account)
    const now = later(MORNING, PERIOD_MS)
    const { actor } = await signedInStaff(account, { now })
    expect((await listStaffSessions(account.staffId, now.real)).map(({ id }) => id)).toEqual([actor.sessionId, first.actor.sessionId])
    expect(await endSession({ actor, sessionId: first.actor.sessionId })).toMatchObject({ ok: true })
    expect(await findStaffActor(first.token, now.real)).toBeNull()
    const colleague = await aStaffMember('reviewer')
    expect(await endSession({ actor, sessionId: colleague.sessionId })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await endSessions({ actor, staffId: colleague.staffId })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })
})

describe('an administrator', () => {
  test('P6 R-52 sees, ends, unlocks and disables what is of the own county; another county’s account is not there', async () => {
    const by = await aStaffMember('admin')
    const own = await anAccount()
    const theirs = await aStaffMember('reviewer', { county: OTHER_COUNTY })
    const { token } = await signedInStaff(own)
    const at = { by, account: { id: own.staffId } }
    const elsewhere = { by, account: { id: theirs.staffId } }
    const NOT_FOUND = { ok: false, failure: { code: 'NOT_FOUND' } }
    expect((await listAccounts({ county: by.county }, MORNING.real)).some(({ id }) => id === theirs.staffId)).toBe(false)
    expect(await findAccount(by, theirs.staffId, MORNING.real)).toBeNull()
    expect(await endSession({ actor: by, sessionId: theirs.sessionId })).toEqual(NOT_FOUND)
    expect(await endSessions({ actor: by, staffId: theirs.staffId })).toEqual(NOT_FOUND)
    expect(await unlockAccount(elsewhere)).toEqual(NOT_FOUND)
    expect(await disableAccount({ ...elsewhere, now: MORNING.real })).toEqual(NOT_FOUND)
    expect(await enableAccount(elsewhere)).toEqual(NOT_FOUND)

    expect(await findAccount(by, own.staffId, MORNING.real)).toMatchObject({ standing: 'open', sessions: 1, lastSeenAt: MORNING.real })
    expect(await endSessions({ actor: by, staffId: own.staffId })).toMatchObject({ ok: true })
    expect(await findStaffActor(token, MORNING.real)).toBeNull()
    for (let wrong = 1; wrong <= 5; wrong++) await trySignIn(own, { code: '000' })
    expect(await findAccount(by, own.staffId, MORNING.real)).toMatchObject({ standing: 'locked', lockedUntil: MORNING.real + 60_000 })
    await unlockAccount(at)
    expect(await trySignIn(own, { now: later(MORNING, PERIOD_MS) })).toMatchObject({ ok: true })
    await disableAccount({ ...at, now: MORNING.real })
    expect(await findAccount(by, own.staffId, MORNING.real)).toMatchObject({ standing: 'disabled', sessions: 0 })
    await enableAccount(at)
    expect(await trySignIn(own, { now: later(MORNING, 2 * PERIOD_MS) })).toMatchObject({ ok: true })
  })

  test('P6 does not disable oneself; of two who disable each other at once one stays', async () => {
    const [one, two] = [await aStaffMember('admin', { county: '360121' }), await aStaffMember('admin', { county: '360121' })]
    const disable = (by: StaffActor, { staffId }: StaffActor) => disableAccount({ by, account: { id: staffId }, now: MORNING.real })
    expect(await disable(one, one)).toEqual({ ok: false, failure: { code: 'OWN_ACCOUNT' } })
    const both = await Promise.all([disable(one, two), disable(two, one)])
    expect(both.filter((done) => done.ok)).toHaveLength(1)
    expect(await db().staffAccount.count({ where: { county: '360121', role: 'admin', disabledAt: null } })).toBe(1)
  })

  test('P6 a reset gives a new one-time password and secret, and ends everything that the account had', async () => {
    const account = await anAccount('reviewer')
    const { token } = await signedInStaff(account)
    const made = await resetAccount({ username: account.username })
    if (!made.ok) throw new Error(made.failure.code)
    expect(await findStaffActor(token, MORNING.real)).toBeNull()
    expect(await trySignIn(account, { now: later(MORNING, PERIOD_MS) })).toMatchObject({ ok: false })
    expect(await trySignIn({ ...account, ...made.value })).toMatchObject({ ok: true, value: { actor: { due: 'password' } } })
    expect(await resetAccount({ username: 'nobody' })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })
})

describe('the demonstration', () => {
  test('R-52 has in each county two reviewers, two of the desk, two administrators, an auditor and a clerk of every school; a second start opens none', async () => {
    const officers = await openDemonstrationAccounts()
    for (const county of [COUNTY, OTHER_COUNTY]) {
      const roles = officers.filter((one) => one.county === county).map(({ role }) => role)
      const count = (role: string) => roles.filter((one) => one === role).length
      expect([count('reviewer'), count('desk'), count('admin'), count('auditor')]).toEqual([2, 2, 2, 1])
      expect(count('school')).toBeGreaterThan(2)
      expect(new Set(officers.filter((one) => one.county === county).map(({ name }) => name)).size).toBe(roles.length)
    }
    const accounts = await db().staffAccount.findMany({ where: { username: { in: officers.map(({ username }) => username) } }, select: { passwordHash: true } })
    expect(accounts).toHaveLength(officers.length)
    const hashes = new Set(accounts.map(({ passwordHash }) => passwordHash))
    for (const hash of hashes) expect(await verifyPassword(demonstrationPassword(), hash)).toBe(true)
    const count = await db().staffAccount.count()
    await openDemonstrationAccounts()
    expect(await db().staffAccount.count()).toBe(count)
    expect(await demonstrationOfficers()).toEqual(officers)
  }, 60_000)
})
