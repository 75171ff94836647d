import 'server-only'
import { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { AUDIT_REASONS, CASE_GROUNDS, CASE_KINDS, type AuditReason, type CaseGround, type CaseKind } from '@/lib/domain/cases'
import { CASE_REVIEWERS, type CaseFilters } from '@/lib/domain/case-filters'
import { listingDetail } from '@/lib/domain/listing'
import { isFree, narrowed } from './case-filters'
import { unwrapApplicationKey } from './cipher'
import { db } from './db'
import { readContent } from './json'
import { Prisma } from './generated/client'

export const PAGE_LINES = 50
/** Nobody needs to know whether it is four thousand or five; the database need not count them. */
export const COUNTED_UP_TO = 1000

/** How a case stands: in whose hand it is, that its answer lies before a second officer, or what came of it. Closed without a word: the family took it back. */
const STANDINGS = ['free', 'taken', 'proposed', 'approved', 'refused', 'confirmed', 'proposed-for-return', 'kept', 'changed', 'withdrawn'] as const
export type CaseStanding = (typeof STANDINGS)[number]

export type CaseLine = {
  id: string
  kind: CaseKind
  ground: CaseGround | null
  because: AuditReason | null
  round: number
  schoolCode: string | null
  openedAt: number
  dueAt: number
  standing: CaseStanding
  /** who has it in hand, or decided it */
  reviewer: { id: string; name: string } | null
  child: string
  guardian: string
}

export type CasePage = { lines: CaseLine[]; count: number | null; next: { dueAt: number; id: string } | null }

const words = z.object({ kind: z.enum(CASE_KINDS), ground: z.enum(CASE_GROUNDS).nullable(), because: z.enum(AUDIT_REASONS).nullable(), standing: z.enum(STANDINGS) })

type Row = {
  id: string; kind: string; ground: string | null; because: string | null; round: number; school_code: string | null; opened_at: Date; due_at: Date
  standing: string; reviewer_id: string | null; reviewer: string | null; detail_cipher: string; wrapped_key: string; counted: number | null
}

/** Neither an erased family's, nor one that has gone to another county. */
const SEEN = Prisma.sql`a.id = c.application_id AND a.wrapped_key IS NOT NULL AND a.county = c.county`

type Asked = { actor: StaffActor; filters: CaseFilters; years: readonly number[]; now: Now }

/**
 * One page of the county's queue: what is due first comes first; of what is closed, what was due last. Lines are found by
 * index and key, and only those of the page are decrypted. A registration that has gone to another county is that one's to
 * see, with what came of it here (R-52). `count` is null beyond COUNTED_UP_TO.
 */
export async function listCases(asked: Asked): Promise<CasePage> {
  const { filters, now } = asked
  const within = Prisma.join(conditions(asked), ' AND ')
  const [order, after] = filters.status === 'closed' ? [Prisma.sql`DESC`, Prisma.sql`<`] : [Prisma.sql`ASC`, Prisma.sql`>`]
  const from = filters.after ? Prisma.sql`AND (c.due_at, c.id) ${after} (${new Date(filters.after.dueAt)}, ${filters.after.id}::uuid)` : Prisma.empty
  const turn = Prisma.sql`ORDER BY c.due_at ${order}, c.id ${order}`
  // Who bears a name is gathered once, for the lines and for their count; everything else is walked in order until the page is full.
  const [cases, named] = filters.search
    ? [Prisma.sql`WITH found AS MATERIALIZED (SELECT c.id, c.due_at FROM review_cases c JOIN applications a ON ${SEEN} WHERE ${within})`, Prisma.sql`(SELECT c.id FROM found c WHERE TRUE ${from} ${turn} LIMIT ${PAGE_LINES + 1}) f JOIN review_cases c ON c.id = f.id`]
    : [Prisma.empty, Prisma.sql`review_cases c`]
  const [rows, counted] = await Promise.all([
    db().$queryRaw<Row[]>`
      ${cases} SELECT c.id, c.kind, c.ground, c.because, c.round, c.school_code, c.opened_at, c.due_at, l.detail_cipher, a.wrapped_key,
        CASE WHEN c.status = 'closed' THEN COALESCE(c.outcome, 'withdrawn') WHEN c.answer_id IS NOT NULL THEN 'proposed' WHEN ${isFree(now.real)} THEN 'free' ELSE 'taken' END AS standing,
        s.id AS reviewer_id, s.name AS reviewer, ${filters.search ? Prisma.sql`(SELECT count(*)::int FROM found)` : Prisma.sql`NULL::int`} AS counted
      FROM ${named}
      JOIN applications a ON ${SEEN}
      JOIN listings l ON l.application_id = c.application_id
      LEFT JOIN staff_accounts s ON s.id = c.claimed_by_id AND (c.status = 'closed' OR c.claimed_until > ${new Date(now.real)})
      WHERE ${filters.search ? Prisma.sql`TRUE` : Prisma.sql`${within} ${from}`}
      ${turn} LIMIT ${PAGE_LINES + 1}`,
    filters.search ? null : countUpTo(within, COUNTED_UP_TO + 1),
  ])
  const count = counted ?? rows[0]?.counted ?? 0
  const lines = rows.slice(0, PAGE_LINES).map(toLine)
  const last = lines.at(-1)
  return {
    lines,
    count: count <= COUNTED_UP_TO ? count : null,
    next: rows.length > PAGE_LINES && last ? { dueAt: last.dueAt, id: last.id } : null,
  }
}

async function countUpTo(within: Prisma.Sql, limit: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (SELECT 1 FROM review_cases c WHERE ${within} LIMIT ${limit}) AS counted`
  return row?.count ?? 0
}

function conditions({ actor, filters, years, now }: Asked): Prisma.Sql[] {
  const { status } = filters
  const standing = status === 'free' ? isFree(now.real) : status === 'taken' ? Prisma.sql`NOT ${isFree(now.real)}` : null
  const reviewer = ofReviewer(actor, filters, now)
  return [
    ...narrowed(filters, { actor, years, at: now.season }),
    status === 'closed' ? Prisma.sql`c.status = 'closed'` : Prisma.sql`c.status = 'open'`,
    ...(standing ? [standing] : []),
    ...(reviewer ? [reviewer] : []),
  ]
}

function ofReviewer({ staffId }: StaffActor, { status, reviewer }: CaseFilters, { real }: Now): Prisma.Sql | null {
  if (reviewer === 'anyone') return null
  const id = CASE_REVIEWERS.some((word) => word === reviewer) ? staffId : reviewer
  const theirs = status === 'closed' ? Prisma.sql`c.claimed_by_id = ${id}::uuid` : Prisma.sql`(c.claimed_by_id = ${id}::uuid AND c.claimed_until > ${new Date(real)})`
  // What is closed is in nobody's hand: of it, one's own.
  return reviewer === 'free-or-mine' && status !== 'closed' ? Prisma.sql`(${isFree(real)} OR ${theirs})` : theirs
}

function toLine(row: Row): CaseLine {
  const detail = readContent(unwrapApplicationKey(row.wrapped_key), 'listing', row.detail_cipher, listingDetail)
  return {
    ...words.parse(row),
    id: row.id,
    round: row.round,
    schoolCode: row.school_code,
    openedAt: row.opened_at.getTime(),
    dueAt: row.due_at.getTime(),
    reviewer: row.reviewer_id && row.reviewer ? { id: row.reviewer_id, name: row.reviewer } : null,
    child: detail.child ?? detail.childIdNumber,
    guardian: detail.guardian,
  }
}
