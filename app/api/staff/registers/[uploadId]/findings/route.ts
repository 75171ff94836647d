import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readUploadFindings } from '@/lib/commands/read-upload-findings'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { paths } from '@/lib/paths'
import { download, NOT_THERE } from '../../../download'

/** The bad lines of a file that was tried, all of them, for whoever mends it. */
export async function GET(_request: NextRequest, { params }: { params: Promise<{ uploadId: string }> }): Promise<Response> {
  const { uploadId } = await params
  const actor = await requireStaff('registers', paths.registers)
  if (!z.uuid().safeParse(uploadId).success) return NOT_THERE()
  const found = await readUploadFindings({ actor, uploadId, now: await requestNow() })
  return found ? download({ file: `${found.kind}-bad-lines.csv`, format: 'csv', bytes: found.bytes }) : NOT_THERE()
}
