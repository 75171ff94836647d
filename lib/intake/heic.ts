import { pageOfPixels, refuseTooManyPixels, type Page } from './picture'
import { Unfit } from './unfit'

/**
 * What an iPhone's camera writes. libheif as WebAssembly: the HEVC decoder that system packages bring is missing from
 * sharp's own build. It turns the picture upright itself, by the container's own property.
 */
export async function pageOfHeic(bytes: Uint8Array): Promise<Page> {
  const { default: libheif } = await import('libheif-js/wasm-bundle')
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw new Unfit('MATERIAL_UNREADABLE')
  const [width, height] = [image.get_width(), image.get_height()]
  refuseTooManyPixels(width, height)
  const pixels = await new Promise<Uint8ClampedArray>((resolve, reject) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => {
      if (shown) resolve(shown.data)
      else reject(new Unfit('MATERIAL_UNREADABLE'))
    })
  })
  for (const one of images) one.free()
  return pageOfPixels(pixels, width, height)
}
