import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { UploadKind } from '@/lib/domain/registers'
import { findUpload } from '@/lib/data/register-uploads'
import { readUpload } from '@/lib/storage/upload-files'

/** Everything that is wrong with a file that was tried, as .csv, for whoever mends it; null where nothing is, or it waits no more. */
export async function readUploadFindings({ actor, uploadId, now }: { actor: StaffActor; uploadId: string; now: Now }): Promise<{ kind: UploadKind; bytes: Uint8Array } | null> {
  const upload = await findUpload(actor, uploadId, now.real)
  const bytes = upload?.tried.is === 'refused' ? await readUpload(upload.key, uploadId, 'findings') : null
  return upload && bytes && { kind: upload.kind, bytes }
}
