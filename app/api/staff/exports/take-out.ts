import 'server-only'
import type { NextRequest } from 'next/server'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import { hasRight } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { download } from '../download'
import { posted } from '../posted'

type Export = (given: { actor: StaffActor; form: Readonly<Record<string, unknown>>; now: Now }) => Promise<Result<{ file: string; bytes: Buffer }, { code: string }>>

/** A list of a school as .xlsx, narrowed as its page was; a post, because it is on the record. @param page where the list stands */
export function takeOut(page: string, run: Export) {
  return async (request: NextRequest): Promise<Response> => {
    const actor = await findStaff()
    if (!actor) return lead(`${paths.staffSignIn}?to=${encodeURIComponent(page)}`)
    if (actor.due) return lead(paths.staffSetUp)
    if (!hasRight(actor.role, 'school')) return new Response(null, { status: 404 })
    const exported = await run({ actor, form: await posted(request), now: await requestNow() })
    if (!exported.ok) return lead(`${page}?fault=${exported.failure.code}`)
    return download({ ...exported.value, format: 'xlsx' })
  }
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}` } })
}
