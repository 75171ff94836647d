/** A certificate's or contract's number as it is compared: NFKC, so that （2021） is (2021), and without spaces. */
export function writtenNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '')
}
