import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeCounty } from '@/lib/commands/change-county'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { findFamilies } from '@/lib/commands/find-families'
import { openFamily } from '@/lib/commands/open-family'
import { openProposal } from '@/lib/commands/open-proposal'
import { readScan } from '@/lib/commands/read-scan'
import { saveProposal } from '@/lib/commands/save-proposal'
import { saveStep } from '@/lib/commands/save-step'
import { sendProposal } from '@/lib/commands/send-proposal'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawProposal } from '@/lib/commands/withdraw-proposal'
import type { StaffActor } from '@/lib/domain/actor'
import { submissionContent } from '@/lib/domain/submission'
import { db } from '@/lib/data/db'
import { listDeeds } from '@/lib/data/deeds'
import { listOwnLines, listWaitingLines } from '@/lib/data/desk-proposals'
import { listScans } from '@/lib/data/desk-scans'
import { readContent } from '@/lib/data/json'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aSentAppeal, approve as approveAppeal } from '../support/appeals'
import { emptyFamilies, withClient } from '../support/database'
import { addressOf, aDraftProposal, aProperty, aProposal, scan, typed } from '../support/desk'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn, the, type Asking } from '../support/journey'
import { aStaffMember } from '../support/staff'

let proposer: StaffActor
let second: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  proposer = await aStaffMember('desk', { name: '程窗口' })
  second = await aStaffMember('desk', { name: '李窗口' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function aFamily(walk: string, asking?: Asking) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'deed', MORNING, asking)
  return { actor, applicationId, guardian, child }
}

async function deedsOf(walk: Awaited<ReturnType<typeof aFamily>>) {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  return listDeeds(walk.actor, await the(walk.actor, walk.applicationId), published.season, MORNING.season, 'TITLE_DEED')
}

const approve = (proposalId: string, actor = second) => decideProposal({ actor, proposalId, outcome: 'approved', note: '', now: MORNING })
const match = async (applicationId: string, row = 'LJ-01', use = 'property') => ({ applicationId, address: await addressOf(proposer, applicationId, use), row, paper: 'address-certificate', why: '公安证明滨江路9号原属东门社区' })
const refused = (code: string) => ({ ok: false, failure: { code } })

/** From the first deed to the receipt, and what was frozen with it. */
async function submitted({ actor, applicationId }: Awaited<ReturnType<typeof aFamily>>) {
  await answer(actor, applicationId, 'confirm')
  const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  const sent = await submitApplication({ actor, applicationId, fingerprint: served.value.confirmation.fingerprint, now: later(MORNING, 15_000) })
  if (!sent.ok) throw new Error(sent.failure.code)
  const { contentCipher } = await db().submission.findFirstOrThrow({ where: { applicationId } })
  const { key } = await the(actor, applicationId)
  return { ...readContent(key, 'submission', contentCipher, submissionContent), confirmation: served.value.confirmation }
}

