import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Completion, Now, StaffActor } from '@/lib/domain/actor'
import { assistanceContent, type CheckedCard, type Presence } from '@/lib/domain/assistance'
import { maskIdNumber } from '@/lib/domain/privacy'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { decrypt, encrypt, keyedIndex, newApplicationKey, plainHash, unwrapApplicationKey, type ApplicationKey } from './cipher'
import type { Db, Transaction } from './db'
import { SCAN_PURPOSE, type ScanDetail } from './desk-scans'
import { Prisma } from './generated/client'
import { completionOf, LONGEST_MS } from './guardians'
import { readContent, writeContent } from './json'

const PURPOSE = 'assistance'

/** An officer's act for one guardian, as that officer's pages show it. */
export type Assistance = {
  id: string
  county: string
  guardian: { name: string; idNumber: string }
  /** whom it is for: a person of our tables, and before the consent is signed what the card says */
  of: { guardianId: string } | { card: CheckedCard }
  presence: Presence
  completion: Completion | null
  key: ApplicationKey
  scans: number
}

/** Whether the card bears the name with which its owner has signed in through 昌通码; of anybody else the card is the first word. */
export async function bearsTheirName(on: Db, { idNumber, name }: CheckedCard): Promise<boolean> {
  const guardian = await on.guardian.findUnique({ where: { idNumberIndex: keyedIndex('id-number', idNumber) }, select: { subject: true, nameCipher: true } })
  return !guardian?.subject || decrypt('guardians.name', guardian.nameCipher) === name
}

/**
 * The guardian whose card an officer has checked. Of somebody who has signed in through 昌通码 name and phone are what
 * 昌通码 says: the card must then bear that name, and nothing is written over.
 */
async function recordCheckedCard(transaction: Transaction, { idNumber, name, phone }: CheckedCard, now: Now): Promise<string | null> {
  const idNumberIndex = keyedIndex('id-number', idNumber)
  const said = { nameCipher: encrypt('guardians.name', name), ...(phone ? { phoneCipher: encrypt('guardians.phone', phone) } : {}) }
  await transaction.guardian.createMany({ data: [{ idNumberIndex, idNumberCipher: encrypt('guardians.id_number', idNumber), ...said }], skipDuplicates: true })
  await transaction.guardian.update({ where: { idNumberIndex }, data: { seenAt: new Date(now.season) }, select: { id: true } })
  // One statement: whoever signs in at this moment is either before it, and kept, or after it, and writes over it.
  await transaction.guardian.updateMany({ where: { idNumberIndex, subject: null }, data: said })
  const guardian = await transaction.guardian.findUniqueOrThrow({ where: { idNumberIndex }, select: { id: true, nameCipher: true } })
  return decrypt('guardians.name', guardian.nameCipher) === name ? guardian.id : null
}

type Opened = Pick<Assistance, 'of' | 'presence' | 'completion'> & { actor: StaffActor; now: Now }

