import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { admitUpload } from '@/lib/commands/admit-upload'
import { beginAssistance } from '@/lib/commands/begin-assistance'
import { signOut } from '@/lib/commands/sign-out'
import { guardianCookie } from '@/lib/auth/cookies'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import { hasRight } from '@/lib/domain/staff'
import { getEnv, isOwnOrigin } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ assistanceId: string }> }

/**
 * Takes in the signed consent and opens the guardian's session in this browser (R-46): from here on a full page load, on the
 * guardians' side of the house. Files come past the proxy, so that the route asks for the Origin itself.
 */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers.get('origin'))) return new Response(null, { status: 403 })
  const id = z.uuid().safeParse((await params).assistanceId)
  const now = await requestNow()
  const actor = await findStaff()
  if (!actor || actor.due) return lead(`${paths.staffSignIn}?expired=1`)
  if (!hasRight(actor.role, 'desk') || !id.success) return new Response(null, { status: 404 })
  const page = paths.assistance(id.data)
  const admitted = await admitUpload(actor.staffId)
  if (!admitted.ok) return lead(`${page}?fault=${admitted.failure.code}`)
  try {
    const { files, fault } = await receiveForm(request, z.object({}))
    // Of several pages none is taken without the others; a press without a file goes on with what was scanned before.
    if (fault && fault !== 'MATERIAL_MISSING') return lead(`${page}?fault=${fault}`)
    const begun = await beginAssistance({ actor, assistanceId: id.data, papers: files, now })
    if (!begun.ok) return lead(`${page}?fault=${begun.failure.code}`)
    const { name, options } = guardianCookie()
    const store = await cookies()
    const before = store.get(name)?.value
    if (before) await signOut(before, now)
    store.set(name, begun.value.token, options)
    return lead(begun.value.completes ? paths.application(begun.value.completes) : paths.children)
  } finally {
    admitted.value.done()
  }
}

function lead(to: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${to}`, 'cache-control': 'private, no-store' } })
}
