import 'server-only'
import { z } from 'zod'
import { AUDIT_OUTCOMES, type AuditOutcome } from '@/lib/domain/cases'
import type { Application } from './applications'
import type { HeldCase } from './claims'
import type { Db, Transaction } from './db'
import { readContent, writeContent } from './json'
import { staffNames } from './staff'
import type { Prisma } from './generated/client'

/** `checked`: the papers that were found in order, by id. Those written before ticks were kept have none. */
const verdictContent = z.object({ schemaVersion: z.literal(1), reason: z.string(), reasonCode: z.string().nullable().default(null), checked: z.array(z.string()).default([]) })
export type VerdictWords = Omit<z.infer<typeof verdictContent>, 'schemaVersion'>

/** What was said of a submission that was checked, by whom and when. */
export type CheckVerdict = VerdictWords & { outcome: AuditOutcome; at: number; by: string }

const auditOutcome = z.enum(AUDIT_OUTCOMES)

type Written = { caseId: string; outcome: AuditOutcome; words: VerdictWords; staffId: string; at: Date }

export async function addVerdict(transaction: Transaction, { key }: HeldCase['application'], { caseId, outcome, words, staffId, at }: Written): Promise<void> {
  await transaction.caseVerdict.create({
    data: { caseId, outcome, decidedAt: at, decidedById: staffId, contentCipher: writeContent(key, 'case-verdict', { schemaVersion: 1, ...words }) },
    select: { caseId: true },
  })
}

const columns = { decidedAt: true, decidedById: true, outcome: true, contentCipher: true, case: { select: { submissionId: true } } } as const satisfies Prisma.CaseVerdictSelect

/** The checks of these submissions on which somebody has decided, the newest first. */
export async function listVerdicts(on: Db, { key }: Pick<Application, 'key'>, submissionIds: readonly string[]): Promise<(CheckVerdict & { submissionId: string | null })[]> {
  const rows = await on.caseVerdict.findMany({ where: { case: { submissionId: { in: [...submissionIds] } } }, select: columns, orderBy: { decidedAt: 'desc' } })
  const names = await staffNames(on, rows.map((row) => row.decidedById))
  return rows.map((row) => ({
    ...readContent(key, 'case-verdict', row.contentCipher, verdictContent),
    submissionId: row.case.submissionId, outcome: auditOutcome.parse(row.outcome), at: row.decidedAt.getTime(), by: names.get(row.decidedById) ?? '',
  }))
}
