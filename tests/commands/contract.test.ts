import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveStep } from '@/lib/commands/save-step'
import { submitApplication } from '@/lib/commands/submit-application'
import { listBases } from '@/lib/data/bases'
import { findFamilyContract } from '@/lib/data/contracts'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { findReceipt } from '@/lib/data/submissions'
import { furthestStep } from '@/lib/domain/journey'
import type { Answer, ContractFinding } from '@/lib/domain/findings'
import { getEnv } from '@/lib/env'
import { registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn, the } from '../support/journey'

const NUMBER = 'AY2023991501'
const CONTRACT = { basis: 'PURCHASE_CONTRACT' } as const

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function atContract(walk: string) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'contract', MORNING, CONTRACT)
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  const query = (contractNumber: string, found?: Answer<ContractFinding>) =>
    saveStep({
      actor, now: MORNING, step: 'contract', input: { applicationId, contractNumber },
      ask: found && { ...registries(), contract: { findContract: () => Promise.resolve(found) } },
    })
  return { actor, applicationId, season: published.season, query }
}

/** What the register would say of a contract that the demonstration's family bought, but for this. */
function filed(but: Partial<ContractFinding['contracts'][number]>): Answer<ContractFinding> {
  const buyer = { idNumber: family('contract').guardian.idNumber, name: family('contract').guardian.name }
  const contract = { contractNumber: NUMBER, county: COUNTY, address: '江西省南昌市安义县龙津镇蔚蓝国际9栋1单元802室', use: '住宅', buyers: [buyer], filedOn: null, ...but }
  return { outcome: 'found', value: { schemaVersion: 1, contracts: [contract] }, snapshotVersion: 'test' }
}

describe('R-37 a contract by its number', () => {
  test('R-37 R-38 the signed-in buyer’s contract leads to the confirmation, category and school, in whatever letters it is typed', async () => {
    const { confirmation } = await aServedConfirmation('contract', MORNING, { ...CONTRACT, contractNumber: ' ａy2023 991501 ' })
    expect(confirmation.determination.category?.row).toBe('K4')
    expect(confirmation.determination.placement.schools).toEqual(['SY'])
    expect(confirmation.shown.property).toEqual({ kind: '购房合同', address: '江西省南昌市安义县龙津镇蔚蓝国际9栋1单元802室', owners: ['岳长歌'], number: 'AY****501', verified: [] })
  })

  test('R-38 fifteen seconds, submit, receipt', async () => {
    const { actor, applicationId, fingerprint, confirmation } = await aServedConfirmation('contract', MORNING, { ...CONTRACT, contractNumber: NUMBER })
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 14_999) })).toMatchObject({ failure: { code: 'TOO_EARLY' } })
    expect(await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 15_000) })).toMatchObject({ ok: true })
    expect((await findReceipt(actor, applicationId))?.shown).toEqual(confirmation.shown)
  })

  test('R-37 the buyer must be signed in: the other guardian’s contract is kept, closed, and leads nowhere', async () => {
    const { actor, applicationId, season, query } = await atContract('contract-mother-signs-in')
    expect(await query(NUMBER)).toEqual({ ok: true, value: { next: 'contract' } })
    const application = await the(actor, applicationId)
    expect(application.answers.contract).toEqual({ contractNumber: NUMBER, outcome: 'closed' })
    expect(findFamilyContract(actor, application, season, MORNING.season)?.closedBy).toEqual(['BUYER_NOT_SIGNED_IN'])
    expect(furthestStep(application.answers)).toBe('contract')
  })

  test('R-37 of a stranger’s contract nothing is told or kept: it is like a number that does not exist', async () => {
    const { actor, applicationId, query } = await atContract('deed-father')
    const seen: unknown[] = []
    for (const number of [NUMBER, 'AY2023000000']) {
      const answered = await query(number)
      const { answers, findings } = await the(actor, applicationId)
      seen.push({ answered, outcome: answers.contract?.outcome, finding: findings.contract?.outcome, kept: answers.contract?.contractNumber === number })
    }
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).toEqual({ answered: { ok: true, value: { next: 'contract' } }, outcome: 'not-found', finding: 'not-found', kept: true })
    expect(await db().finding.count({ where: { registry: 'contract', contentCipher: { not: null } } })).toBe(0)
  })

  test.each([
    ['of another county', { county: '360121' }, 'PROPERTY_OUTSIDE_COUNTY'],
    ['of a shop', { use: '商业' }, 'NOT_RESIDENTIAL'],
    ['of an address that no row has', { address: '江西省南昌市安义县龙津镇无名路1号' }, 'ADDRESS_UNMATCHED'],
  ])('R-37 a contract %s is closed with its reason', async (_what, but, code) => {
    const { actor, applicationId, season, query } = await atContract('contract')
    expect(await query(NUMBER, filed(but))).toMatchObject({ value: { next: 'contract' } })
    expect(findFamilyContract(actor, await the(actor, applicationId), season, MORNING.season)?.closedBy).toContain(code)
  })

  test('R-37 a register that is down is not a no; the number stays, and a contract that was found stays usable', async () => {
    const { actor, applicationId, query } = await atContract('contract')
    const down: Answer<ContractFinding> = { outcome: 'unavailable', why: 'timeout' }
    expect(await query(NUMBER, down)).toEqual({ ok: true, value: { next: 'contract' } })
    expect((await the(actor, applicationId)).answers.contract).toEqual({ contractNumber: NUMBER, outcome: 'unavailable' })
    expect(await query(NUMBER)).toEqual({ ok: true, value: { next: 'confirm' } })
    expect(await query(NUMBER, down)).toEqual({ ok: true, value: { next: 'confirm' } })
    expect(await query('AY2023000000', down)).toEqual({ ok: true, value: { next: 'contract' } })
  })

  test('R-37 guessing is slowed: the eleventh number within half an hour is not asked for', async () => {
    const { query } = await atContract('deed-father')
    for (let number = 0; number < 10; number++) expect(await query(`AY202300000${number}`)).toMatchObject({ ok: true })
    expect(await query(NUMBER)).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_QUERIES', waitMs: expect.any(Number) } })
  })
})

describe('another basis', () => {
  test('R-17 R-27 drops the contract from the answers and starts the reading again; what was found is still worked out', async () => {
    const { actor, applicationId } = await aServedConfirmation('contract', MORNING, { ...CONTRACT, contractNumber: NUMBER })
    await saveStep({ actor, now: MORNING, step: 'basis', input: { applicationId, basis: 'TITLE_DEED' } })
    const application = await the(actor, applicationId)
    expect(application.answers.contract).toBeUndefined()
    expect(await db().confirmation.count()).toBe(0)
    const published = await getPublishedSeason(COUNTY, 2023)
    const bases = published ? listBases(actor, application, published.season, MORNING.season) : []
    const offered = bases.find((one) => one.basis === 'PURCHASE_CONTRACT')
    expect(offered?.state === 'open' && offered.offer?.determination.category?.row).toBe('K4')
  })

  test('R-17 of a contract that was not asked for nothing is worked out', async () => {
    const { actor, applicationId, season } = await atContract('contract')
    const offered = listBases(actor, await the(actor, applicationId), season, MORNING.season).find((one) => one.basis === 'PURCHASE_CONTRACT')
    expect(offered).toEqual({ basis: 'PURCHASE_CONTRACT', state: 'open', offer: null, count: null })
  })
})
