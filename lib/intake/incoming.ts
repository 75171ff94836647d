import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MATERIAL_LIMITS, type MaterialFault } from '@/lib/domain/material-limits'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { getEnv } from '@/lib/env'
import { isDiskFull } from '@/lib/storage/disk-full'

/**
 * A file as it came from a phone, waiting on disk to be taken apart. It lies there under a key that only this process has
 * in memory: what a crash leaves behind nobody can read any more.
 */
export type Incoming = { readonly path: string; readonly key: Buffer; readonly iv: Buffer; readonly bytes: number; readonly name: string }

const CIPHER = 'aes-256-ctr'

function incomingDirectory(): string {
  return path.join(getEnv().dataDir, 'incoming')
}

type NotReceived = { code: Extract<MaterialFault, 'MATERIAL_TOO_LARGE' | 'MATERIAL_MISSING' | 'UPLOAD_CUT' | 'STORAGE_FULL' | 'STORAGE_UNAVAILABLE'> }

/**
 * Streams one file to disk and never holds it in memory. What is over the limit is read and dropped, because a browser
 * only listens for the answer once it has sent everything.
 */
export async function receive(body: AsyncIterable<Uint8Array>, name: string, largest: number = MATERIAL_LIMITS.bytes): Promise<Result<Incoming, NotReceived>> {
  const place = path.join(incomingDirectory(), randomUUID())
  const [key, iv] = [randomBytes(32), randomBytes(16)]
  let bytes = 0
  let isCut = false
  async function* withinLimit() {
    try {
      for await (const chunk of body) {
        bytes += chunk.byteLength
        if (bytes <= largest) yield chunk
      }
    } catch (error) {
      isCut = true
      throw error
    }
  }
  try {
    await mkdir(incomingDirectory(), { recursive: true, mode: 0o700 })
    await pipeline(Readable.from(withinLimit()), createCipheriv(CIPHER, key, iv), createWriteStream(place, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await rm(place, { force: true }).catch(() => undefined)
    if (isCut) return fail({ code: 'UPLOAD_CUT' })
    return fail({ code: isDiskFull(error) ? 'STORAGE_FULL' : 'STORAGE_UNAVAILABLE' })
  }
  const incoming = { path: place, key, iv, bytes, name }
  if (bytes > 0 && bytes <= largest) return succeed(incoming)
  await drop(incoming)
  return fail({ code: bytes === 0 ? 'MATERIAL_MISSING' : 'MATERIAL_TOO_LARGE' })
}

/** What was sent, in clear, for whoever takes it apart. */
export async function readIncoming({ path: place, key, iv }: Pick<Incoming, 'path' | 'key' | 'iv'>): Promise<Buffer> {
  const decipher = createDecipheriv(CIPHER, key, iv)
  return Buffer.concat([decipher.update(await readFile(place)), decipher.final()])
}

export async function drop(incoming: Pick<Incoming, 'path'>): Promise<void> {
  await rm(incoming.path, { force: true })
}

/** Removes what requests that broke off, or a process that ended, left behind. @param before real time, milliseconds */
export async function sweepIncoming(before: number): Promise<number> {
  let count = 0
  for (const name of await readdir(incomingDirectory()).catch(() => [])) {
    const place = path.join(incomingDirectory(), name)
    const found = await stat(place).catch(() => null)
    if (!found || found.mtimeMs >= before) continue
    await rm(place, { force: true })
    count++
  }
  return count
}
