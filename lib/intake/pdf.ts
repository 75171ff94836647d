import { PDFiumLibrary } from '@hyzyla/pdfium'
import { MATERIAL_LIMITS, PAGE_SIDES } from '@/lib/domain/material-limits'
import { pageOfPixels, type Page } from './picture'
import { Unfit } from './unfit'

/** A stamp of a few millimetres is not blown up to a whole screen. */
const SCALE_AT_MOST = 4

/** Every page drawn as a picture, in order: scripts, links, forms and attached files stay behind. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<Page[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const count = document.getPageCount()
  if (count === 0) throw new Unfit('MATERIAL_UNREADABLE')
  if (count > MATERIAL_LIMITS.pages) throw new Unfit('MATERIAL_TOO_MANY_PAGES')
  const pages: Page[] = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(SCALE_AT_MOST, PAGE_SIDES.full / Math.max(originalWidth, originalHeight))
    if (!(scale > 0) || Math.min(originalWidth, originalHeight) * scale < 1) throw new Unfit('MATERIAL_UNREADABLE')
    const drawn = await page.render({ scale, render: ({ data }) => Promise.resolve(data) })
    pages.push(await pageOfPixels(drawn.data, drawn.width, drawn.height))
  }
  document.destroy()
  library.destroy()
  return pages
}
