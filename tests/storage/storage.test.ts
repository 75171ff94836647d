import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/scripts/database/free-port'
import { localDisk } from '@/lib/storage/local-disk'
import { objectStore } from '@/lib/storage/object-store'
import type { Storage, StoredObject } from '@/lib/storage/storage'

const BUCKET = 'materials'
let directory: string
let bucket: { stop: () => Promise<void>; endpoint: string }

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'zhihui-storage-'))
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: path.join(directory, 's3'), configureBuckets: [{ name: BUCKET, configs: [] }] })
  const { port } = await server.run()
  bucket = { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() }
})

afterAll(async () => {
  await bucket.stop()
  rmSync(directory, { recursive: true, force: true })
})

const KINDS: Record<string, () => Storage> = {
  'the local folder': () => localDisk(path.join(directory, 'local')),
  'a bucket': () => objectStore({ endpoint: bucket.endpoint, bucket: BUCKET, region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' }),
}

async function all(objects: AsyncIterable<StoredObject>): Promise<StoredObject[]> {
  const found: StoredObject[] = []
  for await (const object of objects) found.push(object)
  return found.toSorted((one, other) => one.key.localeCompare(other.key))
}

describe.each(Object.keys(KINDS))('%s', (kind) => {
  const storage = () => KINDS[kind]?.() ?? expect.fail('no such storage')

  test('R-18 gives back what was put, byte for byte, and nothing for what was not', async () => {
    const bytes = randomBytes(300_000)
    expect(await storage().put('a/1-full', bytes)).toEqual({ ok: true, value: null })
    expect(Buffer.from((await storage().get('a/1-full')) ?? [])).toEqual(bytes)
    expect(await storage().get('a/2-full')).toBeNull()
    expect(await storage().get('nowhere/1-full')).toBeNull()
  })

  test('lists everything with its size and time, or what begins with a prefix', async () => {
    const before = Date.now()
    for (const key of ['b/1-full', 'b/1-thumb', 'bb/1-full']) await storage().put(key, randomBytes(1000))
    const under = await all(storage().list('b/'))
    expect(under.map(({ key, bytes }) => [key, bytes])).toEqual([['b/1-full', 1000], ['b/1-thumb', 1000]])
    expect(Math.abs((under[0]?.writtenAt ?? 0) - before)).toBeLessThan(60_000)
    expect((await all(storage().list())).map(({ key }) => key)).toEqual(expect.arrayContaining(['b/1-full', 'bb/1-full']))
  })

  test('what is removed is gone, and removing it again is no mistake', async () => {
    await storage().put('c/1-full', randomBytes(10))
    await storage().remove('c/1-full')
    await storage().remove('c/1-full')
    expect(await storage().get('c/1-full')).toBeNull()
    expect(await all(storage().list('c/'))).toEqual([])
  })
})

test('a bucket with more than one page of keys is listed whole', async () => {
  const storage = objectStore({ endpoint: bucket.endpoint, bucket: BUCKET, region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER', keysAPage: 4 })
  for (let index = 0; index < 10; index++) await storage.put(`many/${index}-full`, new Uint8Array([1]))
  expect((await all(storage.list('many/'))).map(({ key }) => key)).toEqual(Array.from({ length: 10 }, (_, index) => `many/${index}-full`))
})

test('R-18 a bucket that is away or refuses is an answer, not an accident', async () => {
  const away = objectStore({ endpoint: `http://127.0.0.1:${await freePort()}`, bucket: BUCKET, region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' })
  expect(await away.put('x/1-full', new Uint8Array(10))).toEqual({ ok: false, failure: { code: 'STORAGE_UNAVAILABLE' } })
  await expect(away.get('x/1-full')).rejects.toThrow()
  const missing = objectStore({ endpoint: bucket.endpoint, bucket: 'no-such-bucket', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' })
  expect(await missing.put('x/1-full', new Uint8Array(10))).toEqual({ ok: false, failure: { code: 'STORAGE_UNAVAILABLE' } })
  await expect(missing.get('x/1-full')).rejects.toThrow('NoSuchBucket')
})

describe('the local folder', () => {
  const budget = (budgetBytes: number) => localDisk(mkdtempSync(path.join(directory, 'budget-')), budgetBytes)

  test('R-18 a full disk refuses, and takes again what was made room for', async () => {
    const storage = budget(2500)
    expect((await storage.put('a/1-full', new Uint8Array(2000))).ok).toBe(true)
    expect(await storage.put('a/2-full', new Uint8Array(1000))).toEqual({ ok: false, failure: { code: 'STORAGE_FULL' } })
    expect(await storage.get('a/2-full')).toBeNull()
    await storage.remove('a/1-full')
    expect((await storage.put('a/2-full', new Uint8Array(1000))).ok).toBe(true)
  })

  test('R-18 many at once do not get over the budget together', async () => {
    const storage = budget(5000)
    const put = await Promise.all(Array.from({ length: 20 }, (_, index) => storage.put(`m/${index}-full`, new Uint8Array(1000))))
    expect(put.filter((one) => one.ok)).toHaveLength(5)
  })

  test('only the server’s own account can read the files; what a crash left half-written is listed, so that it can be swept', async () => {
    const dataDir = mkdtempSync(path.join(directory, 'modes-'))
    const storage = localDisk(dataDir)
    await storage.put('a/1-full', randomBytes(10))
    expect(statSync(path.join(dataDir, 'materials/a/1-full')).mode & 0o077).toBe(0)
    expect(readdirSync(path.join(dataDir, 'materials/a'))).toEqual(['1-full'])
    writeFileSync(path.join(dataDir, 'materials/a/2-full-half'), 'half')
    for await (const object of storage.list('a/')) await storage.remove(object.key)
    expect(readdirSync(path.join(dataDir, 'materials'))).toEqual([])
  })

  test.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', 'a/.b', ''])('the key %j leads nowhere', async (key) => {
    await expect(budget(100).get(key)).rejects.toThrow('not a key')
  })
})
