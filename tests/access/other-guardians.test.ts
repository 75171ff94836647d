import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { GuardianActor } from '@/lib/domain/actor'
import { askAgain } from '@/lib/commands/ask-again'
import { changeCounty } from '@/lib/commands/change-county'
import { chooseSchool } from '@/lib/commands/choose-school'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { findApplication, listApplications } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { findLastCertificate, findReceipt, listReceipts, listSubmissionsByOthers } from '@/lib/data/submissions'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aServedConfirmation, later, MORNING, signedIn } from '../support/journey'

const READ = later(MORNING, 15_000)
let mothers: Awaited<ReturnType<typeof aServedConfirmation>>

beforeAll(loadDemonstration)
beforeEach(async () => {
  await emptyFamilies(getEnv().databaseUrl)
  mothers = await aServedConfirmation('separated-mother')
})

/** Everything that a guardian can do with an application, tried on the mother's. */
async function tryEverything(actor: GuardianActor): Promise<unknown[]> {
  const { applicationId, fingerprint } = mothers
  return [
    await saveStep({ actor, now: READ, step: 'record', input: { applicationId, answer: 'matches' } }),
    await saveStep({ actor, now: READ, step: 'deed', input: { applicationId, property: 'x' } }),
    await askAgain({ actor, applicationId, registry: 'household', now: READ }),
    await changeCounty({ actor, applicationId, county: '360121', now: READ }),
    await chooseSchool({ actor, applicationId, school: 'YF', now: READ }),
    await serveConfirmation({ actor, applicationId, now: READ, read: true }),
    await submitApplication({ actor, applicationId, fingerprint, now: READ }),
    await withdrawApplication({ actor, applicationId, now: READ }),
  ]
}

describe.each(['separated-father', 'deed-mother', 'other-province'])('%s with the draft of another guardian', (walk) => {
  test('every command answers as for an application that does not exist', async () => {
    const actor = await signedIn(family(walk))
    const before = await db().application.findUnique({ where: { id: mothers.applicationId } })
    for (const answer of await tryEverything(actor)) expect(answer).toEqual({ ok: false, failure: { code: 'NOT_YOURS' } })
    expect(await db().application.findUnique({ where: { id: mothers.applicationId } })).toEqual(before)
  })

  test('no read shows it', async () => {
    const actor = await signedIn(family(walk))
    expect(await findApplication(actor, mothers.applicationId)).toBeNull()
    expect(await findReceipt(actor, mothers.applicationId)).toBeNull()
    expect(await listApplications(actor)).toEqual([])
    expect(await listSubmissionsByOthers(actor)).toEqual([])
  })
})

describe('after the mother submitted', () => {
  beforeEach(async () => {
    const submitted = await submitApplication({ actor: mothers.actor, applicationId: mothers.applicationId, fingerprint: mothers.fingerprint, now: READ })
    expect(submitted.ok).toBe(true)
  })

  test('the father, who is on the record, learns that, by whom, when and for which school, and nothing else', async () => {
    const father = await signedIn(family('separated-father'))
    const [seen, ...more] = await listSubmissionsByOthers(father)
    expect(more).toEqual([])
    // By the registration's id the page looks for the result; what it opens to him stands below.
    expect(Object.keys(seen ?? {}).toSorted()).toEqual(['applicationId', 'county', 'guardianName', 'schoolCode', 'seasonVersionId', 'studentId', 'studentIdNumber', 'submittedAt', 'year'])
    expect(await findReceipt(father, mothers.applicationId)).toBeNull()
    expect(await listReceipts(father)).toEqual([])
    expect(await findLastCertificate(father)).toBeNull()
  })

  test.each(['deed-mother', 'other-province'])('%s, whom the record does not name, learns nothing', async (walk) => {
    const stranger = await signedIn(family(walk))
    expect(await listSubmissionsByOthers(stranger)).toEqual([])
    expect(await findReceipt(stranger, mothers.applicationId)).toBeNull()
  })
})
