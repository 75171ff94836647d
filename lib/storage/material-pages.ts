import 'server-only'
import { PAGE_SIZES, type PageSize } from '@/lib/domain/material-limits'
import { succeed, type Result } from '@/lib/domain/result'
import { decryptBytesUnder, encryptBytesUnder, type ApplicationKey } from '@/lib/data/cipher'
import { log } from '@/lib/log'
import { storage } from './configured'
import type { PutFailure } from './storage'

/** The objects of a material: `<material>/<page>-full` and `<material>/<page>-thumb`, pages counted from 1. */
function keyOf(materialId: string, page: number, size: PageSize): string {
  return `${materialId}/${page}-${size}`
}

/** The material that an object belongs to. */
export function materialOf(objectKey: string): string {
  return objectKey.split('/')[0] ?? ''
}

/** Bound to its key: an object copied to another place does not open there. */
const purposeOf = (key: string) => `material:${key}`

/** Encrypts and stores all pages, or none. @returns how many bytes they take */
export async function storePages(key: ApplicationKey, materialId: string, pages: readonly Readonly<Record<PageSize, Uint8Array>>[]): Promise<Result<{ bytes: number }, PutFailure>> {
  let bytes = 0
  for (const [index, page] of pages.entries()) {
    for (const size of PAGE_SIZES) {
      const objectKey = keyOf(materialId, index + 1, size)
      const sealed = encryptBytesUnder(key, purposeOf(objectKey), page[size])
      const put = await storage().put(objectKey, sealed)
      if (!put.ok) {
        await removePages(materialId)
        return put
      }
      bytes += sealed.byteLength
    }
  }
  return succeed({ bytes })
}

/** One page as a JPEG; null when it is not there. */
export async function readPage(key: ApplicationKey, materialId: string, page: number, size: PageSize): Promise<Uint8Array | null> {
  const objectKey = keyOf(materialId, page, size)
  const sealed = await storage().get(objectKey)
  return sealed ? decryptBytesUnder(key, purposeOf(objectKey), sealed) : null
}

/** What cannot be removed now, because the storage does not answer, the sweep removes later. */
export async function removePages(materialId: string): Promise<void> {
  try {
    for await (const object of storage().list(`${materialId}/`)) await storage().remove(object.key)
  } catch (error) {
    log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'objects of a material could not be removed')
  }
}
