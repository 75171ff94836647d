import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Now } from '@/lib/domain/actor'
import { changeCounty } from '@/lib/commands/change-county'
import { chooseSchool } from '@/lib/commands/choose-school'
import { decideReturn } from '@/lib/commands/decide-return'
import { openApplicant } from '@/lib/commands/open-applicant'
import { proposeReturn } from '@/lib/commands/propose-return'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { countApplicantsBy } from '@/lib/data/applicant-counts'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { countApplicants, listApplicants } from '@/lib/data/school-applicants'
import { totalOf } from '@/lib/domain/applicants'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { aSentAppeal } from '../support/appeals'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn } from '../support/journey'
import { clerk, READ, villager } from '../support/school'
import { aStaffMember } from '../support/staff'

const OTHER_COUNTY = '360124'
/** Whose kinship no register knows. */
const GRANDMOTHER = { name: '艾素珍', idNumber: '360199195812121302' }

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

/** Who sees whom, over every school of both counties; counts by category and by row, and the list's own, say the same. */
async function whoSees(): Promise<Record<string, string[]>> {
  const seen: Record<string, string[]> = {}
  for (const county of [COUNTY, OTHER_COUNTY]) {
    const published = await getPublishedSeason(county, 2023)
    for (const { code } of published?.season.schools ?? []) {
      const scope = { county, year: 2023, schoolCode: code }
      const { applicants } = await listApplicants(scope, {}, undefined, 50)
      const counts = await countApplicantsBy(scope)
      for (const by of [counts.category, counts.row]) expect([...by.values()].reduce((sum, one) => sum + totalOf(one), 0), code).toBe(applicants.length)
      expect(await countApplicants(scope, {}, 50), code).toBe(applicants.length)
      if (applicants.length > 0) seen[`${county}/${code}`] = applicants.map(({ detail, state }) => `${detail.child ?? ''} ${state}`).toSorted()
    }
  }
  return seen
}

const OTHER_ZONE = family('deed-other-zone').child.name

test('R-49 step by step: nobody’s until there is one basis with one school, and that school’s alone from then on', async () => {
  const { guardian, child } = family('deed-other-zone')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  for (const step of ['agreement', 'household', 'basis', 'deed'] as const) {
    await answer(actor, applicationId, step)
    expect(await whoSees(), step).toEqual({})
  }
  await answer(actor, applicationId, 'confirm')
  expect(await whoSees()).toEqual({ '360123/SX': [`${OTHER_ZONE} filling`] })
  // Back at the five bases, with the one chosen before still ticked: compared again, and nobody's again.
  await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, basis: 'HOUSEHOLD_REGISTRATION' } })
  expect(await whoSees()).toEqual({})
  await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, basis: 'TITLE_DEED' } })
  expect(await whoSees()).toEqual({})
  await withdrawApplication({ actor, applicationId, now: READ })
  expect(await whoSees()).toEqual({})
})

