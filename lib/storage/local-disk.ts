import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed } from '@/lib/domain/result'
import { isDiskFull } from './disk-full'
import type { Storage, StoredObject } from './storage'

/** Objects as files under DATA_DIR/materials, readable by the server's account only. */
export function localDisk(dataDir: string, budgetBytes: number | null = null): Storage {
  const root = path.join(dataDir, 'materials')
  let used = 0
  let measured: Promise<void> | null = null

  const fileOf = (key: string) => {
    if (!/^[\w-]+(?:\/[\w-]+)*$/.test(key)) throw new Error('not a key of the storage')
    return path.join(root, key)
  }

  async function* list(prefix = ''): AsyncGenerator<StoredObject> {
    for await (const file of filesUnder(path.join(root, prefix.slice(0, prefix.lastIndexOf('/') + 1)))) {
      const key = path.relative(root, file).split(path.sep).join('/')
      if (!key.startsWith(prefix)) continue
      const found = await stat(file).catch(() => null)
      if (found) yield { key, bytes: found.size, writtenAt: found.mtimeMs }
    }
  }

  /** Measured once, then counted along; measured again when it is full, because the sweep may run in another process. */
  async function reserve(bytes: number): Promise<boolean> {
    if (budgetBytes === null) return true
    measured ??= bytesUnder(list()).then((sum) => {
      used = sum
    })
    await measured
    if (used + bytes > budgetBytes) {
      measured = null
      return false
    }
    used += bytes
    return true
  }

  return {
    list,
    async put(key, bytes) {
      const file = fileOf(key)
      if (!(await reserve(bytes.byteLength))) return fail({ code: 'STORAGE_FULL' })
      // What a crash leaves of it is an object that belongs to no row, and is swept as one.
      const beside = `${file}-${randomUUID()}`
      try {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
        await writeWhole(beside, bytes)
        await rename(beside, file)
      } catch (error) {
        used -= bytes.byteLength
        await rm(beside, { force: true })
        return fail({ code: isDiskFull(error) ? 'STORAGE_FULL' : 'STORAGE_UNAVAILABLE' })
      }
      return succeed(null)
    },
    async get(key) {
      return readFile(fileOf(key)).catch(nullWhenMissing)
    },
    async remove(key) {
      const file = fileOf(key)
      const found = await stat(file).catch(nullWhenMissing)
      if (!found) return
      await rm(file, { force: true })
      used -= found.size
      // The folder of a material goes with its last page.
      await rmdir(path.dirname(file)).catch(() => undefined)
    },
  }
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* filesUnder(directory: string): AsyncGenerator<string> {
  const entries = await opendir(directory).catch(nullWhenMissing)
  if (!entries) return
  for await (const entry of entries) {
    const place = path.join(directory, entry.name)
    if (entry.isDirectory()) yield* filesUnder(place)
    else if (entry.isFile()) yield place
  }
}

async function bytesUnder(objects: AsyncIterable<StoredObject>): Promise<number> {
  let sum = 0
  for await (const object of objects) sum += object.bytes
  return sum
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
