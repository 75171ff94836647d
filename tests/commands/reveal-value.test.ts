import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import type { MaskedKind } from '@/lib/domain/reveals'
import { readAuditFilters } from '@/lib/domain/audit-filters'
import { REVEAL_LIMITS } from '@/lib/domain/form-limits'
import { REVEAL_MS } from '@/lib/domain/reveals'
import { revealValue } from '@/lib/commands/reveal-value'
import { countByOfficer } from '@/lib/data/audit-counts'
import { decryptUnder } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { masksFor } from '@/lib/data/reveals'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { later, the } from '../support/journey'
import { READ, submitted } from '../support/school'
import { aStaffMember } from '../support/staff'

const REASON = '家长来电核对号码'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

/** Has one value shown, by the field that the page would carry. */
async function reveal(actor: StaffActor, applicationId: string, kind: MaskedKind, value: string) {
  const { field } = (await masksFor(actor, { id: applicationId }, READ))(kind, value)
  return revealValue({ actor, applicationId, field, reason: REASON, now: READ })
}

describe('showing a full number', () => {
  test('P4 shows one value to one officer for five minutes, and is written down with its reason', async () => {
    const { actor: guardian, applicationId, child } = await submitted()
    const [officer, colleague] = [await aStaffMember('reviewer'), await aStaffMember('reviewer')]
    expect(await reveal(officer, applicationId, 'id-number', child.idNumber)).toEqual({ ok: true, value: null })

    const seen = await masksFor(officer, { id: applicationId }, later(READ, REVEAL_MS - 1))
    // How long it is shown goes with it, so that a page that stays open covers it again by itself.
    expect(seen('id-number', child.idNumber)).toMatchObject({ full: child.idNumber, leftMs: 1 })
    expect(seen('phone', guardian.phone ?? '').full).toBeNull()
    expect((await masksFor(officer, { id: applicationId }, later(READ, REVEAL_MS)))('id-number', child.idNumber).full).toBeNull()
    expect((await masksFor(colleague, { id: applicationId }, READ))('id-number', child.idNumber).full).toBeNull()

    const { key } = await the(guardian, applicationId)
    const [event] = await db().auditEvent.findMany({ where: { type: 'value-revealed' } })
    expect(event).toMatchObject({ actorId: officer.staffId, applicationId })
    const content = decryptUnder(key, 'audit', event?.contentCipher ?? '')
    expect(content).toContain(REASON)
    expect(content).not.toContain(child.idNumber)
    expect(JSON.stringify(await db().reveal.findMany())).not.toContain(child.idNumber)
  })

  test('P4 an officer has so many shown in an hour, and no more: what is refused is neither shown nor written down as shown', async () => {
    const { applicationId, child } = await submitted()
    const [officer, colleague] = [await aStaffMember('desk'), await aStaffMember('desk')]
    await db().rateLimit.create({ data: { key: `reveal:${officer.staffId}`, points: REVEAL_LIMITS.hour - 1, expire: new Date(Date.now() + 60_000) } })
    const both = await Promise.all([reveal(officer, applicationId, 'id-number', child.idNumber), reveal(officer, applicationId, 'id-number', child.idNumber)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_REVEALS' } })
    expect(await db().auditEvent.count({ where: { type: 'value-revealed' } })).toBe(1)
    expect(await reveal(colleague, applicationId, 'id-number', child.idNumber)).toMatchObject({ ok: true })
  })

  test('P4 of a deed’s number and another guardian’s ID number as well; what is not of this family is not there', async () => {
    const { actor: guardian, applicationId } = await submitted()
    const officer = await aStaffMember('desk')
    const other = family('deed-mother').child.idNumber
    const { findings } = await the(guardian, applicationId)
    const certificate = findings.property?.outcome === 'found' ? (findings.property.value.properties[0]?.certificateNumber ?? '') : ''
    expect(await reveal(officer, applicationId, 'home-number', certificate)).toMatchObject({ ok: true })
    expect(await reveal(officer, applicationId, 'id-number', other)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await db().reveal.count()).toBe(1)
  })

  test('P4 R-49 a school has the phone of its own applicant shown, and nothing else', async () => {
    const { actor: guardian, applicationId, child, confirmation } = await submitted()
    const [schoolCode = ''] = confirmation.determination.placement.schools
    const clerk = await aStaffMember('school', { schoolCode })
    const stranger = await aStaffMember('school', { schoolCode: schoolCode === 'LJ' ? 'YF' : 'LJ' })
    expect(await reveal(clerk, applicationId, 'phone', guardian.phone ?? '')).toMatchObject({ ok: true })
    expect(await reveal(clerk, applicationId, 'id-number', child.idNumber)).toMatchObject({ ok: false })
    expect(await reveal(stranger, applicationId, 'phone', guardian.phone ?? '')).toMatchObject({ ok: false })
  })

  test('P4 an hour has an end, and a day: beyond it nothing is shown, somebody asked for it is written down, and the auditor sees who asks most', async () => {
    const { applicationId, child } = await submitted()
    const [officer, colleague] = [await aStaffMember('reviewer', { name: '甲' }), await aStaffMember('desk', { name: '乙' })]
    for (let shown = 0; shown < REVEAL_LIMITS.hour; shown++) expect(await reveal(officer, applicationId, 'id-number', child.idNumber)).toEqual({ ok: true, value: null })
    expect(await reveal(officer, applicationId, 'id-number', child.idNumber)).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_REVEALS' } })
    expect(await reveal(colleague, applicationId, 'id-number', child.idNumber)).toMatchObject({ ok: true })
    expect(await db().reveal.count({ where: { staffId: officer.staffId } })).toBe(REVEAL_LIMITS.hour)
    const auditor = await aStaffMember('auditor')
    const counts = (query: Record<string, string>) => countByOfficer(auditor, readAuditFilters(query))
    expect((await counts({ type: 'value-revealed' })).map(({ staffId, count }) => [staffId, count])).toEqual([[officer.staffId, REVEAL_LIMITS.hour], [colleague.staffId, 1]])
    expect(await counts({ type: 'value-revealed', actor: colleague.staffId })).toMatchObject([{ count: 1 }])
    expect(await counts({ type: 'reveal-refused' })).toMatchObject([{ staffId: officer.staffId, count: 1 }])
    expect(await countByOfficer({ county: '360124' }, readAuditFilters({ type: 'value-revealed' }))).toEqual([])
    await db().$executeRaw`UPDATE rate_limits SET points = ${REVEAL_LIMITS.day} WHERE key = ${`reveal-day:${colleague.staffId}`}`
    expect(await reveal(colleague, applicationId, 'id-number', child.idNumber)).toMatchObject({ ok: false, failure: { code: 'TOO_MANY_REVEALS' } })
  })

  test('R-52 another county’s officer, and an auditor, show nothing', async () => {
    const { applicationId, child } = await submitted()
    for (const officer of [await aStaffMember('reviewer', { county: '360121' }), await aStaffMember('auditor')]) {
      expect(await reveal(officer, applicationId, 'id-number', child.idNumber)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    }
    expect(await db().reveal.count()).toBe(0)
    expect(await db().auditEvent.count({ where: { type: 'value-revealed' } })).toBe(0)
  })
})
