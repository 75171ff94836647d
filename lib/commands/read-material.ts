import 'server-only'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import type { PageSize } from '@/lib/domain/material-limits'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import type { Application } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { findApplicationOfMaterial, findMaterial, findOwnerOfMaterial } from '@/lib/data/materials'
import { readPage } from '@/lib/storage/material-pages'

type Page = { materialId: string; page: number; size: PageSize }
type Read = Result<{ jpeg: Uint8Array }, { code: 'NOT_YOURS' }>

/**
 * One page of a file, for the guardian who sent it; that it was read is written down. Somebody else gets what is said of a
 * file that does not exist, and the family's log says that somebody asked.
 */
export async function readMaterial({ actor, ...page }: Page & { actor: GuardianActor }): Promise<Read> {
  const found = await findMaterial(actor, page.materialId)
  if (found) return readAs(actor, found.application, page)
  const owner = await findOwnerOfMaterial(page.materialId)
  if (owner && owner.guardianId !== actor.guardianId) await recordAudit(db(), { type: 'material-denied', actor: auditedAs(actor), application: owner, content: page })
  return fail({ code: 'NOT_YOURS' })
}

/** The same for an officer of the county to which the file was sent, files of earlier rounds included. */
export async function readMaterialAsStaff({ actor, ...page }: Page & { actor: StaffActor }): Promise<Read> {
  const application = await findApplicationOfMaterial(actor, page.materialId)
  return application ? readAs(actor, application, page) : fail({ code: 'NOT_YOURS' })
}

async function readAs(actor: GuardianActor | StaffActor, application: Application, { materialId, page, size }: Page): Promise<Read> {
  const jpeg = await readPage(application.key, materialId, page, size)
  if (!jpeg) return fail({ code: 'NOT_YOURS' })
  await recordAudit(db(), { type: 'material-read', actor: auditedAs(actor), application, content: { materialId, page, size } })
  return succeed({ jpeg })
}
