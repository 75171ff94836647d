/** Crockford's base 32: no I, L, O or U, so that a number read over the phone stays the same number. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `count` letters out of as many bytes, five bits of each. */
export function crockford(bytes: Uint8Array, count: number): string {
  return Array.from(bytes.subarray(0, count), (byte) => ALPHABET[byte % 32]).join('')
}

/**
 * 3601232023-7F3K-9QXM: county, year, eight random letters. Not counted up: the order of submission plays no part,
 * and a number must not tell how many came before.
 * @param random at least 8 random bytes
 */
export function receiptNumber(county: string, year: number, random: Uint8Array): string {
  const code = crockford(random, 8)
  return `${county}${year}-${code.slice(0, 4)}-${code.slice(4)}`
}

/** Twelve letters in groups of four out of the keyed digest of what was frozen. @param digest at least 12 bytes */
export function checkCode(digest: Uint8Array): string {
  return (crockford(digest, 12).match(/.{4}/g) ?? []).join(' ')
}
