import 'server-only'
import { db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'
import { httpRegistries } from './http'
import type { Registries } from './registry'
import { snapshotRegistries } from './snapshot'

export type { Registries }

// Kept between questions: the breakers remember which register is down.
let kept: { key: string; registries: Registries } | null = null

/** The registers of this installation. Commands take them as a parameter, so that a test can hand in others. */
export function registries(): Registries {
  const chosen = getEnv().registries
  if (chosen.kind === 'snapshot') return snapshotRegistries(db())
  const key = `${chosen.timeoutMs} ${chosen.baseUrl}`
  if (kept?.key !== key) kept = { key, registries: httpRegistries(chosen) }
  return kept.registries
}
