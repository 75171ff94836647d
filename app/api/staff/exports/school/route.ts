import type { NextRequest } from 'next/server'
import { exportApplicants } from '@/lib/commands/export-applicants'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import { applicantQuery } from '@/lib/domain/applicants'
import { hasRight } from '@/lib/domain/staff'
import { filterOf } from '@/lib/data/school-applicants'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { download } from '../../download'

/** The school's list as .xlsx, narrowed as the page was; a post, because it is on the record. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return lead(`${paths.staffSignIn}?to=${encodeURIComponent(paths.school)}`)
  if (actor.due) return lead(paths.staffSetUp)
  if (!hasRight(actor.role, 'school')) return new Response(null, { status: 404 })
  const form = await request.formData()
  const filter = filterOf(actor, applicantQuery.parse(Object.fromEntries(form)))
  const exported = await exportApplicants({ actor, filter, now: await requestNow() })
  if (!exported.ok) return lead(`${paths.school}?fault=${exported.failure.code}`)
  return download({ ...exported.value, format: 'xlsx' })
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}` } })
}
