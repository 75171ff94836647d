import { readdirSync, readFileSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readMaterial } from '@/lib/commands/read-material'
import { removeMaterial } from '@/lib/commands/remove-material'
import { reorderMaterials } from '@/lib/commands/reorder-materials'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { setMaterialMonths } from '@/lib/commands/set-material-months'
import { sweepMaterials } from '@/lib/commands/sweep-materials'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { MATERIAL_LIMITS } from '@/lib/domain/material-limits'
import { db } from '@/lib/data/db'
import { listMaterials } from '@/lib/data/materials'
import { getEnv } from '@/lib/env'
import { localDisk } from '@/lib/storage/local-disk'
import { storage } from '@/lib/storage/configured'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { anAppeal, aSentAppeal, everyMaterial, refuse } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { frozen } from '../support/clock'
import { aDraft, answer, later, MORNING, signedIn, the } from '../support/journey'
import { aJpeg, aPdf } from '../support/pictures'
import { storedKeys, upload, uploaded } from '../support/uploads'

const HOUR = 60 * 60 * 1000
const mother = family('record-wrong-mother').guardian
const mismatch = (applicationId: string): AppealAnswers => ({
  kind: 'GUARDIAN_MISMATCH',
  input: { applicationId, studentName: '谭小舟', relation: 'FATHER', otherName: mother.name, otherIdNumber: mother.idNumber, otherRelation: 'MOTHER', explanation: '登记的母亲是别人' },
})

beforeAll(loadDemonstration)
beforeEach(async () => {
  await emptyFamilies(getEnv().databaseUrl)
  for await (const { key } of storage().list()) await storage().remove(key)
})

async function anAppealing() {
  const { guardian, child } = family('record-wrong-father')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  return { actor, applicationId, appealId: await anAppeal(actor, mismatch(applicationId)) }
}

async function names(actor: Parameters<typeof upload>[0], applicationId: string, appealId: string): Promise<string[]> {
  return (await listMaterials(await the(actor, applicationId), appealId)).map(({ name }) => name)
}

const refused = (code: string) => ({ ok: false, failure: { code } })

