import 'server-only'
import { decryptBytesUnder, encryptBytesUnder, type ApplicationKey } from '@/lib/data/cipher'
import type { Result } from '@/lib/domain/result'
import { storage } from './configured'
import type { PutFailure } from './storage'

/** What is kept of a department's file that was tried: the file while it may be imported, or what is wrong with it. */
export type UploadPart = 'file' | 'findings'

const keyOf = (uploadId: string, part: UploadPart) => `${uploadId}/${part}`
const purposeOf = (key: string) => `register-upload:${key}`

export async function storeUpload(key: ApplicationKey, uploadId: string, part: UploadPart, bytes: Uint8Array): Promise<Result<null, PutFailure>> {
  const objectKey = keyOf(uploadId, part)
  return storage().put(objectKey, encryptBytesUnder(key, purposeOf(objectKey), bytes))
}

/** Null when it is not there any more. */
export async function readUpload(key: ApplicationKey, uploadId: string, part: UploadPart): Promise<Uint8Array | null> {
  const objectKey = keyOf(uploadId, part)
  const sealed = await storage().get(objectKey)
  return sealed && decryptBytesUnder(key, purposeOf(objectKey), sealed)
}
