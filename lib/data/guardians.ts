import 'server-only'
import type { Assisting, Completion, GuardianActor, Now } from '@/lib/domain/actor'
import type { EstablishedRecord } from '@/lib/domain/appeal-claims'
import type { RecordFinding } from '@/lib/domain/findings'
import { decrypt, encrypt, keyedDigest, keyedIndex, plainHash } from './cipher'
import { db, type Db, type Transaction } from './db'
import type { Prisma } from './generated/client'
import { isLiveStaffSession, staffSessionColumns } from './staff'

/** After this long without a request a guardian signs in again: phones are lent and lost. */
export const IDLE_MS = 30 * 60 * 1000
/** However busy, a session ends after this. */
export const LONGEST_MS = 12 * 60 * 60 * 1000
/** A session's last use is written at most this often. */
const TOUCH_MS = 60 * 1000

export type VerifiedIdentity = { subject: string; idNumber: string; name: string; phone: string | null; level: string }

/** Writes what 昌通码 says of a person at each sign-in; name and phone may have changed since the last one. @param at by the season's clock, milliseconds */
export async function recordIdentity(identity: VerifiedIdentity, at: number): Promise<string> {
  const idNumberIndex = keyedIndex('id-number', identity.idNumber)
  const said = {
    nameCipher: encrypt('guardians.name', identity.name),
    phoneCipher: identity.phone ? encrypt('guardians.phone', identity.phone) : null,
    // Some provider may give an ID number away as its subject: kept as a digest, it is one word for one person all the same.
    subject: keyedDigest('subject', identity.subject),
    verificationLevel: identity.level,
    seenAt: new Date(at),
  }
  // Two first sign-ins of one person at once: an upsert would wait for one of two constraints and break on the other.
  await db().guardian.createMany({ data: [{ idNumberIndex, idNumberCipher: encrypt('guardians.id_number', identity.idNumber), ...said }], skipDuplicates: true })
  const guardian = await db().guardian.update({ where: { idNumberIndex }, data: said, select: { id: true } })
  return guardian.id
}

export async function findGuardianBySubject(subject: string): Promise<{ id: string } | null> {
  return db().guardian.findUnique({ where: { subject: keyedDigest('subject', subject) }, select: { id: true } })
}

export async function openSession(token: string, guardianId: string, now: number): Promise<void> {
  await db().guardianSession.create({
    data: { tokenHash: plainHash(token), guardianId, createdAt: new Date(now), lastSeenAt: new Date(now), expiresAt: new Date(now + LONGEST_MS) },
  })
}

/** @returns whose it was, and the officer's act that ends with it; null when there is no such session */
export async function endSession(token: string, on: Db = db()): Promise<{ guardianId: string; assistanceId: string | null } | null> {
  const [ended] = await on.$queryRaw<{ guardian_id: string; assistance_id: string | null }[]>`
    DELETE FROM guardian_sessions WHERE token_hash = ${plainHash(token)} RETURNING guardian_id, assistance_id`
  return ended ? { guardianId: ended.guardian_id, assistanceId: ended.assistance_id } : null
}

/**
 * The guardian whom a session cookie stands for; null once it idled, expired or was ended. One in which an officer acts is
 * over as soon as that officer's own is, or the act itself, and keeps it awake meanwhile: it is the officer who is at work.
 */
export async function findActor(token: string, now: Now): Promise<GuardianActor | null> {
  const tokenHash = plainHash(token)
  const session = await findSession(tokenHash)
  if (!session) return null
  const assistance = session.assistanceId ? await db().assistance.findUnique({ where: { id: session.assistanceId }, select: assistingColumns }) : null
  const staffSession = assistance?.staffSession ?? null
  const seen = session.lastSeenAt.getTime()
  const isOver = now.real >= session.expiresAt.getTime() || now.real - seen >= IDLE_MS
  if (isOver || (assistance && (assistance.endedAt || !staffSession || !isLiveStaffSession(staffSession, now.real)))) {
    await db().guardianSession.deleteMany({ where: { tokenHash } })
    return null
  }
  if (now.real - seen >= TOUCH_MS) await touch(tokenHash, staffSession?.id ?? null, new Date(now.real))
  const actor = actorOf(session)
  return assistance ? { ...actor, assisted: assistingOf(assistance) } : actor
}

type Session = Prisma.GuardianGetPayload<{ select: typeof identityColumns }> & { lastSeenAt: Date; expiresAt: Date; assistanceId: string | null }

/** Every request asks this first: one statement, where the client would send six. */
async function findSession(tokenHash: Uint8Array<ArrayBuffer>): Promise<Session | undefined> {
  const [session] = await db().$queryRaw<Session[]>`
    SELECT s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.assistance_id AS "assistanceId",
      g.id, g.id_number_cipher AS "idNumberCipher", g.name_cipher AS "nameCipher", g.phone_cipher AS "phoneCipher"
    FROM guardian_sessions s JOIN guardians g ON g.id = s.guardian_id WHERE s.token_hash = ${tokenHash}`
  return session
}

async function touch(tokenHash: Uint8Array<ArrayBuffer>, staffSessionId: string | null, lastSeenAt: Date): Promise<void> {
  await db().guardianSession.updateMany({ where: { tokenHash }, data: { lastSeenAt } })
  if (staffSessionId) await db().staffSession.updateMany({ where: { id: staffSessionId, lastSeenAt: { lt: lastSeenAt } }, data: { lastSeenAt } })
}

const assistingColumns = { id: true, county: true, staffId: true, completesId: true, judgedAt: true, endedAt: true, staff: { select: { name: true } }, staffSession: { select: staffSessionColumns } } as const satisfies Prisma.AssistanceSelect

