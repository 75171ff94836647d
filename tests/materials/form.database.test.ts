import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { MATERIAL_LIMITS } from '@/lib/domain/material-limits'
import { getEnv } from '@/lib/env'
import { receiveForm } from '@/lib/forms/receive-form'
import { drop } from '@/lib/intake/incoming'

const schema = z.object({ appealId: z.tuple([z.string()]), months: z.array(z.string()).default([]) })
const MEGABYTE = 1024 * 1024

const waiting = () => readdirSync(path.join(getEnv().dataDir, 'incoming'))

function form(files: readonly [name: string, bytes: number][], fields: readonly [string, string][] = [['appealId', 'a'], ['months', '2023-05'], ['months', '2023-06']]): FormData {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  for (const [name, bytes] of files) body.append('file', new File([Buffer.alloc(bytes, 7)], name))
  return body
}

function request(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api/materials', { method: 'POST', body, headers })
}

test('R-18 several files of a plain form arrive with their names, and the fields with all their values', async () => {
  const received = await receiveForm(request(form([['户口本.jpg', 1000], ['2.jpg', 3 * MEGABYTE], ['3.jpg', 5]])), schema)
  expect(received).toMatchObject({ input: { appealId: ['a'], months: ['2023-05', '2023-06'] }, fault: null })
  expect(received.files.map(({ name, bytes }) => [name, bytes])).toEqual([['户口本.jpg', 1000], ['2.jpg', 3 * MEGABYTE], ['3.jpg', 5]])
  for (const file of received.files) await drop(file)
})

test('R-18 one file of 40 MB among others is refused, the others arrive', async () => {
  const received = await receiveForm(request(form([['1.jpg', 10], ['big.jpg', 40 * MEGABYTE], ['3.jpg', 20]])), schema)
  expect(received.fault).toBe('MATERIAL_TOO_LARGE')
  expect(received.files.map(({ name }) => name)).toEqual(['1.jpg', '3.jpg'])
  for (const file of received.files) await drop(file)
})

test('R-18 a file of exactly the limit arrives', async () => {
  const received = await receiveForm(request(form([['1.jpg', MATERIAL_LIMITS.bytes]])), schema)
  expect(received).toMatchObject({ fault: null, files: [{ bytes: MATERIAL_LIMITS.bytes }] })
  for (const file of received.files) await drop(file)
})

test('R-18 a form without a chosen file says so', async () => {
  expect(await receiveForm(request(form([['', 0]])), schema)).toMatchObject({ files: [], fault: 'MATERIAL_MISSING' })
  expect(await receiveForm(request(form([])), schema)).toMatchObject({ files: [], fault: 'MATERIAL_MISSING' })
  expect(await receiveForm(request('x=1', { 'content-type': 'application/x-www-form-urlencoded' }), schema)).toMatchObject({ input: null, files: [], fault: 'MATERIAL_MISSING' })
})

test('R-18 fields that do not fit leave no file', async () => {
  expect(await receiveForm(request(form([['1.jpg', 10]], [['other', 'x']])), schema)).toEqual({ input: null, files: [], fault: null })
  expect(waiting()).toEqual([])
})

/** The bytes of a form as they come over the line, up to some point: there the stream ends, or breaks. */
async function cutRequest(body: FormData, share: number, end: 'ends' | 'breaks'): Promise<Request> {
  const whole = new Request('http://localhost', { method: 'POST', body })
  const contentType = whole.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const upTo = Math.floor(bytes.length * share)
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < upTo) controller.enqueue(bytes.slice(at, Math.min(at + 50_000, upTo)))
      else if (end === 'ends') controller.close()
      else controller.error(new Error('ECONNRESET'))
      at += 50_000
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': contentType } }
  return new Request('http://localhost/api/materials', init)
}

test.each([0.3, 0.5, 0.9, 0.999])('R-18 a request that is cut after %d of it leaves nothing, not even the files that had come', async (share) => {
  const files = form([['1.jpg', MEGABYTE], ['2.jpg', MEGABYTE], ['3.jpg', MEGABYTE]])
  for (const end of ['ends', 'breaks'] as const) expect(await receiveForm(await cutRequest(files, share, end), schema)).toMatchObject({ files: [], fault: 'UPLOAD_CUT' })
  expect(waiting()).toEqual([])
})

test('R-18 a disk that takes nothing is an answer for every file, and the request comes to its end', async () => {
  const directory = path.join(getEnv().dataDir, 'incoming')
  rmSync(directory, { recursive: true, force: true })
  writeFileSync(directory, 'in the way')
  try {
    const received = await receiveForm(request(form([['1.jpg', 5 * MEGABYTE], ['2.jpg', 5 * MEGABYTE]])), schema)
    expect(received).toMatchObject({ input: { appealId: ['a'] }, files: [], fault: 'STORAGE_UNAVAILABLE' })
  } finally {
    rmSync(directory)
    mkdirSync(directory)
  }
})

test('R-18 more than a request may bring is refused before it is read, and while it is read when nobody said how much it is', async () => {
  const big = request(form([['1.jpg', 10]]), { 'content-length': String(MATERIAL_LIMITS.requestBytes + 1) })
  expect(await receiveForm(big, schema)).toMatchObject({ files: [], fault: 'UPLOAD_TOO_LARGE' })
  const many = form(Array.from({ length: 12 }, (_, index) => [`${index}.jpg`, 18 * MEGABYTE] as const))
  expect(await receiveForm(await cutRequest(many, 1, 'ends'), schema)).toMatchObject({ files: [], fault: 'UPLOAD_TOO_LARGE' })
  expect(waiting()).toEqual([])
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('R-18 a field called %s is a field like any other', async (name) => {
  const received = await receiveForm(request(form([['1.jpg', 10]], [[name, 'x'], ['appealId', 'a']])), schema)
  expect(received).toMatchObject({ input: { appealId: ['a'] }, fault: null })
  for (const file of received.files) await drop(file)
  expect(waiting()).toEqual([])
})

test.each(['', '"', 'a'.repeat(5000), 'a; boundary=b'])('R-18 a form with the boundary %j is one that broke off', async (boundary) => {
  const received = await receiveForm(request('x', { 'content-type': `multipart/form-data; boundary=${boundary}` }), schema)
  expect(received).toEqual({ input: null, files: [], fault: 'UPLOAD_CUT' })
})
