import { idNumberFault } from '@/lib/domain/id-number-check'
import { normaliseIdNumber } from '@/lib/domain/national-id'
import type { Directory, Identity } from './directory'
import type { Errors, Typed } from './pages/steps'

const LONGEST = 80

/** 1xxxxxxxxxx from what was typed or pasted: full width, spaces, dashes and +86 are taken away; null when it is no mobile number.
 * The demonstration's own begin with 120, which nobody was ever given. */
export function mobileOf(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\-()]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(digits) ? digits : null
}

export type Checked = { identity: Identity } | { errors: Errors; counts: boolean }

/**
 * What a person says who they are. A number that cannot be one is said at its field, since everybody can see that much;
 * whether a number that can be one is known is never said: an unknown number and a wrong name give one and the same answer.
 */
export function checkIdentity(directory: Directory, { name = '', idNumber = '' }: Typed): Checked {
  const errors: Errors = {}
  const number = normaliseIdNumber(idNumber)
  if (name.trim() === '') errors.name = '请填写真实姓名'
  else if (name.length > LONGEST) errors.name = '姓名太长了，请照身份证填写'
  if (number === '') errors.idNumber = '请填写身份证号'
  else if (number.length > LONGEST || idNumberFault(number) !== null) errors.idNumber = '这不是一个完整的身份证号。请对照身份证，看看 18 位是不是都对。'
  if (Object.keys(errors).length > 0) return { errors, counts: false }
  const identity = directory.find(name, number)
  return identity ? { identity } : { errors: { pair: '姓名和身份证号对不上' }, counts: true }
}
