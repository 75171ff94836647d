import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { getEnv } from '@/lib/env'

/**
 * AES-256-GCM in two layers. Master keys have versions and stand in the configuration; each application
 * has a key of its own, stored wrapped, so that a family can be erased by destroying one value.
 *
 * A ciphertext is `<version>:<base64(iv ‖ tag ‖ body)>`; `own` is the version of an application's key.
 * `purpose` is authenticated with it: a value copied into another column does not decrypt there.
 */
export type ApplicationKey = { readonly bytes: Buffer }

const IV_BYTES = 12
const TAG_BYTES = 16

function sealBytes(key: Buffer, purpose: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
  const body = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([iv, cipher.getAuthTag(), ...body])
}

function openBytes(key: Buffer, purpose: string, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}

function seal(key: Buffer, version: string, purpose: string, text: string): string {
  return `${version}:${sealBytes(key, purpose, Buffer.from(text)).toString('base64')}`
}

function open(key: Buffer, purpose: string, encoded: string): string {
  return openBytes(key, purpose, Buffer.from(encoded, 'base64')).toString('utf8')
}

function split(ciphertext: string): [version: string, encoded: string] {
  const at = ciphertext.indexOf(':')
  if (at < 1) throw new Error('ciphertext without a key version')
  return [ciphertext.slice(0, at), ciphertext.slice(at + 1)]
}

/** Encrypts under the current master key. */
export function encrypt(purpose: string, text: string): string {
  const { current, keys } = getEnv().encryptionKeys
  const key = keys[current]
  if (!key) throw new Error('the current encryption key is missing')
  return seal(key, current, purpose, text)
}

/** Decrypts with whichever master key version wrote it. Throws when that version is gone or the text was altered. */
export function decrypt(purpose: string, ciphertext: string): string {
  const [version, encoded] = split(ciphertext)
  const key = getEnv().encryptionKeys.keys[version]
  if (!key) throw new Error(`encryption key ${version} is missing`)
  return open(key, purpose, encoded)
}

const WRAP = 'application-key'

export function newApplicationKey(): { key: ApplicationKey; wrapped: string } {
  const bytes = randomBytes(32)
  return { key: { bytes }, wrapped: encrypt(WRAP, bytes.toString('base64')) }
}

export function unwrapApplicationKey(wrapped: string): ApplicationKey {
  return { bytes: Buffer.from(decrypt(WRAP, wrapped), 'base64') }
}

export function encryptUnder(key: ApplicationKey, purpose: string, text: string): string {
  return seal(key.bytes, 'own', purpose, text)
}

export function decryptUnder(key: ApplicationKey, purpose: string, ciphertext: string): string {
  return open(key.bytes, purpose, split(ciphertext)[1])
}

/** Bytes under an application's key: iv ‖ tag ‖ body, without text around them. */
export function encryptBytesUnder(key: ApplicationKey, purpose: string, bytes: Uint8Array): Buffer {
  return sealBytes(key.bytes, purpose, bytes)
}

/** Throws when the bytes were altered, or written under another key or for another purpose. */
export function decryptBytesUnder(key: ApplicationKey, purpose: string, sealed: Uint8Array): Buffer {
  return openBytes(key.bytes, purpose, sealed)
}

/**
 * A keyed index: equal values give equal bytes, and without INDEX_KEY nobody can try numbers against it.
 * ID numbers have only some 10^11 likely values, so that a plain hash of one would be as good as the number.
 */
export function keyedIndex(kind: 'id-number' | 'certificate' | 'contract' | 'phone', value: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', getEnv().indexKey).update(`${kind}:${value}`).digest())
}

/** A keyed hash over a whole content, as text: fingerprints of confirmations, check codes of receipts. */
export function keyedDigest(purpose: string, content: string): string {
  return createHmac('sha256', getEnv().indexKey).update(`${purpose}:${content}`).digest('base64url')
}

/** A keyed hash shortened to 63 bits, for the parts of names and addresses that a list is searched by. */
export function keyedToken(content: string): bigint {
  return createHmac('sha256', getEnv().indexKey).update(`token:${content}`).digest().readBigInt64BE() >> 1n
}

export function plainHash(value: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(value).digest())
}
