import type { IncomingMessage } from 'node:http'

const LARGEST = 8192

/** What a browser posted that is no form of ours: too large, or of another kind. */
export class FormRefused extends Error {
  readonly status: number

  constructor(status: number) {
    super('form refused')
    this.status = status
  }
}

/** @throws FormRefused for a body over 8 KB or of another content type */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/x-www-form-urlencoded') throw new FormRefused(415)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST) throw new FormRefused(413)
    chunks.push(bytes)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