describe('what two officers enter', () => {
  test('R-24 R-46 an address without a match can be used once a second officer approves the row, and the submission names its source', async () => {
    const walk = await aFamily('deed-unmatched')
    expect((await deedsOf(walk))[0]?.closedBy).toEqual(['ADDRESS_UNMATCHED'])
    const proposalId = await aProposal(proposer, 'address-match', await match(walk.applicationId))
    expect((await deedsOf(walk))[0]?.closedBy).toEqual(['ADDRESS_UNMATCHED'])
    expect(await approve(proposalId)).toEqual({ ok: true, value: { kind: 'address-match' } })
    const { shown, establishmentIds, confirmation } = await submitted(walk)
    expect(shown.property.verified).toEqual(['address'])
    expect(confirmation.determination.placement).toMatchObject({ status: 'matched', row: 'LJ-01', schools: ['LJ'] })
    expect(confirmation.determination.trace).toContainEqual({ code: 'MATCHED_BY_DESK', verdict: 'met', because: { whose: 'basis', row: 'LJ-01' } })
    const [establishment] = await db().establishment.findMany()
    expect(establishment).toMatchObject({ kind: 'address-match', proposalId, establishedBy: '程窗口、李窗口' })
    expect(establishmentIds).toContain(establishment?.id)
    expect(await db().listing.findFirst()).toMatchObject({ schoolCode: 'LJ', catchmentRow: 'LJ-01' })
    expect((await db().message.findMany({ where: { code: 'desk-entered' } })).length).toBe(1)
  })

  test('R-46 the desk’s word stands before the table’s where the machine’s match is wrong, on the household’s address too', async () => {
    const walk = await aFamily('deed-father')
    expect((await deedsOf(walk))[0]?.determination.placement.row).toBe('YF-03')
    await approve(await aProposal(proposer, 'address-match', await match(walk.applicationId, 'SY-07')))
    expect((await deedsOf(walk))[0]?.determination).toMatchObject({ placement: { row: 'SY-07' }, category: { code: '3' } })
    await approve(await aProposal(proposer, 'address-match', await match(walk.applicationId, 'SY-07', 'household')))
    expect((await deedsOf(walk))[0]?.determination.category).toMatchObject({ code: '1' })
  })

  test('R-23 R-46 a property that no register knows is entered, judged like any other, and named as verified offline', async () => {
    const walk = await aFamily('no-property')
    expect(await deedsOf(walk)).toEqual([])
    await approve(await aProposal(proposer, 'property', aProperty(walk.applicationId, walk.guardian)))
    expect(await deedsOf(walk)).toMatchObject([{ closedBy: [], property: { source: 'desk', certificateNumber: '安房权证龙津字第20031207号' } }])
    const { shown, establishmentIds, confirmation } = await submitted(walk)
    expect(shown.property).toMatchObject({ verified: ['property'], number: '安房权证龙津字第****207号' })
    expect(confirmation.determination.placement).toMatchObject({ row: 'LJ-03' })
    expect(establishmentIds).toEqual((await db().establishment.findMany()).map(({ id }) => id))
  })

  test('R-46 what the desk verified stands in place of what a register has under the same number, however it is written', async () => {
    const walk = await aFamily('deed-shop')
    const [shop] = await deedsOf(walk)
    expect(shop?.closedBy).toEqual(['NOT_RESIDENTIAL'])
    const certificateNumber = shop?.property.certificateNumber.replace('（', ' (').replace('）', ') ') ?? ''
    await approve(await aProposal(proposer, 'property', aProperty(walk.applicationId, walk.guardian, { certificateNumber })))
    expect(await deedsOf(walk)).toMatchObject([{ closedBy: [], property: { use: '住宅', source: 'desk' } }])
  })

  test('R-27 R-46 what is approved while a family reads its confirmation starts the reading again', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father')
    await approve(await aProposal(proposer, 'address-match', await match(applicationId, 'SY-07')))
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 15_000) })).toEqual(refused('CONFIRMATION_CHANGED'))
    const anew = await serveConfirmation({ actor, applicationId, now: later(MORNING, 15_000), read: true })
    expect(anew).toMatchObject({ ok: true, value: { readingLeftMs: 15_000, confirmation: { shown: { property: { verified: ['address'] } } } } })
  })

  test('R-46 a contract that was closed for want of a match can be used at once', async () => {
    const { guardian, child } = family('contract')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'contract', MORNING, { basis: 'PURCHASE_CONTRACT' })
    const contract = { contractNumber: 'AY1', county: COUNTY, address: '江西省南昌市安义县龙津镇滨江路9号', use: '住宅', buyers: [guardian], filedOn: null }
    const ask = { ...registries(), contract: { findContract: () => Promise.resolve({ outcome: 'found' as const, value: { schemaVersion: 1 as const, contracts: [contract] }, snapshotVersion: null }) } }
    expect(await saveStep({ actor, now: MORNING, ask, step: 'contract', input: { applicationId, contractNumber: 'AY1' } })).toMatchObject({ ok: true, value: { next: 'contract' } })
    await approve(await aProposal(proposer, 'address-match', await match(applicationId, 'SX-06', 'contract')))
    const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
    expect(served).toMatchObject({ ok: true, value: { confirmation: { determination: { placement: { row: 'SX-06' } }, shown: { property: { verified: ['address'] } } } } })
  })

  test('R-12 R-46 student and guardians as papers prove them become the record, and the family goes on with them', async () => {
    const { guardian, child } = family('child-not-on-record')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    const fields = { applicationId, studentName: child.name, guardian1Name: guardian.name, guardian1IdNumber: guardian.idNumber, guardian1Relation: 'FATHER', householdAddress: '江西省南昌市安义县龙津镇教育北路58号', headIdNumber: guardian.idNumber, paper: 'household-book' }
    const without = await saveProposal({ actor: proposer, now: MORNING, given: typed('identity', { ...fields, guardian1IdNumber: family('deed-father').guardian.idNumber }) })
    expect(without).toMatchObject({ ok: false, failure: { code: 'GUARDIAN_NOT_AMONG', field: 'guardian1IdNumber' } })
    await approve(await aProposal(proposer, 'identity', fields))
    expect(await the(actor, applicationId)).toMatchObject({ answers: { record: {} }, established: { record: { value: { student: { name: child.name }, household: { headIdNumber: guardian.idNumber } } } } })
    expect(await db().guardianship.findMany({ where: { source: 'county' } })).toMatchObject([{ guardianId: actor.guardianId, relation: 'FATHER' }])
    await answer(actor, applicationId, 'agreement')
    expect((await the(actor, applicationId)).answers.record).toBeDefined()
  })

  test('R-46 a guardianship that the county established ends by two officers, and so does the record that names that guardian', async () => {
    const { guardian, child } = family('record-wrong-father')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    const mother = family('record-wrong-mother').guardian
    await approveAppeal(await aSentAppeal(actor, { kind: 'GUARDIAN_MISMATCH', input: { applicationId, studentName: child.name, relation: 'FATHER', otherName: mother.name, otherIdNumber: mother.idNumber, otherRelation: 'MOTHER', explanation: '登记的母亲是别人' } }))
    const established = await db().guardianship.findFirstOrThrow({ where: { source: 'county' } })
    await approve(await aProposal(proposer, 'remove-guardian', { applicationId, guardianId: established.guardianId, why: '法院判决撤销' }))
    expect(await db().guardianship.count({ where: { source: 'county' } })).toBe(0)
    const application = await the(actor, applicationId)
    expect(application.established.record?.value.guardians.map((one) => one.idNumber)).toEqual([guardian.idNumber])
    expect(application.answers).toEqual({ schemaVersion: 1, record: { findingId: application.established.record?.id } })
    expect(await saveProposal({ actor: proposer, now: MORNING, given: typed('remove-guardian', { applicationId, guardianId: actor.guardianId, why: '试' }) })).toMatchObject(refused('GUARDIAN_MISSING'))
  })
})

