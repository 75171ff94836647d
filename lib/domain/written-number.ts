/**
 * A certificate's or contract's number as it is compared: NFKC, so that （2021） is (2021), without spaces, and in capitals,
 * because a phone's keyboard begins with small letters (H6).
 */
export function writtenNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
