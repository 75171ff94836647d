import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chooseSchool } from '@/lib/commands/choose-school'
import { exportApplicants } from '@/lib/commands/export-applicants'
import { openApplicant } from '@/lib/commands/open-applicant'
import { printCallSheet } from '@/lib/commands/print-call-sheet'
import { revealValue } from '@/lib/commands/reveal-value'
import { saveStep } from '@/lib/commands/save-step'
import { searchApplicants } from '@/lib/commands/search-applicants'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { decrypt, encrypt } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { listApplication } from '@/lib/data/listings'
import { masksFor } from '@/lib/data/reveals'
import { countApplicantsBy } from '@/lib/data/applicant-counts'
import { countApplicants, filterOf, findApplicant, listApplicants } from '@/lib/data/school-applicants'
import { openSearch, sealSearch } from '@/lib/data/search-token'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aSentAppeal } from '../support/appeals'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, MORNING, signedIn, the } from '../support/journey'
import { clerk, READ, scopeOf, seenBy, submitted, submittedVillager, villager } from '../support/school'

const OTHER_COUNTY = '360124'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

describe('whose an applicant is', () => {
  test('R-49 a school sees whoever is pre-allocated to it, submitted or with a chosen basis, and no other school’s', async () => {
    await submitted('deed-father')
    await aServedConfirmation('separated-mother')
    await submitted('deed-mother')
    expect(await seenBy('YF')).toEqual([[family('deed-father').child.name, 'submitted'], [family('separated-mother').child.name, 'filling']])
    expect(await seenBy('LJ')).toEqual([[family('deed-mother').child.name, 'submitted']])
    expect(await seenBy('SX')).toEqual([])
  })

  test('R-49 a family that still looks at several bases side by side is nobody’s; with another basis it has left the list at once', async () => {
    const { guardian, child } = family('deed-other-zone')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    for (const school of ['LJ', 'YF', 'SX', 'SY']) expect(await seenBy(school)).toEqual([])
    await answer(actor, applicationId, 'confirm')
    expect(await seenBy('SX')).toEqual([[child.name, 'filling']])
    const moved = await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, basis: 'HOUSEHOLD_REGISTRATION' } })
    expect(moved.ok).toBe(true)
    for (const school of ['LJ', 'YF', 'SX', 'SY']) expect(await seenBy(school)).toEqual([])
    await answer(actor, applicationId, 'confirm')
    expect(await seenBy('SX')).toHaveLength(1)
  })

  test('R-49 R-41 in a choice zone a family is the chosen school’s: nobody’s before, and with another choice that one’s at once', async () => {
    const { actor, applicationId, child } = await villager()
    expect([await seenBy('YF'), await seenBy('SX')]).toEqual([[], []])
    await chooseSchool({ actor, applicationId, school: 'YF', now: MORNING })
    expect([await seenBy('YF'), await seenBy('SX')]).toEqual([[[child.name, 'filling']], []])
    await chooseSchool({ actor, applicationId, school: 'SX', now: MORNING })
    expect([await seenBy('YF'), await seenBy('SX')]).toEqual([[], [[child.name, 'filling']]])
  })

  test('R-49 a draft that was withdrawn is no applicant', async () => {
    const { actor, applicationId } = await aServedConfirmation('deed-father')
    await withdrawApplication({ actor, applicationId, now: READ })
    expect(await seenBy('YF')).toEqual([])
  })

  test('R-49 a listing that is older than its draft is not shown or opened, nor its phone, and no list counts it', async () => {
    const { applicationId, actor: guardian } = await aServedConfirmation('deed-father')
    const actor = await clerk('YF')
    const { field } = (await masksFor(actor, { id: applicationId }, READ))('phone', guardian.phone ?? '')
    await db().application.update({ where: { id: applicationId }, data: { version: { increment: 1 } } })
    expect(await seenBy('YF')).toEqual([])
    expect(await countApplicants(await scopeOf(actor), {}, 10)).toBe(0)
    expect(await openApplicant({ actor, applicationId, now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await revealValue({ actor, applicationId, field, reason: '家长来电', now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })

  test('R-49 of a child whom the other guardian has registered, the draft is nobody’s, even where its listing came later', async () => {
    const { applicationId } = await aServedConfirmation('separated-father')
    expect(await seenBy('SX')).toHaveLength(1)
    await submitted('separated-mother')
    expect(await seenBy('SX')).toEqual([])
    await db().listing.update({ where: { applicationId }, data: { schoolCode: 'SX' } })
    expect(await seenBy('SX')).toEqual([])
    expect(await seenBy('YF')).toEqual([[family('separated-mother').child.name, 'submitted']])
  })

  test('R-49 what was sent back counts with the school that was frozen', async () => {
    const { applicationId } = await submitted('deed-father')
    await db().application.update({ where: { id: applicationId }, data: { status: 'returned' } })
    await listApplication(db(), applicationId, READ.season)
    expect(await seenBy('YF')).toEqual([[family('deed-father').child.name, 'returned']])
    const opened = await openApplicant({ actor: await clerk('YF'), applicationId, now: READ })
    expect(opened.ok && opened.value.standing).toEqual({ code: 'returned' })
    const afterwards = await openApplicant({ actor: await clerk('YF'), applicationId, now: frozen('2023-08-25 09:00:00.000') })
    expect(afterwards.ok && afterwards.value.standing).toEqual({ code: 'submitted' })
  })

  test('R-49 a draft whose appeal waits is told apart: the next move is the county’s', async () => {
    const { actor, applicationId, child } = await aServedConfirmation('single-parent')
    const father = (await the(actor, applicationId)).everNamed.findIndex((idNumber) => idNumber !== actor.idNumber)
    await aSentAppeal(actor, { kind: 'SINGLE_PARENT', input: { applicationId, removed: `guardian-${father + 1}`, reason: 'DIVORCED', explanation: '' } })
    expect(await seenBy('LJ')).toEqual([[child.name, 'waiting']])
    expect(await seenBy('LJ', { state: 'filling' })).toEqual([])
    expect(await seenBy('LJ', { state: 'waiting' })).toHaveLength(1)
    const opened = await openApplicant({ actor: await clerk('LJ'), applicationId, now: READ })
    expect(opened.ok && opened.value.standing).toEqual({ code: 'appeal-holding', kind: 'SINGLE_PARENT' })
  })

  test('R-52 another county’s school sees nobody, whatever its code; and opens, reveals, prints and exports nothing', async () => {
    const { applicationId, actor: guardian } = await submitted('deed-father')
    for (const actor of [await clerk('LJ'), await clerk('YF', OTHER_COUNTY), await clerk('QL', OTHER_COUNTY)]) {
      const { field } = (await masksFor(actor, { id: applicationId }, READ))('phone', guardian.phone ?? '')
      expect(await openApplicant({ actor, applicationId, now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
      expect(await revealValue({ actor, applicationId, field, reason: '家长来电', now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
      const sheet = await printCallSheet({ actor, filter: {}, now: MORNING })
      expect(sheet.ok ? sheet.value.applicants : []).toEqual([])
      const exported = await exportApplicants({ actor, filter: {}, now: READ })
      expect(exported.ok ? exported.value.count : 0).toBe(0)
      expect(await db().auditEvent.count({ where: { actorId: actor.staffId, applicationId } })).toBe(0)
    }
    for (const scope of [{ county: OTHER_COUNTY, year: 2023, schoolCode: 'YF' }, { county: COUNTY, year: 2024, schoolCode: 'YF' }]) {
      expect(await findApplicant(scope, applicationId)).toBeNull()
      expect((await listApplicants(scope, {}, undefined, 50)).applicants).toEqual([])
      expect(await countApplicants(scope, {}, 50)).toBe(0)
      expect((await countApplicantsBy(scope)).row.size).toBe(0)
    }
  })
})

describe('finding who is on the phone', () => {
  test('R-49 by the last four digits or all of the phone, by name, estate, road and village; a single sign is only a name', async () => {
    await submitted('deed-father')
    await submitted('separated-mother')
    await submittedVillager('YF')
    const [father, mother, village] = [family('deed-father'), family('separated-mother'), family('yanghu-household')]
    const found = async (text: string) => (await seenBy('YF', { text })).map(([child]) => child)
    expect(await found(father.guardian.phone.slice(-4))).toEqual([father.child.name])
    expect(await found(mother.guardian.phone)).toEqual([mother.child.name])
    expect(await found('０１０１')).toEqual([father.child.name])
    expect(await found(father.child.name.slice(1))).toEqual([father.child.name])
    expect(await found(mother.guardian.name)).toEqual([mother.child.name])
    expect(await found('阳光花园')).toEqual([mother.child.name])
    expect(await found('文峰路 12号')).toEqual([father.child.name])
    expect(await found('阳湖村')).toEqual([village.child.name])
    expect(await found('程')).toEqual([father.child.name])
    expect(await found('路')).toEqual([])
    expect(await found('凤凰城')).toEqual([])
    expect(await found(family('deed-mother').guardian.phone)).toEqual([])
  })

  test('R-49 filters and pages: each family once, in the order of their last change', async () => {
    const walks = ['deed-father', 'separated-mother', 'born-first-day', 'deed-outside-household']
    for (const walk of walks) await aServedConfirmation(walk)
    await submittedVillager('YF')
    const scope = await scopeOf(await clerk('YF'))
    const seen: string[] = []
    for (let page = await listApplicants(scope, {}, undefined, 2); ; page = await listApplicants(scope, {}, page.next ?? undefined, 2)) {
      seen.push(...page.applicants.map((one) => one.applicationId))
      if (!page.next) break
    }
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
    expect(await seenBy('YF', { category: '6' })).toEqual([[family('yanghu-household').child.name, 'submitted']])
    expect(await seenBy('YF', { row: 'YH-01', state: 'submitted' })).toHaveLength(1)
    expect(await seenBy('YF', { row: 'YH-01', state: 'filling' })).toEqual([])
    expect(await countApplicants(scope, {}, 3)).toBe(3)
  })

  test('P2 what was searched for stands in the address as a token that only its own officer can open, and in the log as ciphertext', async () => {
    const actor = await clerk('YF')
    const { value: token } = await searchApplicants({ actor, text: '程一诺' })
    expect(token).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(openSearch(actor, token ?? '')).toBe('程一诺')
    expect(openSearch(await clerk('YF'), token ?? '')).toBeNull()
    expect(openSearch(actor, `${token?.slice(0, -4)}AAAA`)).toBeNull()
    expect(openSearch(actor, Buffer.from(encrypt('guardians.name', '程一诺')).toString('base64url'))).toBeNull()
    expect(await searchApplicants({ actor, text: '' })).toEqual({ ok: true, value: null })
    const [event, ...more] = await db().auditEvent.findMany({ where: { type: 'applications-searched' } })
    expect(more).toEqual([])
    expect(event?.contentCipher).not.toContain('程')
    expect(decrypt('audit', event?.contentCipher ?? '')).toContain('程一诺')
    await searchApplicants({ actor, text: '１３８ 0000 0011' })
    const whole = await db().auditEvent.findFirstOrThrow({ where: { type: 'applications-searched' }, orderBy: { id: 'desc' } })
    expect(JSON.parse(decrypt('audit', whole.contentCipher ?? ''))).toEqual({ school: 'YF', text: '138****0011' })
    expect(sealSearch(actor, '程一诺')).not.toBe(token)
    const nobodys = filterOf(await clerk('YF'), { q: token ?? undefined, state: undefined, category: undefined, row: undefined, after: undefined })
    await submitted('deed-father')
    expect(await seenBy('YF', nobodys)).toEqual([])
  })
})
