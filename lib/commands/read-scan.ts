import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { PageSize } from '@/lib/domain/material-limits'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findScan } from '@/lib/data/desk-scans'
import { readPage } from '@/lib/storage/material-pages'

type Read = { actor: StaffActor; scanId: string; page: number; size: PageSize }

/** One page of a paper that the county's own desk has scanned; that it was read is written down. To another county it is not there. */
export async function readScan({ actor, scanId, page, size }: Read): Promise<Result<{ jpeg: Uint8Array }, { code: 'NOT_FOUND' }>> {
  const found = await findScan(actor, scanId)
  const jpeg = found && (await readPage(found.key, scanId, page, size))
  if (!found || !jpeg) return fail({ code: 'NOT_FOUND' })
  const whose = found.of === 'proposal' ? { application: found.application, content: { proposalId: found.proposalId, scanId, page, size } } : { county: found.county, content: { assistanceId: found.assistanceId, scanId, page, size } }
  await recordAudit(db(), { type: 'scan-read', actor: auditedAs(actor), ...whose })
  return succeed({ jpeg })
}