describe('the second officer', () => {
  test('R-46 is another person: the command says so, and the database holds it', async () => {
    const { applicationId } = await aFamily('deed-unmatched')
    const proposalId = await aProposal(proposer, 'address-match', await match(applicationId))
    expect(await approve(proposalId, proposer)).toEqual(refused('SAME_OFFICER'))
    const byHand = (sql: string) => withClient(getEnv().databaseUrl, (client) => client.query(sql, [proposalId]))
    await expect(byHand(`UPDATE proposals SET status = 'approved', decided_by_id = proposed_by_id, decided_at = now() WHERE id = $1`)).rejects.toThrow(/proposals_two_officers/)
    await expect(byHand(`UPDATE proposals SET status = 'approved' WHERE id = $1`)).rejects.toThrow(/proposals_decided_by_somebody/)
    await expect(byHand(`UPDATE proposals SET content_cipher = 'own:x' WHERE id = $1`)).rejects.toThrow(/written once/)
    await expect(byHand(`INSERT INTO establishments (id, application_id, kind, proposal_id, established_at, established_by, content_cipher) SELECT gen_random_uuid(), application_id, kind, id, now(), 'x', 'x' FROM proposals WHERE id = $1`)).rejects.toThrow(/is not approved/)
    await expect(byHand(`INSERT INTO establishments (id, application_id, kind, established_at, established_by, content_cipher) SELECT gen_random_uuid(), application_id, kind, now(), 'x', 'x' FROM proposals WHERE id = $1`)).rejects.toThrow(/establishments_of_the_desk/)
    expect(await db().establishment.count()).toBe(0)
  })

  test('R-46 two second officers at once: one decides, and what is established is established once', async () => {
    const { applicationId } = await aFamily('deed-unmatched')
    const proposalId = await aProposal(proposer, 'address-match', await match(applicationId))
    const third = await aStaffMember('admin')
    const decisions = await Promise.all([approve(proposalId), approve(proposalId, third), decideProposal({ actor: third, proposalId, outcome: 'refused', note: '重复', now: MORNING })])
    expect(decisions.filter((one) => one.ok)).toHaveLength(1)
    expect(decisions.filter((one) => !one.ok)).toEqual([refused('CHANGED_MEANWHILE'), refused('CHANGED_MEANWHILE')])
    expect(await db().establishment.count()).toBeLessThanOrEqual(1)
  })

  test('R-46 reads what was so when it was proposed: what has changed since can only be refused, with a reason', async () => {
    const { applicationId } = await aFamily('deed-unmatched')
    const first = await aProposal(proposer, 'address-match', await match(applicationId, 'LJ-01'))
    const other = await aProposal(proposer, 'address-match', await match(applicationId, 'SY-02'))
    await approve(first)
    expect(await approve(other)).toEqual(refused('PROPOSAL_OUTDATED'))
    expect(await openProposal({ actor: second, proposalId: other, now: MORNING })).toMatchObject({ outcome: null })
    expect(await decideProposal({ actor: second, proposalId: other, outcome: 'refused', note: ' ', now: MORNING })).toEqual(refused('REFUSAL_NOTE_MISSING'))
    expect(await decideProposal({ actor: second, proposalId: other, outcome: 'refused', note: '已按另一份匹配', now: MORNING })).toMatchObject({ ok: true })
    expect(await listOwnLines(proposer)).toMatchObject([{ status: 'refused', decidedBy: '李窗口' }, { status: 'approved' }])
  })

  test('R-28 R-46 what is submitted does not change: nothing is entered any more, nor approved', async () => {
    const walk = await aFamily('deed-father')
    const waiting = await aProposal(proposer, 'address-match', await match(walk.applicationId, 'SY-07'))
    await submitted(walk)
    expect(await approve(waiting)).toEqual(refused('FAMILY_NOT_OPEN'))
    expect(await saveProposal({ actor: proposer, now: MORNING, given: typed('property', aProperty(walk.applicationId, walk.guardian)) })).toEqual(refused('FAMILY_NOT_OPEN'))
  })

  test('R-46 sees before and after by the rules’ own word', async () => {
    const { applicationId, guardian } = await aFamily('no-property')
    const opened = await openProposal({ actor: second, proposalId: await aProposal(proposer, 'property', aProperty(applicationId, guardian)), now: MORNING })
    expect(opened).toMatchObject({ proposedBy: '程窗口', entry: { known: null }, scans: [{ name: '查询证明.jpg' }] })
    expect(opened?.outcome?.before[0]).toMatchObject({ basis: 'TITLE_DEED', offer: null, count: 0 })
    expect(opened?.outcome?.after[0]).toMatchObject({ basis: 'TITLE_DEED', count: 1, offer: { determination: { placement: { schools: ['LJ'] } } } })
  })
})