describe('R-18 a file of an appeal', () => {
  test('R-18 is stored as encrypted pages, has a row and an audit event, and comes back as a picture', async () => {
    const { actor, applicationId, appealId } = await anAppealing()
    const materialId = await uploaded(actor, appealId, { bytes: aPdf(2), name: 'C:\\扫描\\户口本\u202e.pdf' })
    const [material] = await listMaterials(await the(actor, applicationId), appealId)
    expect(material).toMatchObject({ id: materialId, document: 'household-book', subject: 'student', name: '户口本 .pdf', months: [] })
    expect(material?.pages).toHaveLength(2)
    expect(await storedKeys()).toEqual(['1-full', '1-thumb', '2-full', '2-thumb'].map((page) => `${materialId}/${page}`))
    const onDisk = readFileSync(path.join(getEnv().dataDir, 'materials', materialId, '1-full'))
    expect(onDisk.subarray(0, 3)).not.toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect((await db().material.findUniqueOrThrow({ where: { id: materialId } })).mediaType).toBe('application/pdf')
    expect(await db().auditEvent.count({ where: { applicationId, type: 'material-attached' } })).toBe(1)

    const read = await readMaterial({ actor, materialId, page: 2, size: 'full' })
    expect(await sharp(read.ok ? read.value.jpeg : undefined).metadata()).toMatchObject({ format: 'jpeg', width: material?.pages[1]?.width })
    expect(await db().auditEvent.count({ where: { applicationId, type: 'material-read' } })).toBe(1)
    expect(await readMaterial({ actor, materialId, page: 3, size: 'full' })).toEqual(refused('NOT_YOURS'))
    expect(readdirSync(path.join(getEnv().dataDir, 'incoming'))).toEqual([])
  })

  test('R-18 a stored page opens nowhere but in its own place', async () => {
    const { actor, appealId } = await anAppealing()
    const [one, other] = [await uploaded(actor, appealId), await uploaded(actor, appealId)]
    const moved = await storage().get(`${one}/1-full`)
    await storage().put(`${other}/1-full`, moved ?? new Uint8Array())
    await expect(readMaterial({ actor, materialId: other, page: 1, size: 'full' })).rejects.toThrow()
  })

  test('R-18 what cannot be taken apart leaves neither row nor file', async () => {
    const { actor, appealId } = await anAppealing()
    expect(await upload(actor, appealId, { bytes: Buffer.from('<html>') })).toEqual(refused('MATERIAL_TYPE'))
    expect(await upload(actor, appealId, { bytes: (await aJpeg()).subarray(0, 2000) })).toEqual(refused('MATERIAL_UNREADABLE'))
    expect(await db().material.count()).toBe(0)
    expect(await storedKeys()).toEqual([])
    expect(readdirSync(path.join(getEnv().dataDir, 'incoming'))).toEqual([])
  })

  test('R-18 only what the season asks of this appeal is taken', async () => {
    const { actor, appealId } = await anAppealing()
    expect(await upload(actor, appealId, { document: 'payslip', subject: '' })).toEqual(refused('MATERIAL_NOT_ASKED'))
    expect(await upload(actor, appealId, { document: 'household-book-guardian', subject: 'guardian-3' })).toEqual(refused('MATERIAL_NOT_ASKED'))
    expect((await upload(actor, appealId, { document: 'household-book-guardian', subject: 'guardian-2' })).ok).toBe(true)
  })

  test('R-18 an appeal that waits takes nothing and gives nothing up; a refused one does again', async () => {
    const { actor, applicationId } = await anAppealing()
    const appealId = await anAppeal(actor, mismatch(applicationId))
    const materialId = await uploaded(actor, appealId)
    await everyMaterial(actor, appealId)
    expect((await sendAppeal({ actor, appealId, now: later(MORNING, 1000) })).ok).toBe(true)
    const kept = await storedKeys()
    for (const answered of [
      await upload(actor, appealId),
      await removeMaterial({ actor, materialId, now: MORNING }),
      await reorderMaterials({ actor, materialId, direction: 'up', now: MORNING }),
    ]) expect(answered).toEqual(refused('APPEAL_NOT_EDITABLE'))
    expect(await storedKeys()).toEqual(kept)

    await refuse(appealId, '看不清', later(MORNING, 2000))
    const now = later(MORNING, 3000)
    const added = await uploaded(actor, appealId, { now })
    // What the reviewer saw stays for whoever reads that round; what came since is gone altogether.
    expect((await removeMaterial({ actor, materialId, now })).ok).toBe(true)
    expect((await removeMaterial({ actor, materialId: added, now })).ok).toBe(true)
    expect(await storedKeys()).toEqual(kept)
    expect(await db().material.findUnique({ where: { id: materialId } })).toMatchObject({ removedAt: expect.any(Date) })
    expect(await db().material.findUnique({ where: { id: added } })).toBeNull()
    expect(await readMaterial({ actor, materialId, page: 1, size: 'full' })).toEqual(refused('NOT_YOURS'))
  })

  test('R-18 after the close only an appeal that waited then may still be amended', async () => {
    const { actor, appealId } = await anAppealing()
    expect(await upload(actor, appealId, { now: frozen('2023-09-30 09:00:00.000') })).toEqual(refused('SEASON_CLOSED'))
  })

  test('R-18 an upload that was under way when the appeal was sent is not slipped in behind it', async () => {
    const { actor, applicationId, appealId } = await anAppealing()
    await everyMaterial(actor, appealId)
    const [late, sent] = await Promise.all([upload(actor, appealId, { bytes: aPdf(8) }), sendAppeal({ actor, appealId, now: MORNING })])
    expect(sent.ok).toBe(true)
    expect(late).toEqual(refused('APPEAL_NOT_EDITABLE'))
    expect(await storedKeys()).toEqual([])
    expect(await names(actor, applicationId, appealId)).toEqual(['photo.jpg', 'photo.jpg', 'photo.jpg', 'photo.jpg'])
  })

  test('R-18 two tabs at once: every file is there, each in a place of its own', async () => {
    const { actor, applicationId, appealId } = await anAppealing()
    const tab = (letter: string) => Promise.all([1, 2, 3].map((number) => uploaded(actor, appealId, { name: `${letter}${number}.jpg` })))
    await Promise.all([tab('a'), tab('b')])
    expect((await names(actor, applicationId, appealId)).toSorted()).toEqual(['a1.jpg', 'a2.jpg', 'a3.jpg', 'b1.jpg', 'b2.jpg', 'b3.jpg'])
    const positions = await db().material.findMany({ select: { position: true } })
    expect(new Set(positions.map(({ position }) => position)).size).toBe(6)
  })

  test('R-18 forty files and not one more, in parallel too', async () => {
    const { actor, appealId } = await anAppealing()
    await uploaded(actor, appealId)
    const [row] = await db().material.findMany()
    if (!row) throw new Error('no row')
    await db().material.createMany({ data: Array.from({ length: MATERIAL_LIMITS.files - 3 }, (_, index) => ({ ...row, id: undefined, position: index + 2 })) })
    const answers = await Promise.all([1, 2, 3, 4].map(() => upload(actor, appealId)))
    expect(answers.filter((one) => one.ok)).toHaveLength(2)
    expect(answers.find((one) => !one.ok)).toEqual(refused('TOO_MANY_MATERIALS'))
    expect((await storedKeys()).length).toBe(3 * 2)
  })

  test('R-18 上移 and 下移 change places within one document, and the ends stay', async () => {
    const { actor, applicationId, appealId } = await anAppealing()
    const [one = '', , three = ''] = [await uploaded(actor, appealId, { name: '1' }), await uploaded(actor, appealId, { name: '2' }), await uploaded(actor, appealId, { name: '3' })]
    await uploaded(actor, appealId, { name: 'other', document: 'birth-certificate', subject: '' })
    const move = (materialId: string, direction: 'up' | 'down') => reorderMaterials({ actor, materialId, direction, now: MORNING })
    await move(three, 'up')
    expect(await names(actor, applicationId, appealId)).toEqual(['1', '3', '2', 'other'])
    await move(one, 'up')
    await move(one, 'down')
    expect(await names(actor, applicationId, appealId)).toEqual(['3', '1', '2', 'other'])
  })

  test('R-18 a full disk is said, and leaves neither row nor half a file', async () => {
    const { actor, appealId } = await anAppealing()
    const env = getEnv()
    await uploaded(actor, appealId)
    const kept = await storedKeys()
    const small = { of: env, storage: localDisk(env.dataDir, 20_000) }
    const before = globalThis.zhihuiStorage
    globalThis.zhihuiStorage = small
    try {
      expect(await upload(actor, appealId, { bytes: aPdf(6) })).toEqual(refused('STORAGE_FULL'))
      expect(await storedKeys()).toEqual(kept)
      expect(await db().material.count()).toBe(1)
    } finally {
      globalThis.zhihuiStorage = before
    }
  })
})

