import type { NextRequest } from 'next/server'
import { exportInquiries } from '@/lib/commands/export-inquiries'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import { isStaffErrorCode } from '@/lib/copy/staff/errors'
import { inquiryExport } from '@/lib/domain/inquiry-content'
import { hasRight } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { download, NOT_THERE } from '../../download'
import { posted } from '../../posted'

/** A department's sheet; a post, because it is on the record, and gives numbers to what is asked. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await findStaff()
  if (!actor) return lead(`${paths.staffSignIn}?to=${encodeURIComponent(paths.registers)}`)
  if (actor.due) return lead(paths.staffSetUp)
  if (!hasRight(actor.role, 'registers')) return NOT_THERE()
  const asked = inquiryExport.safeParse(await posted(request))
  if (!asked.success) return lead(faulty(codesOf(asked.error.issues).find(isStaffErrorCode) ?? 'UNREADABLE'))
  const exported = await exportInquiries({ actor, asked: asked.data, now: await requestNow() })
  if (exported.ok) return download(exported.value)
  return exported.failure.code === 'NOT_FOUND' ? NOT_THERE() : lead(faulty(exported.failure.code))
}

type Issue = { message: string; errors?: readonly (readonly Issue[])[] }

/** Of a choice between two forms the faults stand one level deeper. */
function codesOf(issues: readonly Issue[]): string[] {
  return issues.flatMap(({ message, errors }) => [...codesOf(errors?.at(-1) ?? []), message])
}

function faulty(code: string): string {
  return `${paths.registers}?fault=${code}#inquiries`
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}` } })
}
