import 'server-only'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { PrismaClient } from '@/lib/data/generated/client'
import { getEnv } from '@/lib/env'
import { log } from '@/lib/log'

export type NotedSeal = { readonly number: number; readonly hash: string }

/** One database, one file: what another one sealed is not missing in this one. */
export function notedSealsFile(): string {
  const { dataDir, databaseUrl } = getEnv()
  return path.join(dataDir, `audit-seals-${path.basename(new URL(databaseUrl).pathname)}.log`)
}

/** What this process has written down last. */
let last = ''

/**
 * Writes the newest seal down outside the database, whichever server made it: in a file that only grows, one on each server,
 * and in the log. A chain that is cut off at its end has no gap; what was written down here is missed. Nothing is ever taken
 * back: a seal that takes a cut one's number stands below it, and both are held against the chain.
 */
export async function noteNewestSeal(client: PrismaClient): Promise<void> {
  const newest = await client.auditSeal.findFirst({ orderBy: { number: 'desc' }, select: { number: true, hash: true, sealedAt: true } })
  if (!newest || newest.hash === last) return
  last = newest.hash
  log.info({ seal: newest.number, hash: newest.hash }, 'audit log sealed')
  try {
    await append(`${newest.number}:${newest.hash} ${newest.sealedAt.toISOString()}\n`)
  } catch (error) {
    // It stands in the log all the same, and the next one is tried anew.
    log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown', seal: newest.number }, 'a seal could not be written down in DATA_DIR')
  }
}

async function append(line: string): Promise<void> {
  const file = notedSealsFile()
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(line)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** A seal as it is written down, by a server or by hand. */
export function readNotedSeal(line: string): NotedSeal | null {
  const [, number, hash] = /^(\d{1,9}):([\w-]{43}|[0-9a-f]{64})(?: \S+)?$/.exec(line) ?? []
  return number && hash ? { number: Number(number), hash } : null
}

/** Everything that this server has written down; null where there is no such file. A line that was cut off in the writing is none. */
export async function readNotedSeals(): Promise<NotedSeal[] | null> {
  const noted: NotedSeal[] = []
  try {
    for await (const line of createInterface({ input: createReadStream(notedSealsFile()), crlfDelay: Infinity })) {
      const seal = readNotedSeal(line)
      if (seal) noted.push(seal)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return noted
}