test('R-49 R-52 a draft that moves to another county is no school’s any more, in neither county', async () => {
  const { actor, applicationId } = await aServedConfirmation('deed-father')
  expect(Object.keys(await whoSees())).toEqual(['360123/YF'])
  expect((await changeCounty({ actor, applicationId, county: OTHER_COUNTY, now: READ })).ok).toBe(true)
  expect(await whoSees()).toEqual({})
  expect(await openApplicant({ actor: await clerk('YF'), applicationId, now: READ })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
})

test('R-49 R-52 of a child who is submitted in the other county, the other guardian’s draft here is nobody’s', async () => {
  const { guardian, child } = family('jinxian-deed')
  const father = await signedIn({ guardian })
  const there = await aDraft(father, child.idNumber, MORNING, undefined, OTHER_COUNTY)
  await answer(father, there, 'confirm')
  // The same child, as a draft of a family whose listing says that it is 逸夫小学's here.
  const here = await aServedConfirmation('deed-father')
  const { studentId } = await db().application.findUniqueOrThrow({ where: { id: there }, select: { studentId: true } })
  await db().application.update({ where: { id: here.applicationId }, data: { studentId } })
  expect(Object.keys(await whoSees())).toHaveLength(2)
  const served = await serveConfirmation({ actor: father, applicationId: there, now: MORNING, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  expect((await submitApplication({ actor: father, applicationId: there, fingerprint: served.value.confirmation.fingerprint, now: READ })).ok).toBe(true)
  const seen = await whoSees()
  expect(Object.keys(seen)).toEqual(['360124/QL'])
})

test('R-49 R-28 what was sent back stays with the school that was frozen while the family answers anew, and goes to the new one’s with the next round', async () => {
  const { actor, applicationId, child } = await villager()
  const served = async (now: Now) => {
    const page = await serveConfirmation({ actor, applicationId, now, read: true })
    if (!page.ok) throw new Error(page.failure.code)
    return page.value.confirmation.fingerprint
  }
  await chooseSchool({ actor, applicationId, school: 'YF', now: MORNING })
  await submitApplication({ actor, applicationId, fingerprint: await served(MORNING), now: READ })
  expect(await whoSees()).toEqual({ '360123/YF': [`${child.name} submitted`] })
  const [first, second] = [await aStaffMember('admin', { name: '甘主任' }), await aStaffMember('admin', { name: '刘主任' })]
  const proposal = await proposeReturn({ actor: first, applicationId, reason: '请重新选择志愿学校', now: READ })
  if (!proposal.ok) throw new Error(proposal.failure.code)
  expect((await decideReturn({ actor: second, proposalId: proposal.value.proposalId, outcome: 'approved', note: '', now: READ })).ok).toBe(true)
  const sentBack = { '360123/YF': [`${child.name} returned`] }
  expect(await whoSees()).toEqual(sentBack)
  await saveStep({ actor, now: READ, step: 'basis', input: { applicationId, basis: 'TITLE_DEED' } })
  expect(await whoSees()).toEqual(sentBack)
  await answer(actor, applicationId, 'confirm', READ, { basis: 'HOUSEHOLD_REGISTRATION' })
  await chooseSchool({ actor, applicationId, school: 'SX', now: READ })
  const again = later(READ, 60_000)
  const fingerprint = await served(again)
  expect(await whoSees()).toEqual(sentBack)
  expect((await submitApplication({ actor, applicationId, fingerprint, now: later(again, 15_000) })).ok).toBe(true)
  expect(await whoSees()).toEqual({ '360123/SX': [`${child.name} submitted`] })
  expect(await openApplicant({ actor: await clerk('YF'), applicationId, now: again })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
})

test('R-49 an appeal for a basis that the family has left behind waits for nobody: the list says that it fills in, as the panel does', async () => {
  const { guardian, child } = family('grandparent-paternal-unproved')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'binding', MORNING, { basis: 'GRANDPARENT_DEED', grandparent: GRANDMOTHER })
  await aSentAppeal(actor, { kind: 'GRANDPARENT_KINSHIP', input: { applicationId, grandparentName: GRANDMOTHER.name, grandparentIdNumber: GRANDMOTHER.idNumber, kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-1', agreed: 'yes' } })
  expect(await whoSees()).toEqual({})
  await answer(actor, applicationId, 'confirm', MORNING, { basis: 'HOUSEHOLD_REGISTRATION' })
  const seen = await whoSees()
  expect(Object.values(seen)).toEqual([[`${child.name} filling`]])
  const school = Object.keys(seen)[0]?.split('/')[1] ?? ''
  const opened = await openApplicant({ actor: await clerk(school), applicationId, now: READ })
  expect(opened.ok && opened.value.standing.code).toBe('to-confirm')
  const counts = await countApplicantsBy({ county: COUNTY, year: 2023, schoolCode: school })
  expect([...counts.row.values()]).toEqual([{ submitted: 0, returned: 0, waiting: 0, filling: 1 }])
})
