import { beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { readScan } from '@/lib/commands/read-scan'
import { removeScan } from '@/lib/commands/remove-scan'
import { sendProposal } from '@/lib/commands/send-proposal'
import { sweepMaterials } from '@/lib/commands/sweep-materials'
import { withdrawProposal } from '@/lib/commands/withdraw-proposal'
import type { StaffActor } from '@/lib/domain/actor'
import { ABANDONED_MS } from '@/lib/domain/desk-entries'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { storage } from '@/lib/storage/configured'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { emptyFamilies } from '../support/database'
import { aDraftProposal, aProperty, aProposal, scan } from '../support/desk'
import { family } from '../support/families'
import { aDraft, later, MORNING, signedIn } from '../support/journey'
import { aJpeg, aPdf } from '../support/pictures'
import { aStaffMember } from '../support/staff'
import { storedKeys } from '../support/uploads'

const HOUR = 60 * 60 * 1000
const { guardian, child } = family('no-property')
let officer: StaffActor
let colleague: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  officer = await aStaffMember('desk')
  colleague = await aStaffMember('desk')
})
beforeEach(async () => {
  await emptyFamilies(getEnv().databaseUrl)
  for await (const { key } of storage().list()) await storage().remove(key)
})

async function fields() {
  return aProperty(await aDraft(await signedIn({ guardian }), child.idNumber), guardian)
}

const refused = (code: string) => ({ ok: false, failure: { code } })

/** A form with one scan, of which the line breaks off half way. */
async function cutInTheMiddle(proposalId: string): Promise<Request> {
  const form = new FormData()
  form.append('proposalId', proposalId)
  form.append('file', new File([Buffer.from(await aJpeg())], '证明.jpg'))
  const whole = new Request('http://localhost', { method: 'POST', body: form })
  const bytes = new Uint8Array(await whole.arrayBuffer())
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new Error('ECONNRESET'))
      sent = true
      controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)))
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half', headers: { 'content-type': whole.headers.get('content-type') ?? '' } }
  return new Request('http://localhost', init)
}

test('R-46 a scan that is cut in the middle leaves nothing; the draft stands, and scanning once more is all there is to do', async () => {
  const proposalId = await aDraftProposal(officer, 'property', await fields())
  const received = await receiveForm(await cutInTheMiddle(proposalId), z.object({ proposalId: z.tuple([z.uuid()]) }))
  expect(received).toMatchObject({ files: [], fault: 'UPLOAD_CUT' })
  expect(await scan(officer, proposalId, Buffer.from('no picture'))).toEqual(refused('MATERIAL_TYPE'))
  expect([await db().deskScan.count(), await storedKeys()]).toEqual([0, []])
  expect(await scan(officer, proposalId)).toMatchObject({ ok: true })
  expect(await sendProposal({ actor: officer, proposalId, now: MORNING })).toEqual({ ok: true, value: null })
})

test('R-46 a scan is encrypted under the family’s key and read page by page, a draft’s by its officer alone; each reading is written down', async () => {
  const proposalId = await aDraftProposal(officer, 'property', await fields())
  const scanned = await scan(officer, proposalId, aPdf(2), '查询证明.pdf')
  const scanId = scanned.ok ? scanned.value.scanId : ''
  expect(await storedKeys()).toEqual([1, 2].flatMap((page) => [`${scanId}/${page}-full`, `${scanId}/${page}-thumb`]))
  for await (const { key } of storage().list()) expect(Buffer.from((await storage().get(key)) ?? []).subarray(0, 3).toString('latin1')).not.toBe('\xff\xd8\xff')
  expect(await readScan({ actor: colleague, scanId, page: 1, size: 'full' })).toEqual(refused('NOT_FOUND'))
  const read = await readScan({ actor: officer, scanId, page: 2, size: 'full' })
  expect(read.ok && Buffer.from(read.value.jpeg).subarray(0, 3).toString('latin1')).toBe('\xff\xd8\xff')
  expect(await readScan({ actor: officer, scanId, page: 3, size: 'full' })).toEqual(refused('NOT_FOUND'))
  expect(await db().auditEvent.count({ where: { type: 'scan-read' } })).toBe(1)
})

test('R-46 what is taken out of a draft is gone; what was laid before the second officer is not taken out', async () => {
  const proposalId = await aDraftProposal(officer, 'property', await fields())
  const [first, second] = [await scan(officer, proposalId), await scan(officer, proposalId)]
  const [firstId, secondId] = [first, second].map((one) => (one.ok ? one.value.scanId : ''))
  expect(await removeScan({ actor: colleague, proposalId, scanId: firstId ?? '' })).toEqual(refused('NOT_FOUND'))
  expect(await removeScan({ actor: officer, proposalId, scanId: firstId ?? '' })).toEqual({ ok: true, value: null })
  expect((await storedKeys()).every((key) => key.startsWith(secondId ?? ''))).toBe(true)
  await sendProposal({ actor: officer, proposalId, now: MORNING })
  expect(await removeScan({ actor: officer, proposalId, scanId: secondId ?? '' })).toEqual(refused('CHANGED_MEANWHILE'))
})

test('R-46 the sweep keeps scans that have a row, and those of a proposal that was taken back; a dropped draft leaves none', async () => {
  const given = await fields()
  await withdrawProposal({ actor: officer, proposalId: await aProposal(officer, 'property', given), now: MORNING })
  const kept = await storedKeys()
  expect(kept).toHaveLength(2)
  const draft = await aDraftProposal(officer, 'property', given)
  await scan(officer, draft)
  expect(await withdrawProposal({ actor: officer, proposalId: draft, now: MORNING })).toMatchObject({ ok: true })
  expect(await storedKeys()).toEqual(kept)
  expect(await sweepMaterials({ now: { real: Date.now() + 2 * HOUR, season: MORNING.season } })).toEqual({ rows: 0, objects: 0, incoming: 0 })
  expect(await storedKeys()).toEqual(kept)
})

test('R-46 a draft that nobody lays before the second officer is dropped after a week, with its scans', async () => {
  const proposalId = await aDraftProposal(officer, 'property', await fields())
  await scan(officer, proposalId)
  const sweepAt = (after: number) => sweepMaterials({ now: { ...later(MORNING, after), real: Date.now() } })
  expect(await sweepAt(ABANDONED_MS)).toMatchObject({ rows: 0 })
  expect(await sweepAt(ABANDONED_MS + 1)).toMatchObject({ rows: 1 })
  expect([await storedKeys(), await db().deskScan.count()]).toEqual([[], 0])
  expect(await db().proposal.findUnique({ where: { id: proposalId } })).toMatchObject({ status: 'withdrawn' })
})
