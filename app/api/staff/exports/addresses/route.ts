import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { exportTriedAddresses, TRIED_FORMATS } from '@/lib/commands/export-tried-addresses'
import { findStaff } from '@/lib/auth/require-staff'
import { TRIED_AS } from '@/lib/domain/address-limits'
import { hasRight } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { posted } from '../../posted'

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const
/** Thousands of addresses are some hundred kilobytes. */
const MOST_BYTES = 2 * 1024 * 1024
const fields = z.object({ draftId: z.uuid(), as: z.enum(TRIED_AS), format: z.enum(TRIED_FORMATS), addresses: z.string().optional(), list: z.instanceof(File).optional() })

/** A list of addresses by a draft and by what is published, as a file; a post, because that it was tried is on the record. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return lead(`${paths.staffSignIn}?expired=1`)
  if (actor.due) return lead(paths.staffSetUp)
  if (!hasRight(actor.role, 'season')) return new Response(null, { status: 404 })
  const length = Number(request.headers.get('content-length'))
  if (!(length > 0 && length <= MOST_BYTES)) return lead(`${paths.season}?fault=ADDRESS_FILE_UNREADABLE`)
  const asked = fields.safeParse(await posted(request))
  if (!asked.success) return new Response(null, { status: 404 })
  const { draftId, as, format, list, addresses = '' } = asked.data
  const exported = await exportTriedAddresses({ actor, draftId, as, format, list: list ? { name: list.name, bytes: new Uint8Array(await list.arrayBuffer()) } : addresses })
  if (!exported.ok) return exported.failure.code === 'NOT_FOUND' ? new Response(null, { status: 404 }) : lead(`${paths.seasonAddresses(draftId)}?fault=${exported.failure.code}`)
  const { file, bytes } = exported.value
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${file}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}` } })
}
