import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readMaterial } from '@/lib/commands/read-material'
import { findGuardian } from '@/lib/auth/require-guardian'
import { MATERIAL_LIMITS, PAGE_SIZES } from '@/lib/domain/material-limits'

type Context = { params: Promise<{ materialId: string }> }

const wanted = z.object({
  materialId: z.uuid(),
  page: z.coerce.number().int().min(1).max(MATERIAL_LIMITS.pages).default(1),
  size: z.enum(PAGE_SIZES).default('full'),
})

/** Nothing of it is kept on the way or in the browser, and nothing in it could ever run. */
const HEADERS = {
  'content-type': 'image/jpeg',
  'content-disposition': 'inline; filename="material.jpg"',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** One page of a material as a picture, for the guardian who sent it; for anybody else it is not there. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await findGuardian()
  if (!actor) return new Response(null, { status: 401, headers: { 'cache-control': 'no-store' } })
  const { searchParams } = request.nextUrl
  const asked = wanted.safeParse({ ...(await params), page: searchParams.get('page') ?? undefined, size: searchParams.get('size') ?? undefined })
  const read = asked.success ? await readMaterial({ actor, ...asked.data }) : null
  if (!read?.ok) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(Buffer.from(read.value.jpeg), { headers: HEADERS })
}
