import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { exportSeason } from '@/lib/commands/export-season'
import { findStaff } from '@/lib/auth/require-staff'
import { hasRight } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ id: string }> }

/** A draft's or a published version's folder as one .zip; a post, because it is on the record. */
export async function POST(_request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return lead(`${paths.staffSignIn}?to=${encodeURIComponent(paths.season)}`)
  if (actor.due) return lead(paths.staffSetUp)
  const id = z.uuid().safeParse((await params).id)
  const exported = id.success && hasRight(actor.role, 'season') ? await exportSeason({ actor, id: id.data }) : null
  if (!exported?.ok) return new Response(null, { status: 404 })
  const { file, bytes } = exported.value
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${file}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}` } })
}
