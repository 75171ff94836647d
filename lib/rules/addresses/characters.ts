/** What a character can be in an address. One character may be several things. */
export const DIGIT = 1
/** a Chinese numeral, formal ones included */
export const NUMERAL = 2
export const LETTER = 4
/** 甲乙丙丁, which count houses as letters do */
export const STEM = 8
export const NUMBER_LIKE = DIGIT | NUMERAL | LETTER | STEM
const DASH = 16
const GAP = 32
/** begins one of the endings that make a name */
export const ENDING = 64
export const DIRECTION = 128
const COMPATIBLE = 256
/** written otherwise than it is read: full width, small letters, # */
const REWRITTEN = 512
const CHANGES = DASH | GAP | COMPATIBLE | REWRITTEN

/** By UTF-16 code unit. */
export const KINDS = new Uint16Array(65536)
const REWRITES = new Uint16Array(65536)

export const SPACE = 0x20
export const HYPHEN = 0x2d
export const HAO = '号'.charCodeAt(0)

function mark(from: number, to: number, kind: number): void {
  for (let code = from; code <= to; code += 1) KINDS[code] = kind
}

function also(characters: string, kind: number): void {
  for (let at = 0; at < characters.length; at += 1) KINDS[characters.charCodeAt(at)] = (KINDS[characters.charCodeAt(at)] ?? 0) | kind
}

function rewrite(from: number, to: number, kind = REWRITTEN): void {
  KINDS[from] = kind
  REWRITES[from] = to
}

// Spaces, controls, punctuation, symbols: the blocks of Unicode that hold nothing which is read.
for (const [from, to] of [
  [0x00, 0xbf], [0xd7, 0xd7], [0xf7, 0xf7], [0x300, 0x36f], [0x2000, 0x206f], [0x20a0, 0x20ff], [0x2116, 0x2116], [0x2190, 0x245f], [0x2500, 0x2bff],
  [0x3000, 0x3004], [0x3008, 0x3020], [0x3030, 0x3030], [0xfe00, 0xfe1f], [0xfe30, 0xfe6f], [0xfeff, 0xfeff], [0xff01, 0xff0f],
  [0xff1a, 0xff20], [0xff3b, 0xff40], [0xff5b, 0xff65], [0xffe0, 0xffff],
] as const) mark(from, to, GAP)
// Characters that are another one in a different dress (①, ㈠, compatibility ideographs): NFKC says which.
for (const [from, to] of [
  [0x2070, 0x209f], [0x2100, 0x2115], [0x2117, 0x214f], [0x2150, 0x218f], [0x2460, 0x24ff], [0x2e80, 0x2fdf], [0x3038, 0x303a], [0x3192, 0x319f],
  [0x3200, 0x33ff], [0xf900, 0xfaff],
] as const) mark(from, to, COMPATIBLE)
mark(0x30, 0x39, DIGIT)
mark(0x41, 0x5a, LETTER)
for (let code = 0x61; code <= 0x7a; code += 1) rewrite(code, code - 0x20)
for (let code = 0xff10; code <= 0xff19; code += 1) rewrite(code, code - 0xfee0)
for (let code = 0xff21; code <= 0xff3a; code += 1) rewrite(code, code - 0xfee0)
for (let code = 0xff41; code <= 0xff5a; code += 1) rewrite(code, code - 0xff00)
rewrite(0x23, HAO)
rewrite(0xff03, HAO)
rewrite(0x25cb, 0x3007)
rewrite(0x25ef, 0x3007)
// GB/T 15834 has three connecting marks, the short, the long and the wavy one; the others are what keyboards make of them.
for (const dash of '-‐‑‒–—―−～~〜－﹘﹣ー') KINDS[dash.charCodeAt(0)] = DASH
also('零〇一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟', NUMERAL)
also('甲乙丙丁', STEM)
also('路街大巷弄胡村社小花家嘉新公山', ENDING)
also('东南西北中', DIRECTION)

/** What the character at a place is; 0 for a plain one and behind the end. */
export function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] ?? 0) : 0
}

/**
 * An address or a name as it is compared: half width, capitals, `#` as 号, without spaces and punctuation. Between two
 * number-like characters a gap stays as one space and a dash as `-`; behind 号 a dash stays too. Doing it twice is doing it once.
 */
export function normalise(written: string): string {
  let plain = 0
  while (plain < written.length && ((KINDS[written.charCodeAt(plain)] ?? 0) & CHANGES) === 0) plain += 1
  if (plain === written.length) return written
  let text = written.slice(0, plain)
  let last = plain > 0 ? written.charCodeAt(plain - 1) : 0
  let pending = 0
  for (let at = plain; at < written.length; at += 1) {
    const code = written.charCodeAt(at)
    const kind = KINDS[code] ?? 0
    if ((kind & (DASH | GAP)) !== 0) {
      pending |= kind & (DASH | GAP)
      continue
    }
    const read = (kind & COMPATIBLE) !== 0 ? normaliseAgain(written.charAt(at)) : String.fromCharCode((kind & REWRITTEN) !== 0 ? (REWRITES[code] ?? code) : code)
    if (read === '') {
      pending |= GAP
      continue
    }
    const first = read.charCodeAt(0)
    if (pending !== 0 && last !== 0) {
      const numbers = ((KINDS[last] ?? 0) & NUMBER_LIKE) !== 0 && ((KINDS[first] ?? 0) & NUMBER_LIKE) !== 0
      if ((pending & DASH) !== 0 && (numbers || last === HAO)) text += '-'
      else if (numbers) text += ' '
    }
    pending = 0
    text += read
    last = read.charCodeAt(read.length - 1)
  }
  return text
}

function normaliseAgain(character: string): string {
  const dressed = character.normalize('NFKC')
  return dressed === character ? character : normalise(dressed)
}
