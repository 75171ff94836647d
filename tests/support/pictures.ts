import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files as phones and scanners make them, and as nobody should. */
const SCENE = { width: 1200, height: 900 }
const RED = { r: 200, g: 30, b: 40 }

const scene = ({ width, height } = SCENE) => sharp({ create: { width, height, channels: 3, background: RED } })

/** As a camera writes it: turned by a flag, with the place, the maker and the time. */
export function aJpeg(size = SCENE): Promise<Buffer> {
  return scene(size)
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Make: 'Huawei', Model: 'P60', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 50/1 42/1', GPSLongitudeRef: 'E', GPSLongitude: '115/1 33/1 8/1' } })
    .toBuffer()
}

export const aPng = (size = SCENE): Promise<Buffer> => scene(size).png().toBuffer()
export const aWebp = (size = SCENE): Promise<Buffer> => scene(size).webp().toBuffer()

/**
 * By the codec that iPhones' files are written with: HEVC in the ISO container (brand heic), written once by libheif with
 * the kvazaar encoder, because no package brings an encoder for all platforms. The same red scene.
 */
export function aHeic(): Buffer {
  return readFileSync(path.resolve('tests/materials/files/red.heic'))
}

/** A PDF of A4 pages with a line of text each; `drawing` is the page's content, if it is to be another. */
export function aPdf(pages: number, drawing?: string): Buffer {
  const objects: Buffer[] = []
  const add = (...parts: (string | Buffer)[]) => objects.push(Buffer.concat(parts.map((part) => Buffer.from(part))))
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (let page = 0; page < pages; page++) {
    const content = deflateSync(Buffer.from(drawing ?? `1 0 0 rg 72 600 200 100 re f BT /F1 24 Tf 72 720 Td (Page ${page + 1}) Tj ET`))
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`)
    add(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`, content, '\nendstream')
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const written = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(at)
    at += written.length
    parts.push(written)
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** A PDF of one page, small to send, that would be drawn for minutes. */
export function aPdfBomb(): Buffer {
  return aPdf(1, '0 0 m 595 842 l 0 842 m 595 0 l 5 w S\n'.repeat(3_000_000))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** A PNG of a few hundred kilobytes whose hidden text unpacks to `megabytes`. */
export async function aPngWithPackedText(megabytes: number): Promise<Buffer> {
  const plain = await aPng({ width: 10, height: 10 })
  const text = Buffer.concat([Buffer.from('note\0\0', 'latin1'), deflateSync(Buffer.alloc(megabytes * 1024 * 1024))])
  // After the signature and the header, before the pixels.
  return Buffer.concat([plain.subarray(0, 33), chunk('zTXt', text), plain.subarray(33)])
}

/** A PNG header that claims a size, with nothing behind it. */
export function aPngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}
