import { CASE_KINDS } from '@/lib/domain/cases'
import { CASE_TITLES } from './queue'

/** A code that an event holds, in words where it has some. */
export function fieldValue(value: string): string {
  const kind = CASE_KINDS.find((one) => one === value)
  return kind ? CASE_TITLES[kind] : value
}
