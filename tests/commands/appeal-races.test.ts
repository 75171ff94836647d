import { beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { removeMaterial } from '@/lib/commands/remove-material'
import { saveAppeal } from '@/lib/commands/save-appeal'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { db } from '@/lib/data/db'
import { readContent } from '@/lib/data/json'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aMaterial, anAppeal, approve, aSentAppeal, everyMaterial, refuse, theAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, later, MORNING, signedIn, the } from '../support/journey'
import { decide } from '../support/staff'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const CASE_DECIDED = { ok: false, failure: { code: 'CASE_DECIDED' } }
const permit = (applicationId: string) => ({ kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: '京庄社区1号', evidence: '居住证' } }) as const

async function aTenant() {
  const { guardian, child } = family('residence-permit')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'basis')
  return { actor, applicationId }
}

const roundContent = z.looseObject({ materialIds: z.array(z.string()) })

test('R-18 sent, decided, taken back and a file removed at once, again and again: no deadlock, no round without its files, one outcome', async () => {
  const { actor, applicationId } = await aTenant()
  for (let time = 0; time < 8; time++) {
    const appealId = await anAppeal(actor, permit(applicationId))
    await everyMaterial(actor, appealId)
    const spare = await aMaterial(actor, appealId, 'residence-permit')
    const [sent, removed] = await Promise.all([
      sendAppeal({ actor, appealId, now: MORNING }),
      removeMaterial({ actor, materialId: spare, now: MORNING }),
      saveAppeal({ actor, now: MORNING, given: permit(applicationId) }),
    ])
    if (!sent.ok) expect((await sendAppeal({ actor, appealId, now: MORNING })).ok).toBe(true)
    const results = await Promise.all([
      decide({ appealId, outcome: 'refused', reason: '看不清', now: MORNING }),
      withdrawAppeal({ actor, appealId, now: MORNING }),
      removeMaterial({ actor, materialId: spare, now: MORNING }),
      sendAppeal({ actor, appealId, now: MORNING }),
    ])
    const { status, history } = await theAppeal(actor, appealId)
    const decided = results[0].ok
    expect(history[0]?.decision === null).toBe(history.length > 1 || !decided)
    expect(['withdrawn', 'refused', 'waiting']).toContain(status)
    const { key } = await the(actor, applicationId)
    const rounds = await db().appealRound.findMany({ where: { appealId }, select: { contentCipher: true } })
    const ids = rounds.flatMap((round) => readContent(key, 'appeal-round', round.contentCipher, roundContent).materialIds)
    expect(await db().material.count({ where: { id: { in: ids } } })).toBe(new Set(ids).size)
    if (removed.ok) expect(removed.value).toBeNull()
    await withdrawAppeal({ actor, appealId, now: MORNING })
  }
}, 60_000)

test('R-18 a file of a round stays with it, though it arrived while the sending was on its way', async () => {
  const { actor, applicationId } = await aTenant()
  const appealId = await anAppeal(actor, permit(applicationId))
  await everyMaterial(actor, appealId)
  await db().material.updateMany({ data: { createdAt: new Date(MORNING.season + 50) } })
  expect(await sendAppeal({ actor, appealId, now: MORNING })).toMatchObject({ ok: true })
  await refuse(appealId, '看不清')
  const rows = await db().material.findMany({ select: { id: true } })
  for (const { id } of rows) expect(await removeMaterial({ actor, materialId: id, now: later(MORNING, 1000) })).toMatchObject({ ok: true })
  expect(await db().material.count()).toBe(rows.length)
})

test('R-18 the round that was read is the round that is decided', async () => {
  const { actor, applicationId } = await aTenant()
  const appealId = await aSentAppeal(actor, permit(applicationId))
  await refuse(appealId, '看不清')
  expect(await sendAppeal({ actor, appealId, now: MORNING })).toMatchObject({ ok: true })
  const verdict = (round: number) => decide({ appealId, round, outcome: 'approved', reason: '', now: MORNING })
  expect(await verdict(1)).toEqual(CASE_DECIDED)
  expect(await verdict(2)).toMatchObject({ ok: true })
})

test('R-15 R-16 of two appeals that each hold the family only one waits, however close they are sent', async () => {
  const { guardian, child } = family('blended-family')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'household')
  const own = (await the(actor, applicationId)).findings.record
  const index = own?.outcome === 'found' ? own.value.guardians.findIndex((one) => one.idNumber === actor.idNumber) + 1 : 0
  const other = index === 1 ? 2 : 1
  const chosen = await anAppeal(actor, { kind: 'BLENDED_FAMILY', input: { applicationId, kept: `guardian-${index}`, explanation: '' } })
  const alone = await anAppeal(actor, { kind: 'SINGLE_PARENT', input: { applicationId, removed: `guardian-${other}`, reason: 'OTHER', explanation: '' } })
  for (const appealId of [chosen, alone]) await everyMaterial(actor, appealId)
  const sent = await Promise.all([chosen, alone].map((appealId) => sendAppeal({ actor, appealId, now: MORNING })))
  expect(sent.filter((one) => one.ok)).toHaveLength(1)
  expect(await db().appeal.count({ where: { status: 'waiting' } })).toBe(1)
})

test('R-28 of a registration that was taken back nothing waits, is begun or is decided', async () => {
  for (let time = 0; time < 10; time++) {
    const { actor, applicationId } = await aTenant()
    const appealId = await anAppeal(actor, permit(applicationId))
    await everyMaterial(actor, appealId)
    await Promise.all([
      withdrawApplication({ actor, applicationId, now: MORNING }),
      sendAppeal({ actor, appealId, now: MORNING }),
      saveAppeal({ actor, now: MORNING, given: { kind: 'GRANDPARENT_KINSHIP', input: { applicationId, grandparentName: '尤老', grandparentIdNumber: '360199195501010018', kinship: 'MATERNAL_GRANDFATHER', through: 'guardian-1', agreed: 'yes' } } }),
    ])
    expect(await db().appeal.count({ where: { status: { in: ['draft', 'waiting', 'refused'] } } })).toBe(0)
    expect(await decide({ appealId, outcome: 'approved', reason: '', now: MORNING })).toEqual(CASE_DECIDED)
    await emptyFamilies(getEnv().databaseUrl)
  }
}, 60_000)

test('R-45 what was approved for one registration counts in no other', async () => {
  const { actor, applicationId } = await aTenant()
  await approve(await aSentAppeal(actor, permit(applicationId)))
  const { established } = await the(actor, applicationId)
  await withdrawApplication({ actor, applicationId, now: MORNING })
  const again = await aTenant()
  expect(again.applicationId).not.toBe(applicationId)
  const anew = await the(again.actor, again.applicationId)
  expect(established.materials).not.toBeNull()
  expect(anew.established).toEqual({ record: null, kinships: [], materials: null, properties: [], matches: [], withdrawn: [] })
})
