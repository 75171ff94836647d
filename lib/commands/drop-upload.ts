import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { db } from '@/lib/data/db'
import { findUpload, removeUpload } from '@/lib/data/register-uploads'
import { removePages } from '@/lib/storage/material-pages'

/** Puts a file away that was tried and is not wanted: its key goes with the row, and the object after it. */
export async function dropUpload({ actor, uploadId, now }: { actor: StaffActor; uploadId: string; now: Now }): Promise<Result<null, { code: 'NOT_FOUND' }>> {
  const upload = await findUpload(actor, uploadId, now.real)
  if (!upload || !(await removeUpload(db(), uploadId))) return fail({ code: 'NOT_FOUND' })
  await removePages(uploadId)
  return succeed(null)
}
