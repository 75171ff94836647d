import type { NextRequest } from 'next/server'
import { readScan } from '@/lib/commands/read-scan'
import { findStaff } from '@/lib/auth/require-staff'
import { hasRight } from '@/lib/domain/staff'
import { asPicture, noPicture, wantedPage } from '../../../material-page'

type Context = { params: Promise<{ scanId: string }> }

/** One page of a paper that the desk has scanned, for that county's officers who decide or audit by it; for anybody else it is not there. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return noPicture(401)
  const page = wantedPage(request, { materialId: (await params).scanId })
  if (!page || actor.due || !hasRight(actor.role, 'scans')) return noPicture(404)
  const read = await readScan({ actor, scanId: page.materialId, page: page.page, size: page.size })
  return read.ok ? asPicture(read.value.jpeg) : noPicture(404)
}