describe('R-44 pay slips are demanded for months', () => {
  async function employed() {
    const { guardian, child } = family('employment')
    const actor = await signedIn({ guardian })
    const applicationId = await aDraft(actor, child.idNumber)
    await answer(actor, applicationId, 'basis')
    const given: AppealAnswers = { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'EMPLOYMENT', address: '前进路 8 号', evidence: '在城区单位务工' } }
    return { actor, applicationId, appealId: await anAppeal(actor, given) }
  }

  async function withoutPayslips() {
    const family_ = await employed()
    await everyMaterial(family_.actor, family_.appealId)
    await db().material.deleteMany({ where: { document: 'payslip' } })
    return family_
  }
  const payslip = { document: 'payslip', subject: '' }
  const MONTHS = ['2023-05', '2023-06', '2023-07']

  test('R-44 two months are not enough, whatever the number of files', async () => {
    const { actor, appealId } = await withoutPayslips()
    for (const month of ['2023-05', '2023-06', '2023-06']) await uploaded(actor, appealId, { ...payslip, months: [month] })
    expect(await sendAppeal({ actor, appealId, now: MORNING })).toEqual(refused('MATERIALS_MISSING'))
  })

  test('R-44 one file that covers three months is enough', async () => {
    const { actor, appealId } = await withoutPayslips()
    const materialId = await uploaded(actor, appealId, payslip)
    expect(await sendAppeal({ actor, appealId, now: MORNING })).toEqual(refused('MATERIALS_MISSING'))
    expect((await setMaterialMonths({ actor, materialId, months: MONTHS, now: MORNING })).ok).toBe(true)
    expect((await sendAppeal({ actor, appealId, now: MORNING })).ok).toBe(true)
  })

  test('R-44 a month that is not asked for is not kept, and other documents have none', async () => {
    const { actor, applicationId, appealId } = await withoutPayslips()
    const materialId = await uploaded(actor, appealId, { ...payslip, months: ['2023-04', '2023-07', 'x'] })
    const kept = async () => (await listMaterials(await the(actor, applicationId), appealId)).find(({ id }) => id === materialId)?.months
    expect(await kept()).toEqual(['2023-07'])
    await setMaterialMonths({ actor, materialId, months: [], now: MORNING })
    expect(await kept()).toEqual([])
    const other = await uploaded(actor, appealId)
    expect(await setMaterialMonths({ actor, materialId: other, months: MONTHS, now: MORNING })).toEqual(refused('MATERIAL_NOT_ASKED'))
  })
})

