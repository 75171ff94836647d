import 'server-only'
import { AwsClient } from 'aws4fetch'
import { fail, succeed } from '@/lib/domain/result'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Storage, StoredObject } from './storage'

/** `keysAPage`: of a listing; more than a thousand no bucket gives at once */
type Options = Omit<Extract<Env['materials'], { kind: 's3' }>, 'kind'> & { keysAPage?: number }

const TIMEOUT_MS = 15_000
/** What S3 and its kin answer when no more can be kept. */
const FULL: readonly string[] = ['QuotaExceeded', 'XMinioStorageFull', 'EntityTooLarge', 'InsufficientStorage']

/** Objects in a bucket of any S3-compatible storage, addressed by path. The signing is aws4fetch's, the four verbs are ours. */
export function objectStore({ endpoint, bucket, region, accessKey, secretKey, keysAPage = 1000 }: Options): Storage {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: 2 })
  const at = (key: string) => `${endpoint}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
  const ask = (address: string, init: RequestInit = {}) => client.fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const unexpected = (answer: Response, text: string) => new Error(`the bucket answered ${answer.status} ${codeOf(text)}`)

  return {
    async put(key, bytes) {
      try {
        const answer = await ask(at(key), { method: 'PUT', body: Uint8Array.from(bytes), headers: { 'content-type': 'application/octet-stream' } })
        if (answer.ok) return succeed(null)
        const code = codeOf(await answer.text())
        log.warn({ status: answer.status, code }, 'a material could not be put into the bucket')
        return fail({ code: answer.status === 507 || FULL.includes(code) ? 'STORAGE_FULL' : 'STORAGE_UNAVAILABLE' })
      } catch (error) {
        log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'the bucket does not answer')
        return fail({ code: 'STORAGE_UNAVAILABLE' })
      }
    },
    async get(key) {
      const answer = await ask(at(key))
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      const text = await answer.text()
      if (codeOf(text) === 'NoSuchKey') return null
      throw unexpected(answer, text)
    },
    async remove(key) {
      const answer = await ask(at(key), { method: 'DELETE' })
      if (!answer.ok && answer.status !== 404) throw unexpected(answer, await answer.text())
    },
    async *list(prefix = '') {
      // The first version of the listing: every kin of S3 has it, and its place to go on from is simply the last key.
      for (let marker: string | undefined = ''; marker !== undefined; ) {
        const answer = await ask(`${endpoint}/${bucket}?${new URLSearchParams({ prefix, marker, 'max-keys': String(keysAPage) })}`)
        const text = await answer.text()
        if (!answer.ok) throw unexpected(answer, text)
        const objects = objectsIn(text)
        yield* objects
        marker = text.includes('<IsTruncated>true') ? objects.at(-1)?.key : undefined
      }
    },
  }
}

/** Keys are our own, of letters, digits and hyphens: nothing in the listing needs more than this to be read. */
function objectsIn(listing: string): StoredObject[] {
  return (listing.match(/<Contents>[\s\S]*?<\/Contents>/g) ?? []).map((entry) => ({
    key: element(entry, 'Key') ?? '',
    bytes: Number(element(entry, 'Size')),
    writtenAt: Date.parse(element(entry, 'LastModified') ?? ''),
  }))
}

function element(text: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? null
}

function codeOf(text: string): string {
  return element(text, 'Code') ?? 'unknown'
}