describe('a proposal before it is laid before anybody', () => {
  test('R-46 is the officer’s own draft: typed again, without scans it is not sent, and nobody else has it before them', async () => {
    const { applicationId, guardian } = await aFamily('no-property')
    const proposalId = await aDraftProposal(proposer, 'property', aProperty(applicationId, guardian))
    expect(await listWaitingLines(second)).toEqual([])
    expect(await openProposal({ actor: second, proposalId, now: MORNING })).toBeNull()
    expect(await approve(proposalId)).toEqual(refused('NOT_FOUND'))
    expect(await sendProposal({ actor: proposer, proposalId, now: MORNING })).toEqual(refused('SCANS_MISSING'))
    expect(await scan(second, proposalId)).toEqual(refused('NOT_FOUND'))
    await scan(proposer, proposalId)
    await saveProposal({ actor: proposer, now: MORNING, given: typed('property', { ...aProperty(applicationId, guardian), proposalId, use: '成套住宅' }) })
    expect(await sendProposal({ actor: proposer, proposalId, now: MORNING })).toEqual({ ok: true, value: null })
    expect(await scan(proposer, proposalId)).toEqual(refused('CHANGED_MEANWHILE'))
    expect(await openProposal({ actor: second, proposalId, now: MORNING })).toMatchObject({ entry: { property: { use: '成套住宅' } }, scans: [{}] })
    expect(await listWaitingLines(second)).toMatchObject([{ id: proposalId, child: '闵亦辰', proposedBy: '程窗口' }])
  })

  test('R-46 is taken back by whoever proposed it, and by nobody else', async () => {
    const { applicationId } = await aFamily('deed-unmatched')
    const proposalId = await aProposal(proposer, 'address-match', await match(applicationId))
    expect(await withdrawProposal({ actor: second, proposalId, now: MORNING })).toEqual(refused('NOT_FOUND'))
    expect(await withdrawProposal({ actor: proposer, proposalId, now: MORNING })).toEqual({ ok: true, value: { applicationId } })
    expect(await approve(proposalId)).toEqual(refused('CHANGED_MEANWHILE'))
  })
})

