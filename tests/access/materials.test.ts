import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readMaterial } from '@/lib/commands/read-material'
import { removeMaterial } from '@/lib/commands/remove-material'
import { reorderMaterials } from '@/lib/commands/reorder-materials'
import { setMaterialMonths } from '@/lib/commands/set-material-months'
import { findApplication } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { findMaterial } from '@/lib/data/materials'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { anAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, MORNING, signedIn } from '../support/journey'
import { storedKeys, upload, uploaded } from '../support/uploads'

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const NOT_YOURS = { ok: false, failure: { code: 'NOT_YOURS' } }

async function theMothers() {
  const { guardian, child } = family('separated-mother')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  const appealId = await anAppeal(actor, {
    kind: 'GUARDIAN_MISMATCH',
    input: { applicationId, studentName: child.name, relation: 'MOTHER', otherName: '', otherIdNumber: '', otherRelation: '', explanation: '父亲已不是监护人' },
  })
  return { applicationId, appealId, materialId: await uploaded(actor, appealId), actor }
}

describe.each(['separated-father', 'other-province'])('R-18 %s and the files of another guardian', (walk) => {
  test('R-18 cannot add, read, order, mark or remove one: to them there is none', async () => {
    const { appealId, materialId } = await theMothers()
    const actor = await signedIn(family(walk))
    const kept = await storedKeys()
    expect(await upload(actor, appealId)).toEqual(NOT_YOURS)
    expect(await readMaterial({ actor, materialId, page: 1, size: 'thumb' })).toEqual(NOT_YOURS)
    expect(await reorderMaterials({ actor, materialId, direction: 'up', now: MORNING })).toEqual(NOT_YOURS)
    expect(await setMaterialMonths({ actor, materialId, months: [], now: MORNING })).toEqual(NOT_YOURS)
    expect(await removeMaterial({ actor, materialId, now: MORNING })).toEqual(NOT_YOURS)
    expect(await findMaterial(actor, materialId)).toBeNull()
    expect(await storedKeys()).toEqual(kept)
  })

  test('R-18 that somebody asked for it stands in the family’s log, with who it was', async () => {
    const { applicationId, materialId } = await theMothers()
    const actor = await signedIn(family(walk))
    await readMaterial({ actor, materialId, page: 1, size: 'full' })
    expect(await db().auditEvent.findMany({ where: { type: 'material-denied' }, select: { applicationId: true, actorId: true } })).toEqual([{ applicationId, actorId: actor.guardianId }])
    expect(await db().auditEvent.count({ where: { type: 'material-read' } })).toBe(0)
  })
})

test('R-18 the separated parent’s own registration shows none of the other’s files', async () => {
  await theMothers()
  const { guardian, child } = family('separated-father')
  const father = await signedIn({ guardian })
  const application = await findApplication(father, await aDraft(father, child.idNumber))
  expect(application?.appeals).toEqual([])
})
