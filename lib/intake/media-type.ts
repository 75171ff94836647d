import type { MediaType } from '@/lib/domain/material-limits'

/** Brands of the ISO container that phones write HEVC pictures under; AVIF has others. */
const HEIC_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
const PNG = '\x89PNG\r\n\x1a\n'

/** What a file is, by its own first bytes; null for everything that is not taken (SVG, HTML, GIF, ZIP, …). */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith(PNG)) return 'image/png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp' && HEIC_BRANDS.includes(head.slice(8, 12))) return 'image/heic'
  return head.startsWith('%PDF-') ? 'application/pdf' : null
}
