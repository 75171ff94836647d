import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findUpload, removeUpload } from '@/lib/data/register-uploads'
import { removePages } from '@/lib/storage/material-pages'

/** Puts a file away that was tried and is not wanted, by whichever administrator: its key goes with the row, and the object after it. */
export async function dropUpload({ actor, uploadId, now }: { actor: StaffActor; uploadId: string; now: Now }): Promise<Result<null, { code: 'NOT_FOUND' }>> {
  const dropped = await db().$transaction(async (transaction) => {
    const upload = await findUpload(actor, uploadId, now.real, transaction)
    if (!upload || !(await removeUpload(transaction, uploadId))) return false
    await recordAudit(transaction, { type: 'registry-dropped', actor: auditedAs(actor), county: actor.county, content: { register: upload.kind, proposedBy: upload.staffId } })
    return true
  })
  if (!dropped) return fail({ code: 'NOT_FOUND' })
  await removePages(uploadId)
  return succeed(null)
}
