import type { Result } from '@/lib/domain/result'

export type StoredObject = { readonly key: string; readonly bytes: number; /** real time, milliseconds */ readonly writtenAt: number }

export type PutFailure = { code: 'STORAGE_FULL' | 'STORAGE_UNAVAILABLE' }

/**
 * Where bytes lie under a key such as `4f…/1-full`. It knows nothing of what they are: whoever puts them has encrypted
 * them. A key is written once and whole, or not at all.
 */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<Result<null, PutFailure>>
  /** @returns null when there is no such object @throws when the storage does not answer */
  get(key: string): Promise<Uint8Array | null>
  /** Removing what is not there is no mistake. @throws when the storage does not answer */
  remove(key: string): Promise<void>
  /** Everything whose key begins with the prefix. @throws when the storage does not answer */
  list(prefix?: string): AsyncIterable<StoredObject>
}
