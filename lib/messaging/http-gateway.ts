import 'server-only'
import { z } from 'zod'
import { readBounded } from '@/lib/bounded-body'
import type { SmsGateway, SmsOutcome } from './gateway'

/** A gateway that says nothing for this long is asked again later. */
export const SMS_TIMEOUT_MS = 5_000
const LARGEST_BYTES = 64 * 1024
const TOO_MANY_REQUESTS = 429

const answer = z.object({ reference: z.string().max(200) })

/**
 * A text-message gateway over HTTP: `POST {url}` with `{"id","phone","text"}`, `Authorization: Bearer`, and the message's id
 * as `Idempotency-Key`, by which the gateway recognises what it has sent already. Any 2xx is sent, with or without
 * `{"reference"}`; a 4xx other than 429 will not get better and is final; all else is tried again.
 */
export function httpGateway({ url, token, timeoutMs = SMS_TIMEOUT_MS }: { url: string; token: string; timeoutMs?: number }): SmsGateway {
  return {
    send: async ({ id, phone, text }) => {
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id },
          body: JSON.stringify({ id, phone, text }),
          redirect: 'manual', // followed, a redirect would carry the phone's number to wherever it points
          cache: 'no-store',
          signal,
        })
        if (response.ok) return { outcome: 'sent', reference: await referenceIn(response) }
        await response.body?.cancel()
        return refusal(response.status)
      } catch {
        return { outcome: 'failed', code: signal.aborted ? 'timeout' : 'unreachable', retry: true }
      }
    },
  }
}

function refusal(status: number): SmsOutcome {
  const final = status >= 400 && status < 500 && status !== TOO_MANY_REQUESTS
  return final ? { outcome: 'failed', code: 'refused', retry: false } : { outcome: 'failed', code: 'busy', retry: true }
}

/** It is sent by its status: an answer that cannot be read must not send it a second time. */
async function referenceIn(response: Response): Promise<string | null> {
  try {
    const text = response.body && (await readBounded(response.body, LARGEST_BYTES))
    return text ? answer.parse(JSON.parse(text)).reference : null
  } catch {
    return null
  }
}
