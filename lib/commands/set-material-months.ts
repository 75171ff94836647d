import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { coveredMonths, requirementFor } from '@/lib/domain/materials'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findEditableMaterial, holdAppeal, writeMonths, type NotEditable } from '@/lib/data/materials'

type SetMonths = { actor: GuardianActor; materialId: string; months: readonly string[]; now: Now }

/** Which of the months that are asked for a pay slip covers: one file may cover all three. */
export async function setMaterialMonths({ actor, materialId, months, now }: SetMonths): Promise<Result<null, NotEditable | { code: 'MATERIAL_NOT_ASKED' }>> {
  const found = await findEditableMaterial(actor, materialId, now)
  if (!found.ok) return found
  const { material, appeal, application, requirements } = found.value
  const requirement = requirementFor(requirements, material)
  if (!requirement?.months) return fail({ code: 'MATERIAL_NOT_ASKED' })
  const covered = coveredMonths(requirement, months)
  return db().$transaction(async (transaction) => {
    if (!(await holdAppeal(transaction, appeal, now))) return fail({ code: 'APPEAL_NOT_EDITABLE' })
    await writeMonths(transaction, application, material, covered)
    await recordAudit(transaction, { type: 'material-changed', actor: auditedAs(actor), application, content: { materialId, months: covered } })
    return succeed(null)
  })
}
