import type { Readable } from 'node:stream'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { issueNotice } from '@/lib/commands/issue-notice'
import { findGuardian } from '@/lib/auth/require-guardian'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ applicationId: string }> }

/** Nothing of it is kept on the way, and its name tells nobody's. */
const HEADERS = {
  'content-type': 'application/pdf',
  'content-disposition': 'attachment; filename="admission-notice.pdf"',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** The notice of admission, for the guardian whose registration it is; for anybody else, and before the publication, it is not there. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { applicationId } = await params
  const actor = await findGuardian()
  if (!actor) return lead(`${paths.signIn}?to=${encodeURIComponent(paths.result(applicationId))}`)
  const issued = z.uuid().safeParse(applicationId).success ? await issueNotice({ actor, applicationId, verifyPath: paths.verify }) : null
  if (!issued?.ok) return issued?.failure.code === 'NOTICE_LIMIT' ? lead(`${paths.result(applicationId)}?fault=NOTICE_LIMIT`) : new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(asWeb(issued.value), { headers: HEADERS })
}

/** As fast as it is taken, and no faster. */
function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void stream.destroy(),
  })
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${path}`, 'cache-control': 'no-store' } })
}
