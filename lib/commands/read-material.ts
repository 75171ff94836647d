import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import type { PageSize } from '@/lib/domain/material-limits'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findMaterial, findOwnerOfMaterial } from '@/lib/data/materials'
import { readPage } from '@/lib/storage/material-pages'

type Read = { actor: GuardianActor; materialId: string; page: number; size: PageSize }

/**
 * One page of a file, for the guardian who sent it; that it was read is written down. Somebody else gets what is said of a
 * file that does not exist, and the family's log says that somebody asked.
 */
export async function readMaterial({ actor, materialId, page, size }: Read): Promise<Result<{ jpeg: Uint8Array }, { code: 'NOT_YOURS' }>> {
  const audit = { actor: auditedAs(actor), content: { materialId, page, size } } as const
  const found = await findMaterial(actor, materialId)
  if (!found) {
    const owner = await findOwnerOfMaterial(materialId)
    if (owner && owner.guardianId !== actor.guardianId) await recordAudit(db(), { ...audit, type: 'material-denied', application: owner })
    return fail({ code: 'NOT_YOURS' })
  }
  const jpeg = await readPage(found.application.key, materialId, page, size)
  if (!jpeg) return fail({ code: 'NOT_YOURS' })
  await recordAudit(db(), { ...audit, type: 'material-read', application: found.application })
  return succeed({ jpeg })
}
