import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { DESK_KINDS, establishedWithdrawal, isDeskKind, type DeskKind } from '@/lib/domain/desk-entries'
import { materialDetail, type MaterialDetail } from '@/lib/domain/materials'
import { hasRight } from '@/lib/domain/staff'
import { findApplicationOfCounty, type Application } from './applications'
import { unwrapApplicationKey, type ApplicationKey } from './cipher'
import { db, type Db, type Transaction } from './db'
import { readContent, writeContent } from './json'
import type { Prisma } from './generated/client'

/** A paper that an officer has scanned: for a proposal, under the key of the family's application, or a consent signed at the desk. */
export type DeskScan = { id: string; createdAt: number } & Pick<MaterialDetail, 'name' | 'pages'>

const select = { id: true, createdAt: true, detailCipher: true } as const satisfies Prisma.DeskScanSelect
const inOrder = [{ position: 'asc' }, { id: 'asc' }] as const satisfies Prisma.DeskScanOrderByWithRelationInput[]
export const SCAN_PURPOSE = 'desk-scan'
const scanDetail = materialDetail.omit({ months: true })
export type ScanDetail = Omit<MaterialDetail, 'months'>

export async function listScans(on: Db, proposalId: string, { key }: Pick<Application, 'key'>): Promise<DeskScan[]> {
  const rows = await on.deskScan.findMany({ where: { proposalId }, select, orderBy: inOrder })
  return rows.map((row) => toScan(row, key))
}

/** What the desk had scanned for the entries that held when a submission was sent: its papers, beside those of appeals. */
export async function listScansBehind(on: Db, { id, key }: Pick<Application, 'id' | 'key'>, submittedAt: Date): Promise<(DeskScan & { kind: DeskKind })[]> {
  const rows = await on.deskScan.findMany({
    where: { proposal: { applicationId: id, status: 'approved', kind: { in: [...DESK_KINDS] }, decidedAt: { lte: submittedAt }, establishments: { none: { id: { in: await listWithdrawnBy(on, { id, key }, submittedAt) } } } } },
    select: { ...select, proposal: { select: { kind: true } } },
    orderBy: [{ proposalId: 'asc' }, ...inOrder],
  })
  return rows.flatMap(({ proposal, ...row }) => (proposal && isDeskKind(proposal.kind) ? [{ ...toScan(row, key), kind: proposal.kind }] : []))
}

/** What two officers had taken back by then: nothing rests on its papers any more. */
async function listWithdrawnBy(on: Db, { id, key }: Pick<Application, 'id' | 'key'>, at: Date): Promise<string[]> {
  const rows = await on.establishment.findMany({ where: { applicationId: id, kind: 'withdrawal', establishedAt: { lte: at } }, select: { contentCipher: true } })
  return rows.map(({ contentCipher }) => readContent(key, 'establishment', contentCipher, establishedWithdrawal).withdraws)
}

/** The consent that a guardian signed at the desk, under the key of the officer's act. */
export async function listConsentScans(on: Db, assistanceId: string): Promise<DeskScan[]> {
  const assistance = await on.assistance.findUnique({ where: { id: assistanceId }, select: { wrappedKey: true, scans: { select, orderBy: inOrder } } })
  if (!assistance?.wrappedKey) return []
  const key = unwrapApplicationKey(assistance.wrappedKey)
  return assistance.scans.map((row) => toScan(row, key))
}

function toScan({ id, createdAt, detailCipher }: Prisma.DeskScanGetPayload<{ select: typeof select }>, key: ApplicationKey): DeskScan {
  const { name, pages } = readContent(key, SCAN_PURPOSE, detailCipher, scanDetail)
  return { id, createdAt: createdAt.getTime(), name, pages }
}

/** Whose paper it is, and under which key it stands. */
export type FoundScan = { key: ApplicationKey } & ({ of: 'proposal'; proposalId: string; application: Application } | { of: 'assistance'; assistanceId: string; county: string })

/** Of the officer's own county: a proposal's, where a draft's only for the officer who scans for it; or, for the desk alone, a consent signed there. */
export async function findScan(actor: StaffActor, scanId: string): Promise<FoundScan | null> {
  const { county, staffId, role } = actor
  const scan = await db().deskScan.findFirst({
    where: { id: scanId, OR: [{ proposal: { county, OR: [{ status: { not: 'draft' } }, { proposedById: staffId }] } }, ...(hasRight(role, 'approveDesk') ? [{ assistance: { county } }] : [])] },
    select: { proposal: { select: { id: true, applicationId: true } }, assistance: { select: { id: true, wrappedKey: true } } },
  })
  if (scan?.assistance?.wrappedKey) return { key: unwrapApplicationKey(scan.assistance.wrappedKey), of: 'assistance', assistanceId: scan.assistance.id, county }
  const application = scan?.proposal && (await findApplicationOfCounty(actor, scan.proposal.applicationId))
  return scan?.proposal && application ? { key: application.key, of: 'proposal', proposalId: scan.proposal.id, application } : null
}

type NewScan = { id: string; proposalId: string; mediaType: string; bytes: number; createdAt: Date; detail: ScanDetail }

/** Adds a scan as the last of its proposal, which the caller holds. @returns false when there are `most` already */
export async function addScan(transaction: Transaction, { key }: Pick<Application, 'key'>, { detail, ...columns }: NewScan, most: number): Promise<boolean> {
  const { _count: count, _max: max } = await transaction.deskScan.aggregate({ where: { proposalId: columns.proposalId }, _count: true, _max: { position: true } })
  if (count >= most) return false
  await transaction.deskScan.create({ data: { ...columns, position: (max.position ?? 0) + 1, pages: detail.pages.length, detailCipher: writeContent(key, SCAN_PURPOSE, detail) }, select: { id: true } })
  return true
}

/** Takes one scan out of its draft, or all of them: nobody else has read them yet. The caller holds the draft. @returns whose pages are nobody's now */
export async function removeScans(transaction: Transaction, proposalId: string, scanId?: string): Promise<string[]> {
  const rows = await transaction.deskScan.findMany({ where: { proposalId, id: scanId }, select: { id: true } })
  await transaction.deskScan.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } })
  return rows.map((row) => row.id)
}

/** Which of these scans have a row: a proposal's or an assistance's. */
export async function scansWithRow(ids: readonly string[]): Promise<Set<string>> {
  const rows = await db().deskScan.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  return new Set(rows.map((row) => row.id))
}

/** Drops drafts that nobody has laid before a second officer since, with their scans. @returns how many, and whose pages are nobody's now */
export async function removeAbandoned(transaction: Transaction, { before, at }: { before: Date; at: Date }): Promise<{ drafts: number; scans: string[] }> {
  const dropped = await transaction.proposal.updateManyAndReturn({ where: { status: 'draft', proposedAt: { lt: before } }, data: { status: 'withdrawn', decidedAt: at }, select: { id: true } })
  const scans: string[] = []
  for (const { id } of dropped) scans.push(...(await removeScans(transaction, id)))
  return { drafts: dropped.length, scans }
}
