import { ERROR_WORDS, FIELD_SUMMARY, FIELD_WORDS, type FaultsInWords } from '@/lib/copy/errors'
import type { FieldFaults, Refusal, RefusalInWords } from './form-state'

export function refusalInWords({ code, ...more }: Refusal): RefusalInWords {
  return { ...ERROR_WORDS[code], ...more }
}

export function faultsInWords(faults: FieldFaults): FaultsInWords {
  return Object.fromEntries(Object.entries(faults).flatMap(([field, code]) => (code ? [[field, { beside: FIELD_WORDS[code], summary: FIELD_SUMMARY[code] }]] : [])))
}
