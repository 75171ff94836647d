import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chooseSchool } from '@/lib/commands/choose-school'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { startApplication } from '@/lib/commands/start-application'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { changeCounty } from '@/lib/commands/change-county'
import { askAgain } from '@/lib/commands/ask-again'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { findReceipt, listSubmissionsByOthers } from '@/lib/data/submissions'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { frozen } from '../support/clock'
import { emptyFamilies, withClient } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn } from '../support/journey'

const READ = later(MORNING, 15_000)

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

describe('the reading time', () => {
  test('R-27 14.999 s after the confirmation was served is too early, 15.000 s is not', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 14_999) })).toEqual({ ok: false, failure: { code: 'TOO_EARLY', leftMs: 1 } })
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 15_000) })).toMatchObject({ ok: true })
  })

  test('R-27 a prefetch or a HEAD request starts nothing', async () => {
    const { child, guardian } = family('deed-father')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'confirm')
    const peeked = await serveConfirmation({ actor, applicationId, now: MORNING, read: false })
    const fingerprint = peeked.ok ? peeked.value.confirmation.fingerprint : ''
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toEqual({ ok: false, failure: { code: 'CONFIRMATION_CHANGED' } })
    expect(await db().confirmation.count()).toBe(0)
  })

  test('R-27 opening the page again does not start it again; changing anything does', async () => {
    const { actor, applicationId, fingerprint, child } = await aServedConfirmation('deed-father')
    const again = await serveConfirmation({ actor, applicationId, now: later(MORNING, 10_000), read: true })
    expect(again.ok && again.value.readingLeftMs).toBe(5_000)
    await answer(actor, applicationId, 'confirm', later(MORNING, 11_000))
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toEqual({ ok: false, failure: { code: 'CONFIRMATION_CHANGED' } })
    const anew = await serveConfirmation({ actor, applicationId, now: READ, read: true })
    expect(anew.ok && anew.value.readingLeftMs).toBe(15_000)
    expect(child.name).toBe(anew.ok ? anew.value.confirmation.shown.student.name : '')
  })

  test('R-26 R-27 a register that says something else shows the new result and starts the reading again', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    expect(await askAgain({ actor, applicationId, registry: 'property', now: later(MORNING, 1_000) })).toMatchObject({ ok: true })
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toMatchObject({ ok: false, failure: { code: 'INCOMPLETE' } })
  })

  test('R-27 the fingerprint of another confirmation is no key to this one', async () => {
    const one = await aServedConfirmation('deed-father')
    const other = await aServedConfirmation('deed-mother')
    const { actor, applicationId } = one
    expect(await submitApplication({ actor, applicationId, fingerprint: other.fingerprint, now: READ })).toEqual({ ok: false, failure: { code: 'CONFIRMATION_CHANGED' } })
  })
})

describe('the deadline', () => {
  test('R-29 a submit that arrives at 23:59:59.999 is in, at 00:00:00.000 it is out', async () => {
    const evening = frozen('2023-08-24 23:59:00.000')
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father', evening)
    const late = { real: evening.real + 60_000, season: frozen('2023-08-25 00:00:00.000').season }
    expect(await submitApplication({ actor, applicationId, fingerprint, now: late })).toMatchObject({ ok: false, failure: { code: 'REFUSED', refusals: ['SEASON_CLOSED'] } })
    const last = { real: evening.real + 59_999, season: frozen('2023-08-24 23:59:59.999').season }
    expect(await submitApplication({ actor, applicationId, fingerprint, now: last })).toMatchObject({ ok: true })
  })
})

