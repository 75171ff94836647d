import 'server-only'
import type { Completion, Now, StaffActor } from '@/lib/domain/actor'
import { assistanceContent, type Presence } from '@/lib/domain/assistance'
import { maskIdNumber } from '@/lib/domain/privacy'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { decrypt, encrypt, keyedIndex, newApplicationKey, plainHash, unwrapApplicationKey, type ApplicationKey } from './cipher'
import type { Db, Transaction } from './db'
import { SCAN_PURPOSE, type ScanDetail } from './desk-scans'
import type { Prisma } from './generated/client'
import { completionOf, LONGEST_MS } from './guardians'
import { readContent, writeContent } from './json'

const PURPOSE = 'assistance'

/** An officer's act for one guardian, as that officer's pages show it. */
export type Assistance = {
  id: string
  county: string
  guardianId: string
  guardian: { name: string; idNumber: string }
  presence: Presence
  completion: Completion | null
  key: ApplicationKey
  scans: number
  ended: boolean
}

export type CheckedCard = { idNumber: string; name: string; phone: string | null }

/**
 * The guardian whose card an officer has checked. Of somebody who has signed in through 昌通码 name and phone are what
 * 昌通码 says: the card must then bear that name, and nothing is written over.
 */
export async function recordCheckedCard(transaction: Transaction, { idNumber, name, phone }: CheckedCard): Promise<Result<{ guardianId: string }, { code: 'GUARDIAN_NAME_DIFFERS' }>> {
  const idNumberIndex = keyedIndex('id-number', idNumber)
  const said = { nameCipher: encrypt('guardians.name', name), ...(phone ? { phoneCipher: encrypt('guardians.phone', phone) } : {}) }
  await transaction.guardian.createMany({ data: [{ idNumberIndex, idNumberCipher: encrypt('guardians.id_number', idNumber), ...said }], skipDuplicates: true })
  // One statement: whoever signs in at this moment is either before it, and kept, or after it, and writes over it.
  await transaction.guardian.updateMany({ where: { idNumberIndex, subject: null }, data: said })
  const guardian = await transaction.guardian.findUniqueOrThrow({ where: { idNumberIndex }, select: { id: true, nameCipher: true } })
  return decrypt('guardians.name', guardian.nameCipher) === name ? succeed({ guardianId: guardian.id }) : fail({ code: 'GUARDIAN_NAME_DIFFERS' })
}

type Opened = { actor: StaffActor; guardianId: string; presence: Presence; completion: Completion | null; now: Now }

/** Writes down for whom an officer acts; the paper consent comes next. @returns its id */
export async function openAssistance(transaction: Transaction, { actor, guardianId, presence, completion, now }: Opened): Promise<string> {
  const { key, wrapped } = newApplicationKey()
  const { id } = await transaction.assistance.create({
    data: {
      county: actor.county, staffId: actor.staffId, staffSessionId: actor.sessionId, guardianId, startedAt: new Date(now.season), wrappedKey: wrapped,
      completesId: completion?.applicationId ?? null, judgedAt: completion && new Date(completion.judgedAt),
      contentCipher: writeContent(key, PURPOSE, { schemaVersion: 1, presence }),
    },
    select: { id: true },
  })
  return id
}

const columns = {
  id: true, county: true, guardianId: true, completesId: true, judgedAt: true, endedAt: true, staffSessionId: true, wrappedKey: true, contentCipher: true,
  guardian: { select: { nameCipher: true, idNumberCipher: true } },
  _count: { select: { scans: true } },
} as const satisfies Prisma.AssistanceSelect

