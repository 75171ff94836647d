/** What stands on a notice of admission, for whoever checks whether it is one. */
export type NoticeNumber = { number: string; code: string }

/** As it was typed or scanned: in whatever width and case, with or without spaces and hyphens, an O for a 0 and an I for a 1. */
function plain(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s‐-―−-]/g, '').replace(/O/g, '0')
}

/** L3601232023-7F3K-9QXM, with the words around it that were copied along; what is no number at all stays as it was typed and is found nowhere. */
export function writtenNumberOfNotice(typed: string): string {
  const [, county = '', one = '', other = ''] = /^[^\dA-Z]*[L1I](\d{10})([\dA-Z]{4})([\dA-Z]{4})[^\dA-Z]*$/.exec(plain(typed)) ?? []
  return county ? `L${county}-${withoutLetters(one)}-${withoutLetters(other)}` : plain(typed)
}

/** Twelve letters in groups of four, as `checkCode` writes them. */
export function writtenCode(typed: string): string {
  const text = plain(typed)
  const [, code = text] = /^[^\dA-Z]*([\dA-Z]{12})[^\dA-Z]*$/.exec(text) ?? []
  return withoutLetters(code).replace(/.{4}(?=.)/g, '$& ')
}

/** Crockford's base 32 has no I and no L: either is a one. */
function withoutLetters(text: string): string {
  return text.replace(/[IL]/g, '1')
}

/** What a QR code has behind the # of the verification page's address: a part that no browser sends and no server logs. */
export function noticeFragment({ number, code }: NoticeNumber): string {
  return `${number}.${code.replaceAll(' ', '')}`
}

/** What was scanned; null for an address without it. */
export function scannedNotice(hash: string): NoticeNumber | null {
  const [, number, code] = /^#(L\d{10}-\w{4}-\w{4})\.(\w{12})$/.exec(hash) ?? []
  return number && code ? { number, code: writtenCode(code) } : null
}

/** What whoever checks a notice learns: of a replaced one the school that stands on it, never the new one. */
export type Verified = { status: 'valid' | 'replaced'; school: string } | { status: 'unknown' }
