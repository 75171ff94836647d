import 'server-only'
import type { Result } from '@/lib/domain/result'
import { getEnv, type Env } from '@/lib/env'
import { localDisk } from './local-disk'
import { objectStore } from './object-store'

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

declare global {
  // One a process, whatever is bundled twice: the local folder counts its bytes.
  var zhihuiStorage: { of: Env; storage: Storage } | undefined
}

/** The configured storage: a local folder by default, a bucket when one is set. */
export function storage(): Storage {
  const env = getEnv()
  if (globalThis.zhihuiStorage?.of !== env) globalThis.zhihuiStorage = { of: env, storage: chosen(env) }
  return globalThis.zhihuiStorage.storage
}

function chosen({ materials, dataDir }: Env): Storage {
  return materials.kind === 's3' ? objectStore(materials) : localDisk(dataDir, materials.budgetBytes)
}
