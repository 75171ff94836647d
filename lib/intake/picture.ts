import sharp, { type Sharp, type SharpInput, type SharpOptions } from 'sharp'
import { MATERIAL_LIMITS, PAGE_SIDES } from '@/lib/domain/material-limits'
import { Unfit } from './unfit'

/** One page as it is stored: a JPEG that carries nothing but its pixels, and a small one. */
export type Page = { full: Uint8Array; thumb: Uint8Array; width: number; height: number }

// Of all that libvips can read, only these; whatever the bytes pretend to be, no other reader is ever tried.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)

const QUALITY = { full: 82, thumb: 72 } as const

/** Turned upright, made small enough, in sRGB on white. sharp writes no EXIF, GPS, XMP, IPTC or profile unless it is asked to. */
function reduced(picture: Sharp, size: keyof typeof PAGE_SIDES): Sharp {
  const side = PAGE_SIDES[size]
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY[size] })
}

async function pageOf(picture: Sharp): Promise<Page> {
  const { data, info } = await reduced(picture, 'full').toBuffer({ resolveWithObject: true })
  const thumb = await reduced(sharp(data), 'thumb').toBuffer()
  return { full: data, thumb, width: info.width, height: info.height }
}

/** Pixels in memory (RGBA), as HEIC and PDF decoders give them. */
export function pageOfPixels(pixels: SharpInput, width: number, height: number): Promise<Page> {
  return pageOf(sharp(pixels, { raw: { width, height, channels: 4 } }))
}

/** A JPEG, PNG or WebP. A file that breaks off in the middle is refused: half a household book helps nobody. */
export async function pageOfPicture(bytes: Uint8Array): Promise<Page> {
  const options: SharpOptions = { failOn: 'error', limitInputPixels: MATERIAL_LIMITS.pixels }
  const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  refuseTooManyPixels(width, height)
  return pageOf(sharp(bytes, options).autoOrient())
}

export function refuseTooManyPixels(width: number, height: number): void {
  if (width * height > MATERIAL_LIMITS.pixels) throw new Unfit('MATERIAL_TOO_MANY_PIXELS')
}