/** Writes down for whom an officer acts; the paper consent comes next. @returns its id */
export async function openAssistance(transaction: Transaction, { actor, of, presence, completion, now }: Opened): Promise<string> {
  const { key, wrapped } = newApplicationKey()
  const known = 'guardianId' in of
  const { id } = await transaction.assistance.create({
    data: {
      county: actor.county, staffId: actor.staffId, staffSessionId: actor.sessionId, guardianId: known ? of.guardianId : null, startedAt: new Date(now.season), begunAt: new Date(now.real), wrappedKey: wrapped,
      completesId: completion?.applicationId ?? null, judgedAt: completion && new Date(completion.judgedAt),
      contentCipher: writeContent(key, PURPOSE, { schemaVersion: 1, presence, card: known ? null : of.card }),
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
export async function findAssistance(on: Db, { staffId, sessionId, county }: StaffActor, id: string): Promise<Assistance | 'over' | null> {
  const row = await on.assistance.findFirst({ where: { id, staffId, county }, select: columns })
  if (!row) return null
  if (row.endedAt || row.staffSessionId !== sessionId || !row.wrappedKey) return 'over'
  const key = unwrapApplicationKey(row.wrappedKey)
  const { presence, card } = readContent(key, PURPOSE, row.contentCipher, assistanceContent)
  const { guardian, guardianId } = row
  const named = guardian ? { name: decrypt('guardians.name', guardian.nameCipher), idNumber: decrypt('guardians.id_number', guardian.idNumberCipher) } : card
  const of = guardianId ? { guardianId } : card && { card }
  if (!named || !of) return 'over'
  return { id: row.id, county: row.county, guardian: { name: named.name, idNumber: maskIdNumber(named.idNumber) }, of, presence, completion: completionOf(row), key, scans: row._count.scans }
}

/**
 * The person who has consented: written as the card says, which the act then keeps no longer. The act is taken for the rest
 * of the transaction, so that it does not end meanwhile.
 */
export async function recordConsenting(transaction: Transaction, { id, of, key, presence }: Assistance, now: Now): Promise<Result<{ guardianId: string }, { code: 'ASSISTANCE_OVER' | 'GUARDIAN_NAME_DIFFERS' }>> {
  const [held] = await transaction.$queryRaw<{ guardian_id: string | null }[]>`SELECT guardian_id FROM assistances WHERE id = ${id}::uuid AND ended_at IS NULL FOR UPDATE`
  if (!held) return fail({ code: 'ASSISTANCE_OVER' })
  const known = held.guardian_id ?? ('guardianId' in of ? of.guardianId : null)
  if (known || !('card' in of)) return known ? succeed({ guardianId: known }) : fail({ code: 'ASSISTANCE_OVER' })
  const guardianId = await recordCheckedCard(transaction, of.card, now)
  if (!guardianId) return fail({ code: 'GUARDIAN_NAME_DIFFERS' })
  await transaction.assistance.update({ where: { id }, data: { guardianId, contentCipher: writeContent(key, PURPOSE, { schemaVersion: 1, presence, card: null }) }, select: { id: true } })
  return succeed({ guardianId })
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

/** Of a session in which an officer acts: the browser's own cookie so tells, once it is over, that its person is no guardian. */
const ASSISTED = 'desk.'

export function newAssistedToken(): string {
  return `${ASSISTED}${randomBytes(32).toString('base64url')}`
}

export function isAssistedToken(token: string): boolean {
  return token.startsWith(ASSISTED)
}

/** The guardian's session in the officer's browser, one at a time. @param token new, of this session alone */
export async function openAssistedSession(transaction: Transaction, { assistanceId, guardianId }: { assistanceId: string; guardianId: string }, token: string, real: number): Promise<void> {
  await transaction.guardianSession.deleteMany({ where: { assistanceId } })
  await transaction.guardianSession.create({
    data: { tokenHash: plainHash(token), guardianId, assistanceId, createdAt: new Date(real), lastSeenAt: new Date(real), expiresAt: new Date(real + LONGEST_MS) },
    select: { guardianId: true },
  })
}

/** The guardian's registrations that lie open before the officer from the consent on: those of the officer's county. */
export async function listLaidOpen(on: Db, { guardianId, county }: { guardianId: string; county: string }): Promise<{ id: string; county: string; key: ApplicationKey }[]> {
  const rows = await on.application.findMany({ where: { guardianId, county, wrappedKey: { not: null } }, select: { id: true, wrappedKey: true }, orderBy: { id: 'asc' } })
  return rows.flatMap(({ id, wrappedKey }) => (wrappedKey ? [{ id, county, key: unwrapApplicationKey(wrappedKey) }] : []))
}

/** What an officer did for a guardian is over. @param at the season's clock, milliseconds @returns whose act it was */
export async function endAssistance(transaction: Transaction, id: string, at: number): Promise<{ staffId: string; county: string }> {
  return transaction.assistance.update({ where: { id }, data: { endedAt: new Date(at) }, select: { staffId: true, county: true } })
}

/**
 * The same for what was begun in sessions that are no more: with it goes the guardian's session in that browser, and where
 * nobody had consented yet also the key to what the card said (P9). The clock is the season's, read where it stands: whoever
 * ends a session of staff lives by real time. @returns whose acts they were for; null where nobody had consented
 */
export async function endLeftAssistances(transaction: Transaction, staffId: string): Promise<{ id: string; guardianId: string | null; county: string }[]> {
  const left = await transaction.$queryRaw<{ id: string; guardian_id: string | null; county: string }[]>`
    UPDATE assistances SET ended_at = clock_timestamp() + clock.offset_ms * interval '1 millisecond',
      wrapped_key = CASE WHEN guardian_id IS NULL THEN NULL ELSE wrapped_key END, content_cipher = CASE WHEN guardian_id IS NULL THEN '' ELSE content_cipher END
    FROM clock_setting AS clock
    WHERE clock.id = 1 AND staff_id = ${staffId}::uuid AND staff_session_id IS NULL AND ended_at IS NULL RETURNING assistances.id, guardian_id, county`
  await transaction.guardianSession.deleteMany({ where: { assistanceId: { in: left.map(({ id }) => id) } } })
  return left.map(({ id, guardian_id: guardianId, county }) => ({ id, guardianId, county }))
}

/**
 * Ends acts to which nobody has consented, and destroys their key: what the card said is nobody's any more (P9). What was
 * signed has its scan, and ends with its session. @param which one of the officer's, or all that were begun before, by real time
 */
export async function endUnsigned(transaction: Transaction, which: { id: string; officer: StaffActor } | { begunBefore: Date }, at: number): Promise<{ id: string; county: string }[]> {
  const wanted = 'id' in which ? Prisma.sql`id = ${which.id}::uuid AND staff_id = ${which.officer.staffId}::uuid AND county = ${which.officer.county}` : Prisma.sql`begun_at < ${which.begunBefore}`
  // Taken first, and looked at afterwards: a consent that is being stored at this moment is seen by the second statement only.
  const held = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM assistances WHERE ${wanted} AND ended_at IS NULL AND NOT EXISTS (SELECT FROM desk_scans s WHERE s.assistance_id = assistances.id)
    ORDER BY id FOR UPDATE`
  return transaction.assistance.updateManyAndReturn({
    where: { id: { in: held.map(({ id }) => id) }, endedAt: null, scans: { none: {} } },
    data: { endedAt: new Date(at), wrappedKey: null, contentCipher: '' },
    select: { id: true, county: true },
  })
}
