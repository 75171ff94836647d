import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginAssistance } from '@/lib/commands/begin-assistance'
import { cancelAssistance } from '@/lib/commands/cancel-assistance'
import { endSessions } from '@/lib/commands/end-sessions'
import { startAssistance } from '@/lib/commands/start-assistance'
import { sweepMaterials } from '@/lib/commands/sweep-materials'
import { addConsentScans, findAssistance, recordConsenting } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'
import type { StaffActor } from '@/lib/domain/actor'
import { assistedGuardian, CONSENT_WITHIN_MS } from '@/lib/domain/assistance'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aPaper } from '../support/assisted'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { later, MORNING, signedIn } from '../support/journey'
import { aStaffMember } from '../support/staff'
import { storedKeys } from '../support/uploads'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const card = (read: { name: string; idNumber: string; phone: string }) => assistedGuardian.parse({ ...read, cardChecked: 'yes', present: 'yes' })

describe('P9 before the consent is signed', () => {
  const begun = async (officer: StaffActor, { name, idNumber } = family('deed-father').guardian, phone = '13800000000') => {
    const started = await startAssistance({ actor: officer, card: card({ name, idNumber, phone }), now: MORNING })
    return started.ok ? started.value.assistanceId : ''
  }
  const nothingLeft = async (assistanceId: string) => {
    expect(await db().guardian.count()).toBe(0)
    expect(await db().assistance.findUniqueOrThrow({ where: { id: assistanceId } })).toMatchObject({ guardianId: null, wrappedKey: null, contentCipher: '' })
    expect(await db().auditEvent.count({ where: { type: 'assistance-ended' } })).toBe(1)
  }

  test('R-46 P9 nobody is written among the guardians, and the card is under the act’s own key; with the consent the person is, and the card no more', async () => {
    const officer = await aStaffMember('desk')
    const { guardian } = family('deed-father')
    const assistanceId = await begun(officer)
    expect(await db().guardian.count()).toBe(0)
    expect(await findAssistance(db(), officer, assistanceId)).toMatchObject({ guardian: { name: guardian.name }, of: { card: { idNumber: guardian.idNumber } } })
    expect(await beginAssistance({ actor: officer, assistanceId, papers: [await aPaper()], now: MORNING })).toMatchObject({ ok: true })
    const { id: guardianId } = await db().guardian.findFirstOrThrow()
    expect(await findAssistance(db(), officer, assistanceId)).toMatchObject({ guardian: { name: guardian.name }, of: { guardianId } })
    expect(await cancelAssistance({ actor: officer, assistanceId, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
  })

  test('R-46 P9 whoever does not sign leaves nothing; a colleague ends nothing', async () => {
    const officer = await aStaffMember('desk')
    const assistanceId = await begun(officer)
    expect(await cancelAssistance({ actor: await aStaffMember('desk'), assistanceId, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await cancelAssistance({ actor: officer, assistanceId, now: MORNING })).toMatchObject({ ok: true })
    await nothingLeft(assistanceId)
    expect(await beginAssistance({ actor: officer, assistanceId, papers: [await aPaper()], now: MORNING })).toEqual({ ok: false, failure: { code: 'ASSISTANCE_OVER' } })
  })

  test('R-46 P9 nor does one of a session that ended, nor one that lay for an hour', async () => {
    const [officer, other] = [await aStaffMember('desk'), await aStaffMember('desk')]
    const left = await begun(officer)
    await endSessions({ actor: await aStaffMember('admin'), staffId: officer.staffId })
    await nothingLeft(left)
    const lay = await begun(other)
    // Real time: a season's clock that is put back, or put forward, keeps a card neither longer nor shorter.
    await sweepMaterials({ now: { real: later(MORNING, CONSENT_WITHIN_MS).real, season: later(MORNING, 30 * CONSENT_WITHIN_MS).season } })
    expect(await findAssistance(db(), other, lay)).not.toBe('over')
    await sweepMaterials({ now: { real: later(MORNING, CONSENT_WITHIN_MS + 1).real, season: later(MORNING, -CONSENT_WITHIN_MS).season } })
    expect(await findAssistance(db(), other, lay)).toBe('over')
    expect(await db().guardian.count()).toBe(0)
  })

  test('R-46 P9 what 昌通码 says of a person who signs in meanwhile under another name stands, and the paper is not kept', async () => {
    const officer = await aStaffMember('desk')
    const { guardian } = family('deed-father')
    const stored = await storedKeys()
    const assistanceId = await begun(officer, { ...guardian, name: '别的人' })
    const own = await signedIn({ guardian })
    expect(await beginAssistance({ actor: officer, assistanceId, papers: [await aPaper()], now: MORNING })).toEqual({ ok: false, failure: { code: 'GUARDIAN_NAME_DIFFERS' } })
    expect(await db().guardianSession.count({ where: { assistanceId } })).toBe(0)
    expect(own.name).toBe(guardian.name)
    expect(await storedKeys()).toEqual(stored)
  })

  test('R-46 P9 a consent that is being stored while the act is cancelled and swept keeps its key', async () => {
    const officer = await aStaffMember('desk')
    const assistanceId = await begun(officer)
    const assistance = await findAssistance(db(), officer, assistanceId)
    if (!assistance || assistance === 'over') throw new Error('no act')
    const [ends] = await db().$transaction(async (transaction) => {
      await recordConsenting(transaction, assistance, MORNING)
      const both = Promise.all([cancelAssistance({ actor: officer, assistanceId, now: MORNING }), sweepMaterials({ now: later(MORNING, CONSENT_WITHIN_MS + 1) })])
      await expect.poll(waitingForLocks, { timeout: 10_000, interval: 20 }).toBe(2)
      await addConsentScans(transaction, assistance, [{ id: randomUUID(), mediaType: 'image/jpeg', bytes: 1, detail: { schemaVersion: 1, name: '同意书', pages: [{ width: 1, height: 1 }] } }], MORNING)
      // Within an array: they end only once this transaction has.
      return [both] as const
    })
    expect((await ends)[0]).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await db().assistance.findUniqueOrThrow({ where: { id: assistanceId } })).toMatchObject({ endedAt: null, wrappedKey: expect.any(String) })
    expect(await db().auditEvent.count({ where: { type: 'assistance-ended' } })).toBe(0)
  })
})

async function waitingForLocks(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row?.count ?? 0
}
