import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { CaseNarrowing } from '@/lib/domain/case-filters'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { holdCase, takeNextCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { listPublishedSeasons } from '@/lib/data/seasons'

type Input = { actor: StaffActor; narrowing: CaseNarrowing; now: Now }

/** 「领取下一件」: of what nobody has in hand within the same filters, the case that is due first, of whichever season. No two reviewers get the same. */
export async function claimNextCase({ actor, narrowing, now }: Input): Promise<Result<{ caseId: string }, { code: 'NO_SEASON' | 'CASE_NONE_LEFT' }>> {
  const years = (await listPublishedSeasons(actor.county)).map(({ year }) => year)
  if (years.length === 0) return fail({ code: 'NO_SEASON' })
  return db().$transaction(async (transaction) => {
    const caseId = await takeNextCase(transaction, { actor, narrowing, years, now })
    const held = caseId && (await holdCase(transaction, actor, caseId, now.real))
    if (!held) return fail({ code: 'CASE_NONE_LEFT' })
    await recordAudit(transaction, { type: 'case-claimed', actor: auditedAs(actor), application: held.application, content: { caseId: held.id } })
    return succeed({ caseId: held.id })
  })
}
