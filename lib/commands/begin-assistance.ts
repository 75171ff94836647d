import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { shownName } from '@/lib/domain/materials'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordAudit } from '@/lib/audit/record'
import { addConsentScans, findAssistance, listLaidOpen, newAssistedToken, openAssistedSession, recordConsenting, type Assistance, type ScannedPaper } from '@/lib/data/assistances'
import { db, type Transaction } from '@/lib/data/db'
import { drop, type Incoming } from '@/lib/intake/incoming'
import { takeApart } from '@/lib/intake/take-apart'
import type { UnfitCode } from '@/lib/intake/unfit'
import { removePages, storePages } from '@/lib/storage/material-pages'
import type { PutFailure } from '@/lib/storage/storage'

type Failure = PutFailure | { code: UnfitCode | 'NOT_FOUND' | 'ASSISTANCE_OVER' | 'CONSENT_MISSING' | 'GUARDIAN_NAME_DIFFERS' }
type Input = { actor: StaffActor; assistanceId: string; papers: readonly Incoming[]; now: Now }

type Begun = { token: string; completes: string | null }

/**
 * Takes in the signed consent and opens the guardian's session in the officer's browser. The papers are stored first;
 * their rows, the guardian, the consent and the session are one transaction, and whatever fails before it leaves nothing:
 * who stands there is written among our people only now (P9).
 * @returns the session's token, for the guardian's cookie, and the registration that is to be completed, where it is one
 */
export async function beginAssistance({ actor, assistanceId, papers, now }: Input): Promise<Result<Begun, Failure>> {
  try {
    const assistance = await findAssistance(db(), actor, assistanceId)
    if (!assistance) return fail({ code: 'NOT_FOUND' })
    if (assistance === 'over') return fail({ code: 'ASSISTANCE_OVER' })
    if (papers.length === 0 && assistance.scans === 0) return fail({ code: 'CONSENT_MISSING' })
    return await begin({ actor, assistance, papers, now })
  } finally {
    for (const paper of papers) await drop(paper)
  }
}

type Begin = Omit<Input, 'assistanceId'> & { assistance: Assistance }

async function begin({ actor, assistance, papers, now }: Begin): Promise<Result<Begun, Failure>> {
  const stored: ScannedPaper[] = []
  const leaveNothing = async () => {
    for (const { id } of stored) await removePages(id)
  }
  try {
    for (const paper of papers) {
      const scan = await store(actor, assistance, paper)
      if (!scan.ok) {
        await leaveNothing()
        return scan
      }
      stored.push(scan.value)
    }
    const begun = await db().$transaction((transaction) => open(transaction, { actor, assistance, stored, now }))
    if (!begun.ok) await leaveNothing()
    return begun
  } catch (error) {
    await leaveNothing()
    throw error
  }
}

type Open = Omit<Begin, 'papers'> & { stored: readonly ScannedPaper[] }

async function open(transaction: Transaction, { actor, assistance, stored, now }: Open): Promise<Result<Begun, Failure>> {
  const { id: assistanceId, county } = assistance
  const consenting = await recordConsenting(transaction, assistance, now)
  if (!consenting.ok) return consenting
  const { guardianId } = consenting.value
  const token = newAssistedToken()
  await addConsentScans(transaction, assistance, stored, now)
  await openAssistedSession(transaction, { assistanceId, guardianId }, token, now.real)
  const actedBy = { kind: 'staff', id: actor.staffId, onBehalfOf: guardianId } as const
  await recordAudit(transaction, { type: 'consent-given', actor: actedBy, county, content: { kind: 'paper', assistanceId, scans: stored.map(({ id }) => id) } })
  // What was there before is the officer's to read from here on: each family's own log says so.
  for (const application of await listLaidOpen(transaction, { guardianId, county })) await recordAudit(transaction, { type: 'application-opened', actor: actedBy, application, content: { assistanceId } })
  return succeed({ token, completes: assistance.completion?.applicationId ?? null })
}

async function store({ staffId }: StaffActor, { key }: Assistance, paper: Incoming): Promise<Result<ScannedPaper, Failure>> {
  const taken = await takeApart(paper, staffId)
  if (!taken.ok) return taken
  const id = randomUUID()
  const { mediaType, pages } = taken.value
  const put = await storePages(key, id, pages)
  if (!put.ok) return put
  return succeed({ id, mediaType, bytes: put.value.bytes, detail: { schemaVersion: 1, name: shownName(paper.name), pages: pages.map(({ width, height }) => ({ width, height })) } })
}