function assistingOf({ id: assistanceId, county, staffId, staff, ...row }: Prisma.AssistanceGetPayload<{ select: typeof assistingColumns }>): Assisting {
  return { assistanceId, staffId, officer: staff.name, county, completion: completionOf(row) }
}

export function completionOf({ completesId, judgedAt }: Pick<Prisma.AssistanceGetPayload<null>, 'completesId' | 'judgedAt'>): Completion | null {
  return completesId && judgedAt ? { applicationId: completesId, judgedAt: judgedAt.getTime() } : null
}

export const identityColumns = { id: true, idNumberCipher: true, nameCipher: true, phoneCipher: true } as const satisfies Prisma.GuardianSelect

export function actorOf(guardian: Prisma.GuardianGetPayload<{ select: typeof identityColumns }>): GuardianActor {
  return {
    kind: 'guardian',
    guardianId: guardian.id,
    idNumber: decrypt('guardians.id_number', guardian.idNumberCipher),
    name: decrypt('guardians.name', guardian.nameCipher),
    phone: guardian.phoneCipher ? decrypt('guardians.phone', guardian.phoneCipher) : null,
  }
}

/** Whose application it is, for staff who may see it: callers have checked that. */
export async function findGuardian(guardianId: string, on: Db = db()): Promise<GuardianActor> {
  return actorOf(await on.guardian.findUniqueOrThrow({ where: { id: guardianId }, select: identityColumns }))
}

/** The row of a person who is some child's guardian, made where there is none yet. @returns its id */
async function ensureGuardian(on: Db, idNumber: string, name: string): Promise<string> {
  const idNumberIndex = keyedIndex('id-number', idNumber)
  const guardian = await on.guardian.upsert({
    where: { idNumberIndex },
    create: { idNumberIndex, idNumberCipher: encrypt('guardians.id_number', idNumber), nameCipher: encrypt('guardians.name', name) },
    update: {},
    select: { id: true },
  })
  return guardian.id
}

export async function readIdNumber(on: Db, guardianId: string): Promise<string> {
  const guardian = await on.guardian.findUniqueOrThrow({ where: { id: guardianId }, select: { idNumberCipher: true } })
  return decrypt('guardians.id_number', guardian.idNumberCipher)
}

export async function ensureStudent(on: Db, idNumber: string): Promise<string> {
  const idNumberIndex = keyedIndex('id-number', idNumber)
  const student = await on.student.upsert({
    where: { idNumberIndex },
    create: { idNumberIndex, idNumberCipher: encrypt('students.id_number', idNumber) },
    update: {},
    select: { id: true },
  })
  return student.id
}

/**
 * Whom the record names now; whoever it named before and no longer names loses the sight of the child's registration.
 * Whom the county established stays, whatever the registry answers.
 * @param at when the registry was asked
 */
export async function replaceGuardianships(transaction: Transaction, studentId: string, record: RecordFinding, at: Date): Promise<void> {
  // A guardian who was not on the record yesterday may be today: an older answer does not undo a newer one.
  if ((await transaction.guardianship.count({ where: { studentId, source: 'registry', recordedAt: { gt: at } } })) > 0) return
  const ids: string[] = []
  // In order of the ID numbers: two parents who start at once then lock the same rows in the same order.
  for (const guardian of record.guardians.toSorted((a, b) => (a.idNumber < b.idNumber ? -1 : 1))) {
    const guardianId = await ensureGuardian(transaction, guardian.idNumber, guardian.name ?? '')
    await transaction.guardianship.upsert({
      where: { studentId_guardianId: { studentId, guardianId } },
      create: { studentId, guardianId, relation: guardian.relation, recordedAt: at },
      update: { relation: guardian.relation, recordedAt: at },
      select: { studentId: true },
    })
    ids.push(guardianId)
  }
  await transaction.guardianship.deleteMany({ where: { studentId, source: 'registry', guardianId: { notIn: ids } } })
}

/** Whom an approved appeal made a guardian of the child. Whom the registry names as well stays the registry's. */
export async function addEstablishedGuardians(transaction: Transaction, studentId: string, guardians: EstablishedRecord['guardians'], at: Date): Promise<void> {
  for (const guardian of guardians.toSorted((a, b) => (a.idNumber < b.idNumber ? -1 : 1))) {
    const guardianId = await ensureGuardian(transaction, guardian.idNumber, guardian.name ?? '')
    await transaction.guardianship.createMany({ data: [{ studentId, guardianId, relation: guardian.relation, source: 'county', recordedAt: at }], skipDuplicates: true })
  }
}

/** Undoes what the county established; whom the registry names is not the county's to remove. @returns false when there is no such guardianship any more */
export async function removeEstablishedGuardian(transaction: Transaction, studentId: string, guardianId: string): Promise<boolean> {
  return (await transaction.guardianship.deleteMany({ where: { studentId, guardianId, source: 'county' } })).count === 1
}

/** Whether the county established this guardian for the child, so that the registry's silence is not the last word. */
export async function isEstablishedGuardian(on: Db, studentIdNumber: string, guardianId: string): Promise<boolean> {
  return (await on.guardianship.count({ where: { student: { idNumberIndex: keyedIndex('id-number', studentIdNumber) }, guardianId, source: 'county' } })) > 0
}

/** Whom else the record names as the child's guardians. */
export async function listOtherGuardians(on: Db, studentId: string, actor: GuardianActor): Promise<string[]> {
  const rows = await on.guardianship.findMany({ where: { studentId, guardianId: { not: actor.guardianId } }, select: { guardianId: true }, orderBy: { guardianId: 'asc' } })
  return rows.map((row) => row.guardianId)
}
