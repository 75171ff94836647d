/** Where a typeface's table of characters says what it has: `cmap`, of Unicode's whole range (platform 3, encoding 10, format 12). */
type Ranges = readonly { first: number; last: number }[]

/** @throws where a typeface has no such table: ours does, and a test says so */
function rangesOf(font: Buffer): Ranges {
  const cmap = tableAt(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  for (let record = cmap + 4; record < cmap + 4 + count * 8; record += 8) {
    if (font.readUInt16BE(record) !== 3 || font.readUInt16BE(record + 2) !== 10) continue
    const subtable = cmap + font.readUInt32BE(record + 4)
    const groups = font.readUInt32BE(subtable + 12)
    return Array.from({ length: groups }, (_, group) => {
      const at = subtable + 16 + group * 12
      return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) }
    })
  }
  throw new Error('a typeface without a table of Unicode’s whole range')
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`a typeface without ${tag}`)
}

/** Whether a typeface has a character; of one that it has not, it would print an empty box or nothing. */
export function charactersOf(font: Buffer): (character: string) => boolean {
  const ranges = rangesOf(font)
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    return ranges.some(({ first, last }) => code >= first && code <= last)
  }
}
