import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@/lib/domain/actor'
import { readClock } from '@/lib/clock'
import { exportInquiries } from '@/lib/commands/export-inquiries'
import { runSimulations } from '@/lib/commands/run-simulations'
import { startSimulation } from '@/lib/commands/start-simulation'
import { openAssistance } from '@/lib/data/assistances'
import { newApplicationKey } from '@/lib/data/cipher'
import { addCountyProposal, listCountyProposals } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { listExports } from '@/lib/data/inquiries'
import { keepUpload, listUploads } from '@/lib/data/register-uploads'
import { listSeasonDrafts } from '@/lib/data/season-drafts'
import type { PublishedSeason } from '@/lib/data/seasons'
import { findFinishedSimulation } from '@/lib/data/simulations'
import { aTriedDraft, redrawn } from '../support/tried-draft'

/** What an administrator and an officer of the desk have under way: found again the next time, but for the act at the desk, which is begun anew. */
export type Prepared = { draftId: string; seasonProposalId: string; uploadId: string; assistanceId: string }

export async function whatIsUnderWay({ county, year }: PublishedSeason, admin: StaffActor, desk: StaffActor, guardianId: string): Promise<Prepared> {
  const draftId = (await listSeasonDrafts(db(), admin)).find(({ status }) => status === 'editing')?.id ?? (await aTriedDraft(admin, redrawn({ 'YF-03': 'SX', 'YF-05': null, 'LJ-01': 'YF' })))
  await tried(admin, draftId, year)
  const now = await readClock()
  const [waiting] = await listCountyProposals(db(), admin, { kinds: ['publish-season'], waiting: true })
  const proposed = waiting ?? (await db().$transaction(async (transaction) => {
    const added = await addCountyProposal(transaction, { actor: admin, year, kind: 'publish-season', subjectId: draftId, content: { schemaVersion: 1, revision: 1, filesHash: '', overClose: null }, now })
    return added.ok ? added.value : null
  }))
  if (!proposed) throw new Error('no proposal of the load')
  if ((await listExports({ county })).length === 0) {
    for (const department of ['police', 'resources'] as const) await exportInquiries({ actor: admin, asked: { department, format: 'xlsx', reason: '核对登记数据' }, now })
  }
  const assistanceId = await db().$transaction((transaction) => openAssistance(transaction, { actor: desk, of: { guardianId }, presence: 'present', completion: null, now }))
  return { draftId, seasonProposalId: proposed.id, uploadId: await aRefusedFile(admin, now.real), assistanceId }
}

/** On every family of the load; that takes its time, once. */
async function tried(admin: StaffActor, draftId: string, year: number): Promise<void> {
  if (await findFinishedSimulation(admin, draftId)) return
  await startSimulation({ actor: admin, draftId, year, drafts: true, against: 'submitted' })
  await runSimulations({ now: await readClock() })
}

/** With as many faults as a page shows of a file of a county's people. */
async function aRefusedFile(admin: StaffActor, real: number): Promise<string> {
  const [known] = await listUploads(admin, real)
  if (known) return known.id
  const id = randomUUID()
  const findings = Array.from({ length: 1000 }, (_, place) => ({ line: place + 2, message: '身份证号的校验位不对' }))
  await keepUpload(db(), admin, { id, kind: 'people', version: 'load', tried: { schemaVersion: 1, is: 'refused', read: 240_000, bad: 1000, findings }, wrapped: newApplicationKey().wrapped }, real)
  return id
}
