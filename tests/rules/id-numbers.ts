const WEIGHTS = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11)

/** Seventeen digits with the check character of ISO 7064 MOD 11-2, worked out from the standard's formula. */
export function withCheck(front: string): string {
  const sum = [...front].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0)
  return front + '10X98765432'.charAt(sum % 11)
}

/** A number of a fictional person: an area code that was never given out, a date of birth, an order code of three digits. */
export function idNumber(bornOn: string, order: number, area = '360199'): string {
  return withCheck(`${area}${bornOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`)
}
