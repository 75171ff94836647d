import 'server-only'
import type { NextRequest } from 'next/server'
import { admitUpload } from '@/lib/commands/admit-upload'
import { getEnv } from '@/lib/env'

/** The statuses that mean something to whoever stands between; everything else is a form that was not accepted. */
const STATUS: Readonly<Record<string, number>> = { SIGNED_OUT: 401, NOT_YOURS: 404, NOT_FOUND: 404, MATERIAL_TOO_LARGE: 413, UPLOAD_TOO_LARGE: 413, MATERIAL_TYPE: 415, TOO_MANY_UPLOADS: 429, STORAGE_FULL: 507, STORAGE_UNAVAILABLE: 503 }

/** What a page's script gets as JSON, and a plain form as the way back to its page, with the code in the address. @param fault null after a success */
export function answerUpload(request: NextRequest, back: string, fault: string | null): Response {
  const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
  if (request.headers.get('accept')?.includes('application/json')) {
    return Response.json(fault === null ? { ok: true } : { ok: false, code: fault }, { status: fault === null ? 200 : (STATUS[fault] ?? 422), headers })
  }
  const to = fault === null ? back : `${back}${back.includes('?') ? '&' : '?'}fault=${fault}`
  return new Response(null, { status: 303, headers: { ...headers, location: `${getEnv().baseUrl}${to}` } })
}

/** Answers a request with files once it may be received at all. @param by whose requests are counted; @param back where a plain form is sent to when it may not */
export async function whenAdmitted(request: NextRequest, by: string, back: string, take: () => Promise<Response>): Promise<Response> {
  const admitted = await admitUpload(by)
  if (!admitted.ok) return answerUpload(request, back, admitted.failure.code)
  try {
    return await take()
  } finally {
    admitted.value.done()
  }
}
