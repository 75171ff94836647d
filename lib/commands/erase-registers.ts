import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { dueForErasure } from '@/lib/domain/retention'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { countRegisters, emptyRegisters } from '@/lib/data/erasure'
import { lockRegisters } from '@/lib/data/imports-registers'
import { listPublishedSeasons } from '@/lib/data/seasons'

export type EraseRegistersFailure = { code: 'NO_SEASON' } | { code: 'NOT_DUE'; due: number; county: string }

const LONGEST_MS = 10 * 60 * 1000

/**
 * Empties the departments' registers once no county's season needs them any more: all counties share them, so the one that
 * keeps them longest decides.
 * @param dryRun counts, and removes nothing
 * @returns rows by register
 */
export async function eraseRegisters({ now, dryRun = false }: { now: Now; dryRun?: boolean }): Promise<Result<Record<string, number>, EraseRegistersFailure>> {
  const dues = (await listPublishedSeasons()).map(({ county, season: { settings } }) => ({ county, due: dueForErasure(settings).registers }))
  const last = dues.toSorted((one, other) => other.due - one.due)[0]
  if (!last) return fail({ code: 'NO_SEASON' })
  if (now.season < last.due) return fail({ code: 'NOT_DUE', ...last })
  if (dryRun) return succeed(await countRegisters(db()))
  return db().$transaction(async (transaction) => {
    await lockRegisters(transaction)
    const gone = await emptyRegisters(transaction)
    for (const county of new Set(dues.map((due) => due.county))) await recordAudit(transaction, { type: 'families-erased', actor: { kind: 'operator' }, county, content: { scope: 'registers', ...gone } })
    return succeed(gone)
  }, { timeout: LONGEST_MS })
}
