import { withoutHidden } from './typed-text'

/**
 * What a person types or pastes, as the register writes it: full-width digits and letters become half-width,
 * spaces, dashes and what has no width go, `x` is `X` (H6). Nothing is judged here; `idNumberFault` does that.
 */
export function normaliseIdNumber(typed: string): string {
  return withoutHidden(typed.normalize('NFKC')).replace(/[\s\-·.]/g, '').toUpperCase()
}

/** 「女」 or 「男」 by the 17th digit of a checked number (GB 11643). */
export function sexOf(idNumber: string): '男' | '女' {
  return Number(idNumber[16]) % 2 === 1 ? '男' : '女'
}
