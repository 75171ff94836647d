import type { NextRequest } from 'next/server'
import { exportAllocation } from '@/lib/commands/export-allocation'
import { findStaff } from '@/lib/auth/require-staff'
import { runAnswers } from '@/lib/domain/allocation'
import { hasRight } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { posted } from '../../posted'

/** A run as .zip, for whoever checks it; a post, because it is on the record. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return lead(`${paths.staffSignIn}?to=${encodeURIComponent(paths.allocation)}`)
  if (actor.due) return lead(paths.staffSetUp)
  if (!hasRight(actor.role, 'allocation')) return new Response(null, { status: 404 })
  const asked = runAnswers.safeParse(await posted(request))
  const exported = asked.success ? await exportAllocation({ actor, county: actor.county, runId: asked.data.runId }) : null
  if (!exported?.ok) return new Response(null, { status: 404 })
  const { name, zip } = exported.value
  return new Response(zip(), {
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}.zip"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}` } })
}
