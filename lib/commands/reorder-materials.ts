import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findEditableMaterial, holdAppeal, moveMaterial, type NotEditable } from '@/lib/data/materials'

type Reorder = { actor: GuardianActor; materialId: string; direction: 'up' | 'down'; now: Now }

/** 上移, 下移: a file changes places with its neighbour of the same kind, so that pages are read in their order. */
export async function reorderMaterials({ actor, materialId, direction, now }: Reorder): Promise<Result<null, NotEditable>> {
  const found = await findEditableMaterial(actor, materialId, now)
  if (!found.ok) return found
  const { material, appeal, application } = found.value
  return db().$transaction(async (transaction) => {
    if (!(await holdAppeal(transaction, appeal, now))) return fail({ code: 'APPEAL_NOT_EDITABLE' })
    await moveMaterial(transaction, material, direction)
    await recordAudit(transaction, { type: 'material-changed', actor: auditedAs(actor), application, content: { materialId, moved: direction } })
    return succeed(null)
  })
}
