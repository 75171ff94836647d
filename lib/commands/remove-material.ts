import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findEditableMaterial, holdAppeal, takeOutMaterial, type NotEditable } from '@/lib/data/materials'
import { removePages } from '@/lib/storage/material-pages'

/** Takes a file out of an appeal that is not waiting. What was part of a sent round stays for those who read it. */
export async function removeMaterial({ actor, materialId, now }: { actor: GuardianActor; materialId: string; now: Now }): Promise<Result<null, NotEditable>> {
  const found = await findEditableMaterial(actor, materialId, now)
  if (!found.ok) return found
  const { material, appeal, application } = found.value
  const gone = await db().$transaction(async (transaction) => {
    if (!(await holdAppeal(transaction, appeal, now))) return null
    const ownerless = await takeOutMaterial(transaction, application, material, now)
    await recordAudit(transaction, { type: 'material-removed', actor: auditedAs(actor), application, content: { materialId, kept: !ownerless } })
    return ownerless
  })
  if (gone === null) return fail({ code: 'APPEAL_NOT_EDITABLE' })
  if (gone) await removePages(materialId)
  return succeed(null)
}