describe('R-18 the sweep', () => {
  const inTwoHours = () => ({ now: { real: Date.now() + 2 * HOUR, season: MORNING.season } })

  test('R-18 removes pages without a row and broken uploads once they are an hour old, and nothing else', async () => {
    const { actor, appealId } = await anAppealing()
    await uploaded(actor, appealId)
    const kept = await storedKeys()
    await storage().put('00000000-0000-4000-8000-000000000000/1-full', new Uint8Array(10))
    const incoming = path.join(getEnv().dataDir, 'incoming')
    mkdirSync(incoming, { recursive: true })
    writeFileSync(path.join(incoming, 'young'), 'x')
    writeFileSync(path.join(incoming, 'old'), 'x')
    const long = new Date(Date.now() - 2 * HOUR)
    utimesSync(path.join(incoming, 'old'), long, long)

    expect(await sweepMaterials({ now: { real: Date.now(), season: MORNING.season } })).toEqual({ rows: 0, objects: 0, incoming: 1 })
    expect(await sweepMaterials(inTwoHours())).toEqual({ rows: 0, objects: 1, incoming: 1 })
    expect(await storedKeys()).toEqual(kept)
  })

  test('R-18 removes what belongs to an appeal that was taken back unsent; what was sent once stays', async () => {
    const { actor, applicationId, appealId } = await anAppealing()
    await uploaded(actor, appealId)
    expect((await withdrawAppeal({ actor, appealId, now: MORNING })).ok).toBe(true)
    const sent = await aSentAppeal(actor, mismatch(applicationId))
    await withdrawAppeal({ actor, appealId: sent, now: MORNING })
    const rows = await db().material.count({ where: { appealId: sent } })
    expect(await sweepMaterials(inTwoHours())).toMatchObject({ rows: 1 })
    expect(await storedKeys()).toEqual([])
    expect(await db().material.count()).toBe(rows)
  })
})
