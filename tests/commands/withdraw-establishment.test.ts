import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { openProposal } from '@/lib/commands/open-proposal'
import { saveProposal } from '@/lib/commands/save-proposal'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import { standingOf } from '@/lib/domain/standing'
import { db } from '@/lib/data/db'
import { listDeeds } from '@/lib/data/deeds'
import { listScansBehind } from '@/lib/data/desk-scans'
import { listMessages } from '@/lib/data/messages'
import { getPublishedSeason } from '@/lib/data/seasons'
import { listWithdrawals } from '@/lib/data/withdrawals'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aSentAppeal, approve as approveAppeal, theAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { addressOf, aProperty, aProposal, typed } from '../support/desk'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, MORNING, signedIn, the } from '../support/journey'
import { aStaffMember } from '../support/staff'

let proposer: StaffActor
let second: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  proposer = await aStaffMember('desk')
  second = await aStaffMember('desk')
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function aFamily(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'deed')
  return { actor, applicationId, guardian }
}

async function deedsOf({ actor, applicationId }: { actor: GuardianActor; applicationId: string }) {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return listDeeds(actor, await the(actor, applicationId), published.season, MORNING.season, 'TITLE_DEED')
}

const approve = (proposalId: string, actor = second) => decideProposal({ actor, proposalId, outcome: 'approved', note: '', now: MORNING })
const refused = (code: string) => ({ ok: false, failure: { code } })
const match = async (applicationId: string, row: string) => ({ applicationId, address: await addressOf(proposer, applicationId), row, paper: 'address-certificate', why: '公安证明' })

describe('R-46 what was established wrongly', () => {
  const wrong = async (applicationId: string, kind = 'property') => (await db().establishment.findFirstOrThrow({ where: { applicationId, kind } })).id

  test('R-46 a property that was wrongly verified counts no longer once two officers take it back; the row itself stays', async () => {
    const walk = await aFamily('no-property')
    await approve(await aProposal(proposer, 'property', aProperty(walk.applicationId, walk.guardian)))
    await answer(walk.actor, walk.applicationId, 'confirm')
    const establishmentId = await wrong(walk.applicationId)
    const proposalId = await aProposal(proposer, 'withdrawal', { applicationId: walk.applicationId, establishmentId, why: '查询证明是另一户的' })
    expect(await deedsOf(walk)).toHaveLength(1)
    const papers = async () => listScansBehind(db(), await the(walk.actor, walk.applicationId), new Date(MORNING.season))
    expect(await papers()).toMatchObject([{ kind: 'property' }])
    const opened = await openProposal({ actor: second, proposalId, now: MORNING })
    expect(opened?.outcome?.after.find(({ basis }) => basis === 'TITLE_DEED')).toMatchObject({ offer: null })
    expect(await approve(proposalId, proposer)).toEqual(refused('SAME_OFFICER'))
    expect(await approve(proposalId)).toEqual({ ok: true, value: { kind: 'withdrawal' } })
    expect(await deedsOf(walk)).toEqual([])
    expect(await papers()).toEqual([])
    const { established, answers } = await the(walk.actor, walk.applicationId)
    expect(established).toMatchObject({ properties: [], withdrawn: [{ fact: { id: establishmentId, kind: 'property' }, appealId: null }] })
    expect(answers).toMatchObject({ record: {}, agreement: {}, household: {} })
    expect(answers.basis).toBeUndefined()
    expect(await db().establishment.count({ where: { id: establishmentId } })).toBe(1)
    // What had been confirmed is read by whoever decides later, with who took it back and why; what another county said is not.
    const application = await the(walk.actor, walk.applicationId)
    expect(await listWithdrawals(db(), application)).toMatchObject([{ fact: { id: establishmentId, kind: 'property' }, establishedAt: MORNING.season, at: MORNING.season, by: `${proposer.name}、${second.name}`, why: '查询证明是另一户的' }])
    expect(await listWithdrawals(db(), { ...application, county: '360124' })).toEqual([])
    expect((await openProposal({ actor: second, proposalId, now: MORNING }))?.entry).toMatchObject({ known: { id: establishmentId, kind: 'property' } })
    const again = await saveProposal({ actor: proposer, now: MORNING, given: typed('withdrawal', { applicationId: walk.applicationId, establishmentId, why: '再试一次' }) })
    expect(again).toMatchObject({ ok: false, failure: { code: 'ESTABLISHMENT_MISSING', field: 'establishmentId' } })
  })

  test('R-46 a match that is taken back leaves the address to the machine; two withdrawals of one thing establish one', async () => {
    const walk = await aFamily('deed-father')
    await approve(await aProposal(proposer, 'address-match', await match(walk.applicationId, 'SY-07')))
    expect((await deedsOf(walk))[0]?.determination.placement.row).toBe('SY-07')
    const fields = { applicationId: walk.applicationId, establishmentId: await wrong(walk.applicationId, 'address-match'), why: '机器原来是对的' }
    const [one, other] = [await aProposal(proposer, 'withdrawal', fields), await aProposal(proposer, 'withdrawal', fields)]
    expect(await approve(one)).toMatchObject({ ok: true })
    expect(await approve(other)).toEqual(refused('PROPOSAL_OUTDATED'))
    expect((await deedsOf(walk))[0]?.determination.placement.row).toBe('YF-03')
  })

  test('R-46 R-42 what a reviewer approved in an appeal as well: no valid materials', async () => {
    const { guardian, child } = family('residence-permit')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    const claim = { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '龙津镇京庄社区', evidence: 'JZZ-1' } } as const
    const appealId = await aSentAppeal(actor, claim)
    await approveAppeal(appealId)
    const fields = { applicationId, establishmentId: await wrong(applicationId, 'no-valid-materials'), why: '居住证不是本人的' }
    expect(await approve(await aProposal(proposer, 'withdrawal', fields))).toMatchObject({ ok: true })
    const taken = await the(actor, applicationId)
    expect(taken.established.materials).toBeNull()
    expect(taken.established.withdrawn).toMatchObject([{ at: MORNING.season, appealId, fact: { id: fields.establishmentId, kind: 'no-valid-materials' } }])
    const messages = await listMessages(actor)
    expect(messages.find(({ told }) => told.code === 'desk-entered')?.told.content).toMatchObject({ entered: 'withdrawal', fact: 'no-valid-materials' })

    // It is not 已通过 any more, neither on its own page nor on the children's; the decision stays, and another appeal can be made.
    expect(await theAppeal(actor, appealId)).toMatchObject({ status: 'approved', takenBackAt: MORNING.season, history: [{ decision: { outcome: 'approved' } }] })
    const published = await getPublishedSeason(COUNTY, 2023)
    if (!published) throw new Error('no season')
    expect(standingOf(taken, published.season.settings, MORNING.season)).toEqual({ code: 'filling', step: 'basis' })
    const afterwards = later(MORNING, 60_000)
    await approveAppeal(await aSentAppeal(actor, { ...claim, input: { ...claim.input, evidence: 'JZZ-2' } }, afterwards), afterwards)
    const again = await the(actor, applicationId)
    expect(again.established.materials).not.toBeNull()
    expect(again.appeals).toMatchObject([{ takenBackAt: null }, { id: appealId, takenBackAt: MORNING.season }])
  })
})