describe('another county', () => {
  test('R-52 finds, opens, reads and decides nothing of it', async () => {
    const { applicationId, child } = await aFamily('deed-unmatched')
    const proposalId = await aProposal(proposer, 'address-match', await match(applicationId))
    const elsewhere = await aStaffMember('desk', { county: '360124' })
    const [paper] = await listScans(db(), proposalId, await the(await signedIn(family('deed-unmatched')), applicationId))
    expect(await openFamily({ actor: elsewhere, applicationId })).toBeNull()
    expect(await openProposal({ actor: elsewhere, proposalId, now: MORNING })).toBeNull()
    expect(await approve(proposalId, elsewhere)).toEqual(refused('NOT_FOUND'))
    expect(await readScan({ actor: elsewhere, scanId: paper?.id ?? '', page: 1, size: 'full' })).toEqual(refused('NOT_FOUND'))
    expect(await findFamilies({ actor: elsewhere, typed: child.idNumber, now: MORNING })).toMatchObject({ ok: true, value: [] })
    expect(await listWaitingLines(elsewhere)).toEqual([])
    expect(await readScan({ actor: second, scanId: paper?.id ?? '', page: 1, size: 'full' })).toMatchObject({ ok: true })
    expect(await db().auditEvent.findMany({ where: { type: 'scan-read' } })).toMatchObject([{ actorId: second.staffId, applicationId }])
  })

  test('R-52 has nothing of the first one’s word once a draft has moved: neither what waits nor what was approved', async () => {
    const walk = await aFamily('deed-unmatched')
    await approve(await aProposal(proposer, 'address-match', await match(walk.applicationId)))
    const waiting = await aProposal(proposer, 'address-match', await match(walk.applicationId, 'SY-02'))
    expect(await changeCounty({ actor: walk.actor, applicationId: walk.applicationId, county: '360124', now: MORNING })).toEqual({ ok: true, value: null })
    expect(await db().proposal.findUnique({ where: { id: waiting } })).toMatchObject({ status: 'withdrawn' })
    expect((await the(walk.actor, walk.applicationId)).established.matches).toEqual([])
  })
})

describe('the desk’s search', () => {
  test('R-46 finds a family by the whole ID number of child or guardian, by the receipt and by part of a name; not by part of a number', async () => {
    const walk = await aFamily('deed-father')
    await submitted(walk)
    const { receiptNumber } = await db().submission.findFirstOrThrow()
    for (const typed of [walk.child.idNumber, ` ${walk.guardian.idNumber.toLowerCase()} `, receiptNumber, walk.child.name.slice(1), walk.guardian.name]) {
      expect(await findFamilies({ actor: proposer, typed, now: MORNING }), typed).toMatchObject({ ok: true, value: [{ applicationId: walk.applicationId, child: walk.child.name }] })
    }
    expect(await findFamilies({ actor: proposer, typed: walk.child.idNumber.slice(0, 14), now: MORNING })).toMatchObject(refused('NUMBER_INCOMPLETE'))
    expect(await db().auditEvent.count({ where: { type: 'applications-searched', actorId: proposer.staffId } })).toBe(5)
  })
})
