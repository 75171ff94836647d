import 'server-only'
import { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { SeasonTable } from '@/lib/domain/season-draft'
import type { SeasonFinding, Table } from '@/lib/rules'
import type { Db, Transaction } from './db'

const table = z.object({
  file: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.object({ line: z.int(), cells: z.record(z.string(), z.string()) })),
})
const finding = z.object({ file: z.string(), line: z.int(), message: z.string() })

/** A season's folder as it is being edited. A table is null while it is missing or cannot be read: `unread` then says why. */
export type DraftContent = Readonly<Record<SeasonTable, Table | null>> & {
  readonly schemaVersion: 1
  readonly settings: z.core.util.JSONType
  readonly settingsLines: Readonly<Record<string, number>>
  readonly agreement: string | null
  readonly unread: readonly SeasonFinding[]
}

export const draftContent: z.ZodType<DraftContent> = z.object({
  schemaVersion: z.literal(1),
  settings: z.json(),
  settingsLines: z.record(z.string(), z.int()),
  schools: table.nullable(),
  categories: table.nullable(),
  catchment: table.nullable(),
  materials: table.nullable(),
  reasons: table.nullable(),
  agreement: z.string().nullable(),
  unread: z.array(finding),
})

export type SeasonDraft = {
  id: string
  county: string
  year: number
  status: 'editing' | 'proposed' | 'published' | 'dropped'
  revision: number
  content: DraftContent
  /** the version that it began as, and whose rows it is compared with; null of a season from files */
  basedOnId: string | null
  createdById: string
  createdAt: number
  changedById: string
  changedAt: number
}

/** A draft of the officer's own county; another county's is not there at all. */
export async function findSeasonDraft(on: Db, { county }: Pick<StaffActor, 'county'>, id: string): Promise<SeasonDraft | null> {
  const row = await on.seasonDraft.findFirst({ where: { id, county } })
  return row && { ...row, content: draftContent.parse(row.content), createdAt: row.createdAt.getTime(), changedAt: row.changedAt.getTime() }
}

/** The same for the rest of the transaction: nobody edits, proposes or decides it meanwhile. */
export async function holdSeasonDraft(transaction: Transaction, actor: Pick<StaffActor, 'county'>, id: string): Promise<SeasonDraft | null> {
  await transaction.$executeRaw`SELECT id FROM season_drafts WHERE id = ${id}::uuid AND county = ${actor.county} FOR NO KEY UPDATE`
  return findSeasonDraft(transaction, actor, id)
}

export type DraftHead = Omit<SeasonDraft, 'content'>

/** The county's drafts, the newest first, without what stands in them. */
export async function listSeasonDrafts(on: Db, { county }: Pick<StaffActor, 'county'>, take = 50): Promise<DraftHead[]> {
  const rows = await on.seasonDraft.findMany({ where: { county }, omit: { content: true }, orderBy: { createdAt: 'desc' }, take })
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime(), changedAt: row.changedAt.getTime() }))
}

type Opened = { actor: StaffActor; year: number; content: DraftContent; basedOnId: string | null }

/** A new draft. DRAFT_OPEN where that season has one already. */
export async function addSeasonDraft(transaction: Transaction, { actor: { county, staffId }, year, content, basedOnId }: Opened): Promise<Result<{ id: string }, { code: 'DRAFT_OPEN' }>> {
  const [written] = await transaction.seasonDraft.createManyAndReturn({
    data: [{ county, year, content, basedOnId, createdById: staffId, changedById: staffId }],
    select: { id: true }, skipDuplicates: true,
  })
  return written ? succeed(written) : fail({ code: 'DRAFT_OPEN' })
}

type Edited = { actor: StaffActor; id: string; /** that the officer saw */ revision: number; content: DraftContent }

/** Replaces what stands in a draft that is being edited. @returns the new revision; null when it has moved on meanwhile, or is not being edited */
export async function writeSeasonDraft(transaction: Transaction, { actor, id, revision, content }: Edited): Promise<number | null> {
  const written = await transaction.seasonDraft.updateMany({
    where: { id, county: actor.county, status: 'editing', revision },
    data: { content, revision: { increment: 1 }, changedById: actor.staffId, changedAt: new Date() },
  })
  return written.count === 1 ? revision + 1 : null
}

/** Lays a draft before the second officer, gives it back, ends it. @returns false when it did not stand as `from` says */
export async function moveSeasonDraft(transaction: Transaction, { county }: Pick<StaffActor, 'county'>, id: string, from: readonly SeasonDraft['status'][], to: SeasonDraft['status']): Promise<boolean> {
  const moved = await transaction.seasonDraft.updateMany({ where: { id, county, status: { in: [...from] } }, data: { status: to } })
  return moved.count === 1
}
