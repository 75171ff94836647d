import type { Verified } from '@/lib/domain/desk-entries'
import { dayAndTime } from './time'

/** The source that is named wherever a family reads what the county's desk has entered. */
export const VERIFIED_SOURCE = '区县线下核验'

export const VERIFIED_WORDS = { property: `房产：${VERIFIED_SOURCE}`, address: `学区匹配：${VERIFIED_SOURCE}` } as const satisfies Record<Verified, string>

export function verifiedSource(at: number): string {
  return `来源：${VERIFIED_SOURCE}，${dayAndTime(at)}`
}
