import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AUDIT_REASONS, CLAIM_MS, type AuditOutcome } from '@/lib/domain/cases'
import { returnSubmissionContent } from '@/lib/domain/proposals'
import { claimCase } from '@/lib/commands/claim-case'
import { decideAudit } from '@/lib/commands/decide-audit'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { proposeReturn } from '@/lib/commands/propose-return'
import { publishSeason } from '@/lib/commands/publish-season'
import { readCase } from '@/lib/commands/read-case'
import { readScan } from '@/lib/commands/read-scan'
import { releaseCase } from '@/lib/commands/release-case'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { encrypt, keyedIndex } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { listWaitingProposals, readProposal } from '@/lib/data/proposals'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve, aSentAppeal } from '../support/appeals'
import { assisted } from '../support/assisted'
import { frozen } from '../support/clock'
import { addressOf, aProposal } from '../support/desk'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, later, MORNING, signedIn, the } from '../support/journey'
import { aStaffMember } from '../support/staff'

const READ = later(MORNING, 15_000)

/** A season in which this share of submissions is drawn. */
async function drawing(sampling: number): Promise<void> {
  const { files, agreement } = await readSeasonFolder('prisma/seasons/360123-2023')
  if (typeof files?.settings !== 'object' || !agreement) throw new Error('no season')
  const published = await publishSeason({ files: { ...files, settings: { ...files.settings, review: { sampling } } }, agreement })
  if (!published.ok) throw new Error('not published')
}

beforeAll(async () => {
  await loadDemonstration()
  await drawing(0)
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

type Served = Pick<Awaited<ReturnType<typeof aServedConfirmation>>, 'actor' | 'applicationId' | 'fingerprint'>

async function submitted({ actor, applicationId, fingerprint }: Served): Promise<string> {
  const result = await submitApplication({ actor, applicationId, fingerprint, now: READ })
  if (!result.ok) throw new Error(result.failure.code)
  return applicationId
}

async function reasonsOf(applicationId: string) {
  const cases = await db().reviewCase.findMany({ where: { applicationId, kind: 'MATERIAL_AUDIT' }, select: { because: true, schoolCode: true, status: true } })
  return cases.map((one) => one.because)
}

describe('R-48 why a submission is checked', () => {
  test('R-48 one without a reason is not, unless it is drawn', async () => {
    expect(await reasonsOf(await submitted(await aServedConfirmation('deed-father')))).toEqual([])
    await drawing(1)
    const applicationId = await submitted(await aServedConfirmation('deed-student'))
    await drawing(0)
    expect(await db().reviewCase.findFirst({ where: { applicationId } })).toMatchObject({ kind: 'MATERIAL_AUDIT', because: 'sampled', schoolCode: 'SY', county: '360123', status: 'open', appealId: null })
  })

  test('R-48 a child whom the county places by hand', async () => {
    const { guardian, child } = family('residence-permit')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    await approve(await aSentAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '滨江路9号', evidence: '居住证' } }))
    await answer(actor, applicationId, 'confirm', MORNING, { basis: 'NO_VALID_MATERIALS' })
    const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
    expect(await reasonsOf(await submitted({ actor, applicationId, fingerprint: served.ok ? served.value.confirmation.fingerprint : '' }))).toEqual(['by-hand'])
  })

  test('R-48 a home that a family without a common guardian uses already; twins of one father share it', async () => {
    const twin = await submitted(await aServedConfirmation('twin-first'))
    expect(await reasonsOf(await submitted(await aServedConfirmation('twin-second')))).toEqual([])
    const stranger = await aServedConfirmation('deed-father')
    const { homeIndex } = await db().listing.findUniqueOrThrow({ where: { applicationId: stranger.applicationId }, select: { homeIndex: true } })
    await db().listing.update({ where: { applicationId: twin }, data: { homeIndex } })
    expect(await reasonsOf(await submitted(stranger))).toEqual(['shared-property'])
    expect(await reasonsOf(twin)).toEqual([])
  })

  test('R-48 two families that own one home and press at the same moment: the one that comes second is checked', async () => {
    const { guardian } = family('no-property')
    const ownerIndex = keyedIndex('id-number', guardian.idNumber)
    const { certificateIndex } = await db().propertyOwner.findFirstOrThrow({ where: { ownerIndex: keyedIndex('id-number', family('deed-father').guardian.idNumber) } })
    await db().propertyOwner.create({ data: { certificateIndex, ownerIndex, ownerCipher: encrypt('property_owners.owner', guardian.idNumber), position: 2 } })
    for (let time = 0; time < 6; time++) {
      const both = [await aServedConfirmation('deed-father'), await aServedConfirmation('no-property')]
      const reasons = await Promise.all((await Promise.all(both.map(submitted))).map(reasonsOf))
      expect(reasons.flat()).toEqual(['shared-property'])
      await emptyFamilies(getEnv().databaseUrl)
    }
    await db().propertyOwner.deleteMany({ where: { ownerIndex } })
  }, 60_000)

  test('R-48 two registers that call one person by different names', async () => {
    const served = await aServedConfirmation('deed-father')
    const { key, findings } = await the(served.actor, served.applicationId)
    if (findings.household?.outcome !== 'found') throw new Error('no household')
    const { value } = findings.household
    const people = value.people.map((person) => ({ ...person, name: person.idNumber === served.actor.idNumber ? '程远帆' : person.name }))
    await db().finding.update({ where: { id: findings.household.id }, data: { contentCipher: writeContent(key, 'finding', { ...value, people }) } })
    expect(await reasonsOf(await submitted(served))).toEqual(['registries-differ'])
  })

  test('R-46 R-48 what rests on facts that the desk entered', async () => {
    const { guardian, child } = family('residence-permit')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    await approve(await aSentAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '京庄社区1号', evidence: '居住证' } }))
    const [desk, second] = [await aStaffMember('desk'), await aStaffMember('desk')]
    const { key } = await the(actor, applicationId)
    const proposal = await db().proposal.create({
      data: {
        county: '360123', year: 2023, kind: 'identity', applicationId, status: 'approved', proposedById: desk.staffId, proposedAt: new Date(MORNING.season), contentCipher: writeContent(key, 'proposal', {}),
        decidedById: second.staffId, decidedAt: new Date(MORNING.season), decisionCipher: writeContent(key, 'proposal-decision', { schemaVersion: 1, note: '' }),
      },
      select: { id: true },
    })
    const appealed = await db().establishment.findFirstOrThrow({ where: { applicationId } })
    await db().establishment.create({ data: { ...appealed, id: undefined, appealId: null, proposalId: proposal.id } })
    await answer(actor, applicationId, 'confirm', MORNING, { basis: 'NO_VALID_MATERIALS' })
    const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
    expect(await reasonsOf(await submitted({ actor, applicationId, fingerprint: served.ok ? served.value.confirmation.fingerprint : '' }))).toEqual(['desk-facts'])
  })
})