describe('one submission a child and year', () => {
  test('R-27 a hundred parallel presses give one submission and the same answer', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    const answers = await Promise.all(Array.from({ length: 100 }, () => submitApplication({ actor, applicationId, fingerprint, now: READ })))
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ ok: true, value: { to: 'submitted', applicationId } })]))
    expect(await db().submission.count()).toBe(1)
    expect(await db().auditEvent.count({ where: { type: 'application-submitted' } })).toBe(1)
  })

  test('both parents at once: one submission, and the other is told by whom (masked), when and for which school', async () => {
    const mother = await aServedConfirmation('separated-mother')
    const father = await aServedConfirmation('separated-father')
    const answers = await Promise.all([mother, father].map(({ actor, applicationId, fingerprint }) => submitApplication({ actor, applicationId, fingerprint, now: READ })))
    expect(await db().submission.count()).toBe(1)
    const lost = answers.findIndex((one) => !one.ok)
    expect(answers[lost]).toEqual({ ok: false, failure: { code: 'SUBMITTED_BY_OTHER' } })
    const [winner, loser] = lost === 0 ? [father, mother] : [mother, father]
    const [seen] = await listSubmissionsByOthers(loser.actor)
    expect(seen).toMatchObject({ guardianName: winner.actor.name, submittedAt: READ.season, schoolCode: winner.confirmation.determination.placement.schools[0] })
    expect(await findReceipt(loser.actor, winner.applicationId)).toBeNull()
  })

  test('the second guardian who starts after the submission learns only that it was made', async () => {
    const { actor, applicationId, fingerprint, child } = await aServedConfirmation('separated-mother')
    await submitApplication({ actor, applicationId, fingerprint, now: READ })
    const father = await signedIn(family('separated-father'))
    const started = await startApplication({ actor: father, county: COUNTY, idNumber: child.idNumber, consentVersion: 'test', now: READ })
    expect(started).toEqual({ ok: true, value: { to: 'submitted' } })
  })

  test('somebody whom the record does not name never holds the place of the child', async () => {
    const stranger = await signedIn(family('deed-mother'))
    const { child } = family('deed-father')
    const draft = await aDraft(stranger, child.idNumber)
    expect(await saveStep({ actor: stranger, now: MORNING, step: 'record', input: { applicationId: draft, answer: 'matches' } })).toEqual({ ok: false, failure: { code: 'NOT_NAMED' } })
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    expect(await submitApplication({ actor, applicationId, fingerprint, now: READ })).toMatchObject({ ok: true })
    expect(await listSubmissionsByOthers(stranger)).toEqual([])
  })
})

describe('after the submission', () => {
  test('R-28 nothing can be changed by the guardian through any command', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    await submitApplication({ actor, applicationId, fingerprint, now: READ })
    const before = await db().submission.findFirst()
    const tries = [
      await saveStep({ actor, now: READ, step: 'household', input: { applicationId, answer: 'confirmed' } }),
      await askAgain({ actor, applicationId, registry: 'property', now: READ }),
      await changeCounty({ actor, applicationId, county: '360121', now: READ }),
      await chooseSchool({ actor, applicationId, school: 'LJ', now: READ }),
      await withdrawApplication({ actor, applicationId, now: READ }),
    ]
    expect(tries.map((one) => one.ok)).toEqual([false, false, false, false, false])
    expect(await db().submission.findFirst()).toEqual(before)
  })

  test('R-28 the database itself refuses to change or remove a submission or an audit event', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    await submitApplication({ actor, applicationId, fingerprint, now: READ })
    const refused = (statement: string) => withClient(getEnv().databaseUrl, (client) => client.query(statement))
    for (const statement of [
      `UPDATE submissions SET category_row = 'K9'`,
      'DELETE FROM submissions',
      'TRUNCATE submissions CASCADE',
      `UPDATE audit_events SET type = 'other'`,
      'DELETE FROM audit_events',
    ]) {
      await expect(refused(statement), statement).rejects.toThrow()
    }
    expect(await db().submission.count()).toBe(1)
  })

  test('R-28 the receipt says what was shown', async () => {
    const { actor, applicationId, fingerprint, confirmation } = await aServedConfirmation('deed-father')
    await submitApplication({ actor, applicationId, fingerprint, now: READ })
    const receipt = await findReceipt(actor, applicationId)
    expect(receipt?.shown).toEqual(confirmation.shown)
    expect(receipt?.receiptNumber).toMatch(/^3601232023-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  })
})
