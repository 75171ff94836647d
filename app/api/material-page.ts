import 'server-only'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { MATERIAL_LIMITS, PAGE_SIZES } from '@/lib/domain/material-limits'

/** Which page of which file is asked for, by a guardian or by staff. */
const wanted = z.object({
  materialId: z.uuid(),
  page: z.coerce.number().int().min(1).max(MATERIAL_LIMITS.pages).default(1),
  size: z.enum(PAGE_SIZES).default('full'),
})
export type WantedPage = z.infer<typeof wanted>

/** Null for what could be no file's. */
export function wantedPage({ nextUrl: { searchParams } }: NextRequest, params: { materialId: string }): WantedPage | null {
  return wanted.safeParse({ ...params, page: searchParams.get('page') ?? undefined, size: searchParams.get('size') ?? undefined }).data ?? null
}

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

export function asPicture(jpeg: Uint8Array): Response {
  return new Response(Buffer.from(jpeg), { headers: HEADERS })
}

/** 401 without a session, 404 for whatever is not there for this reader. */
export function noPicture(status: 401 | 404): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}