test('R-46 R-48 what rests on facts that the desk entered is checked, with the papers that the desk had scanned and nothing else of the desk', async () => {
  const { guardian, child } = family('deed-unmatched')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'deed')
  const [officer, second] = [await aStaffMember('desk'), await aStaffMember('desk')]
  const match = async (row: string) => ({ applicationId, address: await addressOf(officer, applicationId), row, paper: 'address-certificate', why: '公安证明属东门社区' })
  const refusedId = await aProposal(officer, 'address-match', await match('SY-02'))
  await decideProposal({ actor: second, proposalId: refusedId, outcome: 'refused', note: '不是这一行', now: MORNING })
  await decideProposal({ actor: second, proposalId: await aProposal(officer, 'address-match', await match('LJ-01')), outcome: 'approved', note: '', now: MORNING })
  await answer(actor, applicationId, 'confirm')
  const served = await serveConfirmation({ actor, applicationId, now: MORNING, read: true })
  expect(await reasonsOf(await submitted({ actor, applicationId, fingerprint: served.ok ? served.value.confirmation.fingerprint : '' }))).toEqual(['desk-facts'])
  const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { applicationId, kind: 'MATERIAL_AUDIT' } })
  const reviewer = await aStaffMember('reviewer')
  const opened = await readCase({ actor: reviewer, caseId, now: READ })
  const scans = opened?.file.is === 'submission' ? opened.file.submission.scans : []
  expect(scans).toMatchObject([{ kind: 'address-match', pages: [expect.anything()] }])
  const read = (scanId = '') => readScan({ actor: reviewer, scanId, page: 1, size: 'thumb' })
  expect(await read(scans[0]?.id)).toMatchObject({ ok: true })
  expect(await db().auditEvent.count({ where: { type: 'scan-read', actorId: reviewer.staffId, applicationId } })).toBe(1)
  const { assistanceId } = await assisted(officer, family('deed-father'))
  const { id: consent } = await db().deskScan.findFirstOrThrow({ where: { assistanceId } })
  expect(await read(consent)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
})

