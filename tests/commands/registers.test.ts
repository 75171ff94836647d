import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askTouched } from '@/lib/commands/ask-touched'
import { dropUpload } from '@/lib/commands/drop-upload'
import { importRegister } from '@/lib/commands/import-register'
import { importUpload } from '@/lib/commands/import-upload'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import { readUploadFindings } from '@/lib/commands/read-upload-findings'
import { submitApplication } from '@/lib/commands/submit-application'
import { sweepMaterials } from '@/lib/commands/sweep-materials'
import type { StaffActor } from '@/lib/domain/actor'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { hasMovedOn, listRegisterVersions, newestVersions } from '@/lib/data/register-imports'
import { countToImport, findUpload } from '@/lib/data/register-uploads'
import { getEnv } from '@/lib/env'
import { tableFrom } from '@/lib/files/tables'
import { workbook } from '@/lib/files/workbook'
import { registries } from '@/lib/registry/registries'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, later, MORNING, signedIn, the } from '../support/journey'
import { aTrial, anImport, importTrial, PEOPLE, PROPERTIES, tryFile } from '../support/registers'
import { aStaffMember } from '../support/staff'
import { storedKeys } from '../support/uploads'

let admin: StaffActor
let neighbour: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  admin = await aStaffMember('admin', { name: '万管理' })
  neighbour = await aStaffMember('admin', { county: '360124', name: '邻县管理' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

/** Whose deeds the files bring; nobody of theirs has a registration here. */
const { guardian, child } = family('deed-shop')
let serial = 0
/** A deed that no register has yet. */
const aDeed = (owner: string, { county = '360123', number = `赣（2023）安义县不动产权第77${String(++serial).padStart(5, '0')}号` } = {}) => `${number},${county},江西省南昌市安义县龙津镇文峰路12号,住宅,${owner},2023-08-01`
const newest = async (kind: string) => (await newestVersions('360123')).find((one) => one.kind === kind)
const DAY = 24 * 60 * 60 * 1000

/** A family that asks on its own deed, at the page that says 「0 套」. */
async function withoutDeed(walk: string) {
  const { guardian: owner, child: own } = family(walk)
  const actor = await signedIn({ guardian: owner })
  const applicationId = await aDraft(actor, own.idNumber)
  await answer(actor, applicationId, 'deed')
  return { actor, applicationId, deed: [PROPERTIES, aDeed(owner.idNumber)] }
}

describe('R-51 a department’s file is tried, then imported as it was tried', () => {
  test('the trial counts and writes nothing; the import makes a version that names who brought it; a second press finds nothing', async () => {
    const before = await newest('properties')
    const lines = [PROPERTIES, aDeed(guardian.idNumber), aDeed(child.idNumber)]
    const trial = await aTrial(admin, 'properties', lines)
    expect(trial.tried).toMatchObject({ is: 'register', read: 2, added: 2, changed: 0, unchanged: 0, rows: 0, drafts: 0, submitted: 0 })
    expect(await newest('properties')).toEqual(before)
    expect(await db().auditEvent.findFirstOrThrow({ where: { type: 'registry-tried' }, orderBy: { id: 'desc' } })).toMatchObject({ actorId: admin.staffId, county: '360123', applicationId: null })
    expect(await importTrial(admin, trial)).toEqual({ ok: true, value: { kind: 'properties' } })
    expect(await newest('properties')).toMatchObject({ number: (before?.number ?? 0) + 1, rowCount: 2, total: (before?.total ?? 0) + 2, by: '周同意', triedBy: '万管理', county: '360123' })
    expect(await importTrial(admin, trial)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await storedKeys()).not.toContain(`${trial.id}/file`)
    expect(await db().auditEvent.findFirstOrThrow({ where: { type: 'registry-imported', actorKind: 'staff' }, orderBy: { id: 'desc' } })).toMatchObject({ county: '360123' })
    expect((await listRegisterVersions('360124'))[0]).toMatchObject({ by: null, triedBy: null, county: '360123' })
  })

  test('R-51 a register is imported by another administrator than the one who tried it; either may put it away, which is written down', async () => {
    const lines = [PROPERTIES, aDeed(guardian.idNumber)]
    const trial = await aTrial(admin, 'properties', lines)
    const before = await newest('properties')
    expect(await importUpload({ actor: admin, uploadId: trial.id, version: trial.version, now: MORNING })).toEqual({ ok: false, failure: { code: 'SAME_OFFICER' } })
    expect(await newest('properties')).toEqual(before)
    const colleague = await aStaffMember('admin', { name: '刘同事' })
    expect([await countToImport(admin, MORNING.real), await countToImport(colleague, MORNING.real), await countToImport(neighbour, MORNING.real)]).toEqual([0, 1, 0])
    expect((await aTrial(colleague, 'properties', lines)).version).toBe(trial.version)
    expect(await dropUpload({ actor: colleague, uploadId: trial.id, now: MORNING })).toMatchObject({ ok: true })
    expect(await importTrial(admin, trial)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await db().auditEvent.findFirstOrThrow({ where: { type: 'registry-dropped' }, orderBy: { id: 'desc' } })).toMatchObject({ actorId: colleague.staffId, county: '360123' })
    const alone = db().registerImport.create({ data: { kind: 'properties', number: 999, version: 'alone', rowCount: 0, total: 0, importedById: admin.staffId, triedById: admin.staffId, county: '360123' } })
    await expect(alone).rejects.toThrow('register_imports_two_officers')
  })

  test('the same file twice, and two at once, make one version; after another file it comes back as a version of its own', async () => {
    const one = [PROPERTIES, aDeed(guardian.idNumber)]
    const [first, second] = [await aTrial(admin, 'properties', one), await aTrial(admin, 'properties', one)]
    const before = (await newest('properties'))?.number ?? 0
    expect(await Promise.all([importTrial(admin, first), importTrial(admin, second)])).toMatchObject([{ ok: true }, { ok: true }])
    expect((await newest('properties'))?.number).toBe(before + 1)
    expect((await aTrial(admin, 'properties', one)).tried).toMatchObject({ added: 0, unchanged: 1 })
    await anImport(admin, 'properties', [PROPERTIES, aDeed(child.idNumber)])
    await anImport(admin, 'properties', one)
    expect((await newest('properties'))?.number).toBe(before + 3)
  })

  test('whoever is to agree reads that the register has moved on since: the file that waits may be the older one', async () => {
    const waiting = await aTrial(admin, 'properties', [PROPERTIES, aDeed(guardian.idNumber)])
    expect(await hasMovedOn(waiting)).toBe(false)
    await anImport(admin, 'properties', [PROPERTIES, aDeed(child.idNumber)])
    expect(await hasMovedOn(waiting)).toBe(true)
  })

  test('two files at once both stand, one after the other', async () => {
    const trials = [await aTrial(admin, 'properties', [PROPERTIES, aDeed(guardian.idNumber)]), await aTrial(neighbour, 'properties', [PROPERTIES, aDeed(guardian.idNumber, { county: '360124' })])] as const
    const before = await newest('properties')
    expect(await Promise.all([importTrial(admin, trials[0]), importTrial(neighbour, trials[1])])).toMatchObject([{ ok: true }, { ok: true }])
    expect(await newest('properties')).toMatchObject({ number: (before?.number ?? 0) + 2, total: (before?.total ?? 0) + 2 })
  })

  test('a bad line refuses all of it; every one is in the file to be mended by, and no number stands in a message', async () => {
    const total = (await newest('people'))?.total
    const trial = await aTrial(admin, 'people', [PEOPLE, `${guardian.idNumber},左仲文,,,,`, '360199198405170611,错号,,,,', `${guardian.idNumber},重复,,,,,${guardian.idNumber}`])
    expect(trial.tried).toMatchObject({ is: 'refused', bad: 1, findings: [{ line: 4 }] })
    const mended = await aTrial(admin, 'people', [PEOPLE, `${guardian.idNumber},左仲文,,,,`, '360199198405170611,错号,,,,'])
    expect(mended.tried).toMatchObject({ is: 'refused', read: 2, bad: 1, findings: [{ line: 3, message: expect.stringContaining('末位') }] })
    for (const { id } of [trial, mended]) {
      const file = await readUploadFindings({ actor: admin, uploadId: id, now: MORNING })
      expect(Buffer.from(file?.bytes ?? []).toString()).toMatch(/行.*问题/)
      expect(Buffer.from(file?.bytes ?? []).toString()).not.toMatch(/\d{9}/)
    }
    expect(await importTrial(admin, mended)).toEqual({ ok: false, failure: { code: 'REGISTER_REFUSED' } })
    expect((await newest('people'))?.total).toBe(total)
    expect(await storedKeys()).not.toContain(`${mended.id}/file`)
  })

  test('a hundred bad lines are all in the file, fifty of them on the page', async () => {
    const trial = await aTrial(admin, 'people', [PEOPLE, ...Array.from({ length: 100 }, (_, line) => `nobody${line},某,,,,`)])
    expect(trial.tried).toMatchObject({ bad: 100, findings: { length: 50 } })
    const file = await readUploadFindings({ actor: admin, uploadId: trial.id, now: MORNING })
    expect(Buffer.from(file?.bytes ?? []).toString().trim().split('\r\n')).toHaveLength(101)
  })

  test('another register’s columns are named; what is no table is not tried; a workbook is', async () => {
    expect((await aTrial(admin, 'people', [PROPERTIES, aDeed(guardian.idNumber)])).tried).toMatchObject({ is: 'refused', findings: expect.arrayContaining([{ line: 1, message: '缺少列 id_number' }]) })
    expect(await tryFile(admin, 'people', '%PDF-1.7 …')).toEqual({ ok: false, failure: { code: 'REGISTER_TYPE' } })
    expect(await tryFile(admin, 'people', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toEqual({ ok: false, failure: { code: 'REGISTER_TYPE' } })
    expect(await tryFile(admin, 'people', Buffer.from('PK\u0003\u0004nothing'))).toEqual({ ok: false, failure: { code: 'REGISTER_TYPE' } })
    const sheet = await workbook({ sheet: 'a', note: 'id_number', columns: [{ title: 'x', width: 9 }], rows: [] })
    expect(await tryFile(admin, 'people', sheet)).toMatchObject({ ok: true })
  })

  test('only what was tried is imported, within the day, by the county that tried it; what waited too long is removed', async () => {
    const trial = await aTrial(admin, 'properties', [PROPERTIES, aDeed(guardian.idNumber)])
    expect(await importTrial(admin, { ...trial, version: 'another' })).toEqual({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await importTrial(neighbour, trial)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await dropUpload({ actor: neighbour, uploadId: trial.id, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await importTrial(admin, trial, later(MORNING, DAY))).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await storedKeys()).toContain(`${trial.id}/file`)
    await sweepMaterials({ now: later(MORNING, DAY) })
    expect(await storedKeys()).not.toContain(`${trial.id}/file`)
    expect(await findUpload(admin, trial.id, MORNING.real)).toBeNull()
    const dropped = await aTrial(admin, 'properties', [PROPERTIES, aDeed(guardian.idNumber)])
    expect(await dropUpload({ actor: admin, uploadId: dropped.id, now: MORNING })).toMatchObject({ ok: true })
    expect(await storedKeys()).not.toContain(`${dropped.id}/file`)
  })

  test('R-52 homes of another county are refused, and so is a certificate that stands there now; people are the city’s', async () => {
    const elsewhere = aDeed(guardian.idNumber, { county: '360124' })
    expect((await aTrial(admin, 'properties', [PROPERTIES, aDeed(guardian.idNumber), elsewhere])).tried).toMatchObject({ is: 'refused', bad: 1, findings: [{ line: 3 }] })
    await anImport(neighbour, 'properties', [PROPERTIES, elsewhere])
    const taken = await aTrial(admin, 'properties', [PROPERTIES, elsewhere.replace('360124', '360123')])
    expect(taken.tried).toMatchObject({ is: 'refused', findings: [{ line: 2, message: expect.stringContaining('其他区县') }] })
    expect((await aTrial(neighbour, 'people', [PEOPLE, `${guardian.idNumber},左仲文,,,,`])).tried).toMatchObject({ is: 'register', changed: 1 })
  })

  test('R-52 a home that came to stand in another county since the trial is not taken', async () => {
    const number = '赣（2023）安义县不动产权第7999999号'
    const trial = await aTrial(admin, 'properties', [PROPERTIES, aDeed(guardian.idNumber, { number })])
    await anImport(neighbour, 'properties', [PROPERTIES, aDeed(guardian.idNumber, { number, county: '360124' })])
    expect(await importTrial(admin, trial)).toEqual({ ok: false, failure: { code: 'REGISTER_MOVED_ON' } })
    expect(await db().property.count({ where: { county: '360123', owners: { some: {} }, registeredOn: '2023-08-01' } })).toBeGreaterThan(0)
  })
})

describe('R-20 families whose data a file changes', () => {
  test('a draft that had 0 properties is asked about again, the family is told once, and finds the deed', async () => {
    const { actor, applicationId, deed } = await withoutDeed('no-property')
    const trial = await aTrial(admin, 'properties', deed)
    expect(trial.tried).toMatchObject({ added: 1, rows: 1, drafts: 1, submitted: 0 })
    expect((await aTrial(neighbour, 'people', [PEOPLE, `${actor.idNumber},${actor.name},,,,`])).tried).toMatchObject({ changed: 1, drafts: 0, rows: 0 })
    await importTrial(admin, trial)
    expect((await the(actor, applicationId)).findings.property).toMatchObject({ value: { properties: [] } })
    await askTouched({ now: MORNING })
    await askTouched({ now: later(MORNING, DAY) })
    const { findings, answers } = await the(actor, applicationId)
    expect(findings.property).toMatchObject({ value: { properties: [{ use: '住宅' }] } })
    expect(answers.basis).toBe('TITLE_DEED')
    expect((await listMessages(actor)).filter(({ told }) => told.code === 'register-updated')).toHaveLength(1)
    await answer(actor, applicationId, 'confirm')
  })

  test('what was chosen on an answer that has changed is asked again; a file that changes nothing of it costs no answer', async () => {
    const { actor, applicationId } = await aServedConfirmation('deed-father')
    const { answers, findings } = await the(actor, applicationId)
    const property = findings.property?.outcome === 'found' ? findings.property.value.properties[0] : undefined
    if (!property) throw new Error('no deed')
    const owners = property.owners.map((one) => one.idNumber).join('|')
    const row = (use: string) => [PROPERTIES, [property.certificateNumber, property.county, property.address, use, owners, property.registeredOn].join(',')]
    expect((await aTrial(admin, 'properties', row(property.use))).tried).toMatchObject({ changed: 0, unchanged: 1, drafts: 0 })
    await anImport(admin, 'properties', [...row('商业'), aDeed(child.idNumber)])
    await askTouched({ now: MORNING })
    expect((await the(actor, applicationId)).answers).toEqual({ ...Object.fromEntries(Object.entries(answers).filter(([name]) => name !== 'deed' && name !== 'property')) })
    await anImport(admin, 'properties', row(property.use))
  })

  test('a silent register breaks no import: it is asked again later, and the family is told then', async () => {
    const { actor, applicationId, deed } = await withoutDeed('yanghu-household')
    await anImport(admin, 'properties', deed)
    const silent = { ...registries(), property: { findProperties: async () => ({ outcome: 'unavailable', why: 'timeout' }) as const } }
    await askTouched({ now: MORNING, ask: silent })
    expect(await listMessages(actor)).toEqual([])
    await askTouched({ now: later(MORNING, 1000) })
    expect((await the(actor, applicationId)).findings.property).toMatchObject({ value: { properties: [] } })
    await askTouched({ now: later(MORNING, DAY) })
    expect((await the(actor, applicationId)).findings.property).not.toMatchObject({ value: { properties: [] } })
    expect(await listMessages(actor)).toHaveLength(1)
  })

  test('R-28 a submission is not touched: its file says which version answered, that there is a newer one, and what changed since', async () => {
    const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-mother')
    await submitApplication({ actor, applicationId, fingerprint, now: later(MORNING, 20_000) })
    const before = await the(actor, applicationId)
    await anImport(admin, 'properties', [PROPERTIES, aDeed(family('deed-mother').guardian.idNumber)], later(MORNING, 30_000))
    await askTouched({ now: later(MORNING, DAY) })
    const after = await the(actor, applicationId)
    expect({ version: after.version, answers: after.answers, findings: after.findings }).toEqual({ version: before.version, answers: before.answers, findings: before.findings })
    const file = await openApplicationFile({ actor: admin, applicationId, now: MORNING })
    const answered = file?.findings.find((one) => one.registry === 'property')?.version
    expect(answered?.newest).toBe((answered?.number ?? 0) + 1)
    expect(file?.late).toMatchObject([{ kind: 'properties', number: answered?.newest }])
    expect((await listMessages(actor)).map(({ told }) => told.code)).not.toContain('register-updated')
  })
})

test('R-51 the operator’s import makes a version too, of homes anywhere, and one that was brought in is known again', async () => {
  const table = await tableFrom('properties.csv', Buffer.from(`${PROPERTIES}\n${aDeed(guardian.idNumber, { county: '360111' })}\n`))
  expect(await importRegister({ kind: 'properties', table, now: MORNING })).toMatchObject({ ok: true, value: { written: true } })
  expect(await newest('properties')).toMatchObject({ by: null, county: null, rowCount: 1 })
  expect(await importRegister({ kind: 'properties', table, unlessKnown: true })).toMatchObject({ ok: true, value: { written: false } })
})
