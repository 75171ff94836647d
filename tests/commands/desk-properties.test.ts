import { beforeAll, beforeEach, expect, test } from 'vitest'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { saveStep } from '@/lib/commands/save-step'
import type { StaffActor } from '@/lib/domain/actor'
import type { DeedBasis } from '@/lib/domain/journey'
import { listBases } from '@/lib/data/bases'
import { listDeeds } from '@/lib/data/deeds'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { registries, type Registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve as approveAppeal, aSentAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { aProperty, aProposal, type Typed } from '../support/desk'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, MORNING, signedIn, the } from '../support/journey'
import { aStaffMember } from '../support/staff'

const GRANDFATHER = { name: '鲁德厚', idNumber: '360199195710011110' }
const UNPROVED = { name: '艾素珍', idNumber: '360199195812121302' }
const SILENT: Registries = { ...registries(), property: { findProperties: () => Promise.resolve({ outcome: 'unavailable', why: 'timeout' }) } }

let proposer: StaffActor
let second: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  proposer = await aStaffMember('desk')
  second = await aStaffMember('admin')
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function aFamily(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  const { season } = published
  return {
    actor, applicationId, guardian, season,
    deeds: async (basis: DeedBasis) => listDeeds(actor, await the(actor, applicationId), season, MORNING.season, basis),
    bases: async () => listBases(actor, await the(actor, applicationId), season, MORNING.season),
  }
}

async function verified(applicationId: string, owner: { name: string; idNumber: string }, more: Typed = {}): Promise<void> {
  const proposalId = await aProposal(proposer, 'property', aProperty(applicationId, owner, more))
  const decided = await decideProposal({ actor: second, proposalId, outcome: 'approved', note: '', now: MORNING })
  if (!decided.ok) throw new Error(decided.failure.code)
}

test('R-46 while the register is silent a verified deed can be used, and what hangs on the register stays unknown', async () => {
  const { actor, applicationId, guardian, deeds, bases } = await aFamily('no-property')
  await answer(actor, applicationId, 'household')
  await saveStep({ actor, now: MORNING, ask: SILENT, step: 'household', input: { applicationId, answer: 'confirmed' } })
  await verified(applicationId, guardian)
  expect(await deeds('TITLE_DEED')).toMatchObject([{ closedBy: [], property: { source: 'desk' } }])
  expect((await bases()).map(({ basis, state }) => [basis, state])).toEqual([
    ['TITLE_DEED', 'open'], ['GRANDPARENT_DEED', 'unanswered'], ['PURCHASE_CONTRACT', 'unanswered'], ['HOUSEHOLD_REGISTRATION', 'unanswered'], ['NO_VALID_MATERIALS', 'unanswered'],
  ])
})

test('R-21 R-46 a verified home counts as what the family owns', async () => {
  const { actor, applicationId, guardian, bases } = await aFamily('no-property')
  await answer(actor, applicationId, 'basis')
  expect((await bases()).at(-1)).toMatchObject({ basis: 'NO_VALID_MATERIALS', state: 'open' })
  await verified(applicationId, guardian)
  expect((await bases()).at(-1)).toMatchObject({ basis: 'NO_VALID_MATERIALS', state: 'closed', because: 'FAMILY_OWNS_URBAN_HOUSING' })
})

test('R-36 R-46 a verified deed of a bound grandparent is listed with the grandparents’, and with nobody else’s', async () => {
  const { actor, applicationId, deeds } = await aFamily('grandparent-paternal')
  await answer(actor, applicationId, 'deed', MORNING, { basis: 'GRANDPARENT_DEED', grandparent: GRANDFATHER })
  const before = (await deeds('GRANDPARENT_DEED')).length
  await verified(applicationId, GRANDFATHER, { owner1Relation: 'GRANDPARENT' })
  const listed = await deeds('GRANDPARENT_DEED')
  expect(listed).toHaveLength(before + 1)
  expect(listed.find(({ property }) => property.source === 'desk')).toMatchObject({ view: 'full', closedBy: [] })
  expect((await deeds('TITLE_DEED')).filter(({ property }) => property.source === 'desk')).toEqual([])
})

test('R-35 R-46 a typed certificate that no register knows is found once the desk has verified it, and while the register is silent', async () => {
  const { actor, applicationId } = await aFamily('grandparent-paternal-unproved')
  await answer(actor, applicationId, 'grandparent', MORNING, { basis: 'GRANDPARENT_DEED' })
  const input = { applicationId, grandparentName: UNPROVED.name, grandparentIdNumber: UNPROVED.idNumber, agreed: 'yes' } as const
  await saveStep({ actor, now: MORNING, step: 'grandparent', input })
  await approveAppeal(await aSentAppeal(actor, { kind: 'GRANDPARENT_KINSHIP', input: { ...input, kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-1' } }))
  await answer(actor, applicationId, 'certificate', MORNING, { basis: 'GRANDPARENT_DEED', grandparent: UNPROVED, certificateNumber: '' })
  const type = (ask?: Registries) => saveStep({ actor, now: MORNING, ask, step: 'certificate', input: { applicationId, certificateNumber: '安房权证 龙津字第20031207号' } })
  await type()
  expect((await the(actor, applicationId)).answers.certificate).toMatchObject({ outcome: 'not-found' })
  await verified(applicationId, UNPROVED, { owner1Relation: 'GRANDPARENT' })
  for (const ask of [undefined, SILENT]) {
    await type(ask)
    expect((await the(actor, applicationId)).answers).toMatchObject({ certificate: { outcome: 'usable' }, deed: { certificateNumber: '安房权证龙津字第20031207号' } })
  }
})