describe('R-48 what comes of a check', () => {
  async function anAudit() {
    const served = await aServedConfirmation('deed-father')
    const applicationId = await submitted(served)
    const submission = await db().submission.findFirstOrThrow({ where: { applicationId }, select: { id: true } })
    const { id: caseId } = await db().reviewCase.create({
      data: { county: '360123', year: 2023, kind: 'MATERIAL_AUDIT', because: 'sampled', applicationId, submissionId: submission.id, openedAt: new Date(READ.season), dueAt: new Date(READ.season) },
      select: { id: true },
    })
    const actor = await aStaffMember('reviewer')
    const decided = (outcome: AuditOutcome, reason = '', by = actor, now = READ) => decideAudit({ actor: by, caseId, outcome, reason, now })
    return { ...served, actor, family: served.actor, submissionId: submission.id, caseId, decided }
  }
  const refused = (code: string) => ({ ok: false, failure: { code } })

  test('R-48 confirmed by whoever has it in hand, once; the submission stays as it is', async () => {
    const { actor, caseId, decided } = await anAudit()
    expect(await decided('confirmed')).toEqual(refused('CASE_NOT_YOURS'))
    await claimCase({ actor, caseId, now: READ })
    expect(await decided('confirmed', '', await aStaffMember('reviewer'))).toEqual(refused('CASE_NOT_YOURS'))
    expect(await decided('confirmed', '', actor, later(READ, CLAIM_MS))).toEqual(refused('CASE_NOT_YOURS'))
    expect(await decided('confirmed')).toEqual({ ok: true, value: { caseId } })
    expect(await decided('proposed-for-return', '住址不对')).toEqual(refused('CASE_DECIDED'))
    expect(await db().caseVerdict.findMany({ select: { outcome: true, decidedById: true } })).toEqual([{ outcome: 'confirmed', decidedById: actor.staffId }])
    expect(await db().application.findMany({ select: { status: true } })).toEqual([{ status: 'submitted' }])
    expect(await db().auditEvent.count({ where: { type: 'submission-confirmed' } })).toBe(1)
  })

  test('R-48 which papers were found in order is kept with the verdict, and a reason’s code brings its words where none were written', async () => {
    const { actor, caseId } = await anAudit()
    await claimCase({ actor, caseId, now: READ })
    const paper = randomUUID()
    const { season } = (await getPublishedSeason('360123', 2023)) ?? {}
    const blurred = season?.reasons.find(({ kind, code }) => kind === '' && code === 'blurred')
    expect(await decideAudit({ actor, caseId, outcome: 'proposed-for-return', reason: ' ', reasonCode: 'blurred', checked: [paper], now: READ })).toMatchObject({ ok: true })
    const opened = await readCase({ actor, caseId, now: READ })
    expect(opened?.file.is === 'submission' && opened.file.submission.all).toMatchObject([
      { round: 1, returned: null, checks: [{ outcome: 'proposed-for-return', by: actor.name, at: READ.season, reasonCode: 'blurred', reason: blurred?.words, checked: [paper] }] },
    ])
  })

  test('R-48 of several checks of a submission one is decided and counts; the others close with it and were not', async () => {
    const { actor, caseId, applicationId, submissionId, decided } = await anAudit()
    await db().reviewCase.create({ data: { county: '360123', year: 2023, kind: 'MATERIAL_AUDIT', because: 'desk-facts', applicationId, submissionId, openedAt: new Date(READ.season), dueAt: new Date(READ.season) } })
    await claimCase({ actor, caseId, now: READ })
    await decided('confirmed', '', actor, later(READ, 90 * 1000))
    expect(await db().reviewCase.findMany({ select: { id: true, status: true, outcome: true, tookMs: true }, orderBy: { because: 'desc' } })).toEqual([
      { id: caseId, status: 'closed', outcome: 'confirmed', tookMs: 90 * 1000 },
      { id: expect.any(String), status: 'closed', outcome: null, tookMs: null },
    ])
  })

  test('R-48 its return is proposed with a reason, for others to decide; nobody proposes it twice', async () => {
    const { actor, caseId, submissionId, applicationId, family: guardian, decided } = await anAudit()
    await claimCase({ actor, caseId, now: READ })
    expect(await decided('proposed-for-return', '　')).toEqual(refused('REASON_MISSING'))
    expect(await decided('proposed-for-return', '地址与房产不一致')).toMatchObject({ ok: true })
    const [proposal] = await listWaitingProposals(db(), actor)
    if (!proposal) throw new Error('no proposal')
    expect(proposal).toMatchObject({ kind: 'return-submission', applicationId, proposedById: actor.staffId })
    const { key } = await the(guardian, applicationId)
    expect(await readProposal(db(), proposal, key, returnSubmissionContent)).toEqual({ schemaVersion: 1, submissionId, reason: '地址与房产不一致' })
    await db().reviewCase.create({ data: { county: '360123', year: 2023, kind: 'MATERIAL_AUDIT', because: 'desk-facts', applicationId, submissionId, openedAt: new Date(), dueAt: new Date(), claimedById: actor.staffId, claimedUntil: new Date(later(READ, CLAIM_MS).real) } })
    const other = await db().reviewCase.findFirstOrThrow({ where: { status: 'open' }, select: { id: true } })
    expect(await decideAudit({ actor, caseId: other.id, outcome: 'proposed-for-return', reason: '再提', now: READ })).toEqual(refused('RETURN_ALREADY_PROPOSED'))
  })

  test('R-48 after the close nothing goes back: the page does not offer it, the command says so, and a confirmation still closes the check', async () => {
    const { actor, caseId, decided } = await anAudit()
    const closed = { real: READ.real, season: frozen('2023-08-28 10:00:00.000').season }
    expect(await readCase({ actor, caseId, now: READ })).toMatchObject({ returnable: true })
    await claimCase({ actor, caseId, now: closed })
    expect(await readCase({ actor, caseId, now: closed })).toMatchObject({ returnable: false })
    expect(await decided('proposed-for-return', '地址与房产不一致', actor, closed)).toEqual(refused('RETURN_CLOSED'))
    expect(await decided('confirmed', '', actor, closed)).toMatchObject({ ok: true })
  })

  test('R-48 its return is proposed once, whoever presses at the same moment: reviewers and an administrator', async () => {
    const { actor, caseId, submissionId, applicationId } = await anAudit()
    const admin = await aStaffMember('admin')
    const more = await db().reviewCase.createManyAndReturn({
      data: AUDIT_REASONS.filter((because) => because !== 'sampled').map((because) => ({ county: '360123', year: 2023, kind: 'MATERIAL_AUDIT', because, applicationId, submissionId, openedAt: new Date(), dueAt: new Date() })),
      select: { id: true },
    })
    const cases = [caseId, ...more.map((one) => one.id)]
    for (const id of cases) await claimCase({ actor, caseId: id, now: READ })
    const pressed = await Promise.all([
      ...cases.map((id) => decideAudit({ actor, caseId: id, outcome: 'proposed-for-return', reason: '住址不对', now: READ })),
      proposeReturn({ actor: admin, applicationId, reason: '住址不对', now: READ }),
    ])
    expect(pressed.filter((one) => one.ok)).toHaveLength(1)
    expect(await listWaitingProposals(db(), actor)).toHaveLength(1)
  })

  test('R-48 decided, released and claimed at once: one verdict, or none', async () => {
    const { actor, caseId, decided } = await anAudit()
    await claimCase({ actor, caseId, now: READ })
    const other = await aStaffMember('reviewer')
    const [verdict, released, claimed] = await Promise.all([decided('confirmed'), releaseCase({ actor, caseId, now: READ }), claimCase({ actor: other, caseId, now: READ })])
    expect([verdict, released].filter((one) => one.ok)).toHaveLength(1)
    expect(claimed.ok && verdict.ok).toBe(false)
    expect(await db().caseVerdict.count()).toBe(verdict.ok ? 1 : 0)
  })

  test('R-52 another county’s reviewer finds no such check', async () => {
    const { caseId, decided } = await anAudit()
    const stranger = await aStaffMember('reviewer', { county: '360124' })
    expect(await claimCase({ actor: stranger, caseId, now: READ })).toEqual(refused('NOT_FOUND'))
    expect(await decided('confirmed', '', stranger)).toEqual(refused('NOT_FOUND'))
  })
})
