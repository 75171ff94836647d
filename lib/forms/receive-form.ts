import 'server-only'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { z } from 'zod'
import { MATERIAL_LIMITS, type MaterialFault } from '@/lib/domain/material-limits'
import { drop, receive, type Incoming } from '@/lib/intake/incoming'

/** What a form with files brought: its fields, parsed, the files that arrived whole, and what was wrong with the first one that did not. */
export type ReceivedForm<Input> = { input: Input | null; files: Incoming[]; fault: MaterialFault | null }

class TooLarge extends Error {}

/** What a form may bring: of each file, how many, and of all together. */
export type FormLimits = { bytes: number; files: number; requestBytes: number }

const limitsOf = ({ files, bytes }: FormLimits) => ({ fields: 40, fieldSize: 1000, files, parts: 40 + files, headerPairs: 20, fileSize: bytes + 1 })

/**
 * Streams a multipart form's files to disk as they come, within the bounds of each and of all together. A request that
 * breaks off leaves nothing, not even the files that had come whole: whoever sends it again sends all of them.
 * @param schema of the fields, each a list of what was posted under its name; no input means that it did not fit, and no file was kept
 */
export async function receiveForm<Schema extends z.ZodType>(request: Request, schema: Schema, limits: FormLimits = MATERIAL_LIMITS): Promise<ReceivedForm<z.output<Schema>>> {
  // A map: of a record `constructor` and `__proto__` would be there before anything was posted.
  const posted = new Map<string, string[]>()
  const fields = () => schema.safeParse(Object.fromEntries(posted))
  const nothing = (fault: MaterialFault | null) => ({ input: fields().data ?? null, files: [], fault })
  const contentType = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(contentType)) return nothing('MATERIAL_MISSING')
  if (Number(request.headers.get('content-length') ?? 0) > limits.requestBytes) return nothing('UPLOAD_TOO_LARGE')

  const bodies: BusboyFileStream[] = []
  const arriving: ReturnType<typeof receive>[] = []
  const parser = parserOf(contentType, limits)
  if (!parser) return nothing('UPLOAD_CUT')
  parser.on('field', (name, value) => posted.set(name, [...(posted.get(name) ?? []), value]))
  parser.on('file', (_field, body, name) => {
    bodies.push(body)
    // A request may break off before anybody reads the file: what nobody listens to would end the process.
    body.on('error', () => undefined)
    // The parser waits until each file has been read to its end, also where it could not be written.
    arriving.push(receive(body.iterator({ destroyOnReturn: false }), name, limits.bytes).finally(() => body.resume()))
  })
  const broken = await pipeline(withinRequest(request.body, limits), parser).then(() => null, (error: unknown) => error)
  // The parser does not tell the file that it was in the middle of.
  if (broken) for (const body of bodies) body.destroy(new Error('the request broke off'))
  const received = await Promise.all(arriving)
  const files = received.flatMap((one) => (one.ok ? [one.value] : []))
  if (broken) {
    for (const file of files) await drop(file)
    return nothing(broken instanceof TooLarge ? 'UPLOAD_TOO_LARGE' : 'UPLOAD_CUT')
  }
  const faults = received.flatMap((one) => (one.ok ? [] : [one.failure.code]))
  // A browser without a chosen file sends an empty one.
  const fault = faults.find((code) => code !== 'MATERIAL_MISSING') ?? (files.length === 0 ? 'MATERIAL_MISSING' : null)
  const parsed = fields()
  if (parsed.success) return { input: parsed.data, files, fault }
  for (const file of files) await drop(file)
  return nothing(null)
}

/** @returns null for a boundary that cannot be one */
function parserOf(contentType: string, limits: FormLimits): InstanceType<typeof Busboy> | null {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: limitsOf(limits) })
  } catch {
    return null
  }
}

async function* withinRequest(body: ReadableStream<Uint8Array>, { requestBytes }: FormLimits): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > requestBytes) throw new TooLarge()
    yield chunk
  }
}
