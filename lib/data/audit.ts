import 'server-only'
import { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { AUDIT_ACTORS, AUDIT_EVENT_TYPES, UNSEALED_MS, type AuditActorKind, type AuditEventType } from '@/lib/domain/audit'
import { linesOf, stretchOf, typedIdNumber, type AuditFilters } from '@/lib/domain/audit-filters'
import { maskName } from '@/lib/domain/privacy'
import { decrypt, decryptUnder, keyedIndex, unwrapApplicationKey } from './cipher'
import { db } from './db'
import { Prisma } from './generated/client'

const PAGE = 50

/** A line of the log. What it holds stays closed until the line is opened. */
export type AuditLine = {
  id: string
  at: number
  type: AuditEventType
  actor: { kind: AuditActorKind; id: string | null; name: string | null }
  /** whose registration it is about: the child's id, and the receipt number where there is one */
  family: { id: string; receiptNumber: string | null } | null
  /** the seal that covers it; null while it waits for one */
  seal: number | null
}

type Row = {
  id: bigint; at: Date; type: string; actor_kind: string; actor_id: string | null; staff_name: string | null; username: string | null
  guardian_name_cipher: string | null; student_id: string | null; receipt_number: string | null; seal: number | null
}

type County = Pick<StaffActor, 'county'>

/** What the platform and its operator do is of no county, and everybody's to read; all else is the county's own (R-52). */
const OF_NO_COUNTY = Prisma.sql`county IS NULL AND actor_kind IN ('system', 'operator')`

/** A page of the log, the newest first. */
export async function listAudit({ county }: County, filters: AuditFilters): Promise<{ lines: AuditLine[]; more: boolean }> {
  const where = Prisma.join([Prisma.sql`TRUE`, ...(await auditConditions({ county }, filters))], ' AND ')
  const newest = (of: Prisma.Sql) => Prisma.sql`(SELECT id, transaction, at, type, actor_kind, actor_id, application_id FROM audit_events WHERE ${of} AND ${where} ORDER BY at DESC, id DESC LIMIT ${PAGE + 1})`
  const ofCounty = newest(Prisma.sql`county = ${county}`)
  const all = filters.actor || filters.family ? ofCounty : Prisma.sql`${ofCounty} UNION ALL ${newest(OF_NO_COUNTY)}`
  const rows = await db().$queryRaw<Row[]>`${shown(Prisma.sql`(SELECT * FROM (${all}) AS found ORDER BY at DESC, id DESC LIMIT ${PAGE + 1})`, county)} ORDER BY e.at DESC, e.id DESC`
  return { lines: rows.slice(0, PAGE).map(toLine), more: rows.length > PAGE }
}

/** What narrows the log to the filters, within one county. */
export async function auditConditions({ county }: County, { type, from, to, actor, family, before }: AuditFilters): Promise<Prisma.Sql[]> {
  const stretch = stretchOf({ from, to })
  const found: Prisma.Sql[] = []
  if (type) found.push(Prisma.sql`type = ${type}`)
  if (stretch.from !== null) found.push(Prisma.sql`at >= ${new Date(stretch.from)}`)
  if (stretch.to !== null) found.push(Prisma.sql`at < ${new Date(stretch.to)}`)
  if (actor) found.push(Prisma.sql`actor_id = ${actor}::uuid`)
  if (family) found.push(Prisma.sql`application_id IN (SELECT id FROM applications WHERE student_id = ${family}::uuid AND county = ${county})`)
  const last = before === null ? null : await db().auditEvent.findUnique({ where: { id: BigInt(before) }, select: { id: true, at: true } })
  if (last) found.push(Prisma.sql`(at, id) < (${last.at}, ${last.id})`)
  return found
}

/** Names beside the rows of `events`: of officers of the county, masked of guardians. The receipt of a family that has gone to another county is that one's (R-52). */
function shown(events: Prisma.Sql, county: string): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id, e.at, e.type, e.actor_kind, e.actor_id, s.name AS staff_name, s.username, g.name_cipher AS guardian_name_cipher, a.student_id, l.receipt_number, seal.number AS seal
    FROM ${events} AS e
    LEFT JOIN staff_accounts s ON s.id = e.actor_id AND e.actor_kind = 'staff' AND s.county = ${county}
    LEFT JOIN guardians g ON g.id = e.actor_id AND e.actor_kind = 'guardian'
    LEFT JOIN applications a ON a.id = e.application_id
    LEFT JOIN listings l ON l.application_id = e.application_id AND l.county = ${county}
    LEFT JOIN LATERAL (SELECT number FROM audit_seals WHERE through_transaction > e.transaction ORDER BY through_transaction LIMIT 1) AS seal ON TRUE`
}

const eventType = z.enum(AUDIT_EVENT_TYPES)
const actorKind = z.enum(AUDIT_ACTORS)

function toLine(row: Row): AuditLine {
  const staff = row.staff_name && `${row.staff_name}（${row.username}）`
  return {
    id: String(row.id),
    at: row.at.getTime(),
    type: eventType.parse(row.type),
    actor: { kind: actorKind.parse(row.actor_kind), id: row.actor_id, name: staff ?? (row.guardian_name_cipher && maskName(decrypt('guardians.name', row.guardian_name_cipher))) },
    family: row.student_id ? { id: row.student_id, receiptNumber: row.receipt_number } : null,
    seal: row.seal,
  }
}

/** `officers`: of the ids that it holds those of the county's own officers, by name */
type Content = { state: 'none' | 'erased' } | { state: 'open'; value: unknown }
export type AuditEvent = AuditLine & { content: Content; officers: ReadonlyMap<string, string> }

/** One event with what it holds; another county's is not there at all. Callers write the reading down. */
export async function findAuditEvent({ county }: County, id: string): Promise<AuditEvent | null> {
  const own = Prisma.sql`(SELECT * FROM audit_events WHERE id = ${BigInt(id)} AND (county = ${county} OR (${OF_NO_COUNTY})))`
  const [row] = await db().$queryRaw<Row[]>`${shown(own, county)}`
  if (!row) return null
  const { contentCipher, applicationId } = await db().auditEvent.findUniqueOrThrow({ where: { id: row.id }, select: { contentCipher: true, applicationId: true } })
  const content = await open(contentCipher, applicationId)
  return { ...toLine(row), content, officers: content.state === 'open' ? await officersIn(county, content.value) : new Map() }
}

async function officersIn(county: string, value: unknown): Promise<ReadonlyMap<string, string>> {
  const ids = linesOf(value).flatMap((line) => z.uuid().safeParse(line.value).data ?? [])
  const rows = await db().staffAccount.findMany({ where: { county, id: { in: ids } }, select: { id: true, name: true, username: true } })
  return new Map(rows.map((row) => [row.id, `${row.name}（${row.username}）`]))
}

async function open(cipher: string | null, applicationId: string | null): Promise<Content> {
  if (!cipher) return { state: 'none' }
  if (!applicationId) return { state: 'open', value: JSON.parse(decrypt('audit', cipher)) }
  const application = await db().application.findUnique({ where: { id: applicationId }, select: { wrappedKey: true } })
  if (!application?.wrappedKey) return { state: 'erased' }
  return { state: 'open', value: JSON.parse(decryptUnder(unwrapApplicationKey(application.wrappedKey), 'audit', cipher)) }
}

/** An officer of the county by username, or a guardian with a registration in it by ID number. */
export async function findAuditActor({ county }: County, typed: string): Promise<string | null> {
  const staff = await db().staffAccount.findFirst({ where: { county, username: typed }, select: { id: true } })
  if (staff) return staff.id
  const idNumber = typedIdNumber(typed)
  if (!idNumber) return null
  const guardian = await db().guardian.findFirst({ where: { idNumberIndex: keyedIndex('id-number', idNumber), applications: { some: { county } } }, select: { id: true } })
  return guardian?.id ?? null
}

/** A child with a registration in the county, by ID number or by a receipt of any round. */
export async function findAuditFamily({ county }: County, typed: string): Promise<string | null> {
  const idNumber = typedIdNumber(typed)
  if (idNumber) {
    const student = await db().student.findFirst({ where: { idNumberIndex: keyedIndex('id-number', idNumber), applications: { some: { county } } }, select: { id: true } })
    return student?.id ?? null
  }
  const submission = await db().submission.findFirst({ where: { county, receiptNumber: typed.normalize('NFKC').toUpperCase() }, select: { studentId: true } })
  return submission?.studentId ?? null
}

export type Sealing = { newest: { number: number; at: number } | null; waiting: number; late: boolean }

/** Whether sealing keeps up: the newest seal, how much has been written since, and whether any of it has waited too long. @param real real time, milliseconds */
export async function readSealing(real: number): Promise<Sealing> {
  const newest = await db().auditSeal.findFirst({ orderBy: { number: 'desc' }, select: { number: true, sealedAt: true, throughTransaction: true } })
  const since = { transaction: { gte: newest?.throughTransaction ?? 0n } }
  const [waiting, late] = await Promise.all([db().auditEvent.count({ where: since }), db().auditEvent.count({ where: { ...since, at: { lt: new Date(real - UNSEALED_MS) } } })])
  return { newest: newest && { number: newest.number, at: newest.sealedAt.getTime() }, waiting, late: late > 0 }
}
