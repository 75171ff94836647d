import type { NextRequest } from 'next/server'
import { readMaterialAsStaff } from '@/lib/commands/read-material'
import { findStaff } from '@/lib/auth/require-staff'
import { hasRight } from '@/lib/domain/staff'
import { asPicture, noPicture, wantedPage } from '../../../material-page'

type Context = { params: Promise<{ materialId: string }> }

/** The same for those who see the county's queue: papers that were sent to their own county. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return noPicture(401)
  const page = actor.due === null && hasRight(actor.role, 'queue') ? wantedPage(request, await params) : null
  const read = page && (await readMaterialAsStaff({ actor, ...page }))
  return read?.ok ? asPicture(read.value.jpeg) : noPicture(404)
}
