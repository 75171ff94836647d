import 'server-only'
import { getEnv, type Env } from '@/lib/env'
import { localDisk } from './local-disk'
import { objectStore } from './object-store'
import type { Storage } from './storage'

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