/** The officer's own; a colleague's is not there at all. One of a session before this one has ended with that session. */
export async function findAssistance(on: Db, { staffId, sessionId, county }: StaffActor, id: string): Promise<Assistance | null> {
  const row = await on.assistance.findFirst({ where: { id, staffId, county }, select: columns })
  if (!row?.wrappedKey) return null
  const key = unwrapApplicationKey(row.wrappedKey)
  return {
    id: row.id,
    county: row.county,
    guardianId: row.guardianId,
    guardian: { name: decrypt('guardians.name', row.guardian.nameCipher), idNumber: maskIdNumber(decrypt('guardians.id_number', row.guardian.idNumberCipher)) },
    presence: readContent(key, PURPOSE, row.contentCipher, assistanceContent).presence,
    completion: completionOf(row),
    key,
    scans: row._count.scans,
    ended: row.endedAt !== null || row.staffSessionId !== sessionId,
  }
}

export type ScannedPaper = { id: string; mediaType: string; bytes: number; detail: ScanDetail }

/** The pages of the signed consent, in their order; a second paper is another one, not instead of the first. */
export async function addConsentScans(transaction: Transaction, { id: assistanceId, key, scans: before }: Pick<Assistance, 'id' | 'key' | 'scans'>, papers: readonly ScannedPaper[], now: Now): Promise<void> {
  await transaction.deskScan.createMany({
    data: papers.map(({ detail, ...paper }, index) => ({
      ...paper, assistanceId, position: before + index + 1, pages: detail.pages.length, detailCipher: writeContent(key, SCAN_PURPOSE, detail), createdAt: new Date(now.season),
    })),
  })
}

/** The guardian's session in the officer's browser, one at a time. @param token new, of this session alone */
export async function openAssistedSession(transaction: Transaction, { id: assistanceId, guardianId }: Pick<Assistance, 'id' | 'guardianId'>, token: string, real: number): Promise<void> {
  await transaction.guardianSession.deleteMany({ where: { assistanceId } })
  await transaction.guardianSession.create({
    data: { tokenHash: plainHash(token), guardianId, assistanceId, createdAt: new Date(real), lastSeenAt: new Date(real), expiresAt: new Date(real + LONGEST_MS) },
    select: { guardianId: true },
  })
}

/** The guardian's registrations that lie open before the officer from the consent on: those of the officer's county. */
export async function listLaidOpen(on: Db, { guardianId, county }: Pick<Assistance, 'guardianId' | 'county'>): Promise<{ id: string; county: string; key: ApplicationKey }[]> {
  const rows = await on.application.findMany({ where: { guardianId, county, wrappedKey: { not: null } }, select: { id: true, wrappedKey: true }, orderBy: { id: 'asc' } })
  return rows.flatMap(({ id, wrappedKey }) => (wrappedKey ? [{ id, county, key: unwrapApplicationKey(wrappedKey) }] : []))
}

/** What an officer did for a guardian is over. @param at the season's clock, milliseconds @returns whose act it was */
export async function endAssistance(transaction: Transaction, id: string, at: number): Promise<{ staffId: string; county: string }> {
  return transaction.assistance.update({ where: { id }, data: { endedAt: new Date(at) }, select: { staffId: true, county: true } })
}

/**
 * The same for what was begun in sessions that are no more: with it goes the guardian's session in that browser. The clock is
 * the season's, read where it stands: whoever ends a session of staff lives by real time. @returns whose acts they were for
 */
export async function endLeftAssistances(transaction: Transaction, staffId: string): Promise<{ id: string; guardianId: string; county: string }[]> {
  const left = await transaction.$queryRaw<{ id: string; guardian_id: string; county: string }[]>`
    UPDATE assistances SET ended_at = clock_timestamp() + clock.offset_ms * interval '1 millisecond' FROM clock_setting AS clock
    WHERE clock.id = 1 AND staff_id = ${staffId}::uuid AND staff_session_id IS NULL AND ended_at IS NULL RETURNING assistances.id, guardian_id, county`
  await transaction.guardianSession.deleteMany({ where: { assistanceId: { in: left.map(({ id }) => id) } } })
  return left.map(({ id, guardian_id: guardianId, county }) => ({ id, guardianId, county }))
}
