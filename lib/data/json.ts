import 'server-only'
import type { z } from 'zod'
import { decryptUnder, encryptUnder, type ApplicationKey } from './cipher'

/** A JSON content under an application's key; parsed by its schema on the way out, never cast. */
export function writeContent(key: ApplicationKey, purpose: string, value: unknown): string {
  return encryptUnder(key, purpose, JSON.stringify(value))
}

export function readContent<Schema extends z.ZodType>(key: ApplicationKey, purpose: string, cipher: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(decryptUnder(key, purpose, cipher)))
}
