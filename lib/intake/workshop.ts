import type { MediaType } from '@/lib/domain/material-limits'
import { pageOfHeic } from './heic'
import { readIncoming } from './incoming'
import { mediaTypeOf } from './media-type'
import { pagesOfPdf } from './pdf'
import { pageOfPicture, type Page } from './picture'
import type { Order, Outcome } from './take-apart'
import { Unfit } from './unfit'

/**
 * A process of its own, in which strangers' files are decoded. It can be killed at any moment: it has no database, no key
 * but that of the one file, and nothing to lose. `take-apart.ts` starts it and watches the clock.
 */
const WAYS: Record<MediaType, (bytes: Uint8Array) => Promise<Page[]>> = {
  'image/jpeg': async (bytes) => [await pageOfPicture(bytes)],
  'image/png': async (bytes) => [await pageOfPicture(bytes)],
  'image/webp': async (bytes) => [await pageOfPicture(bytes)],
  'image/heic': async (bytes) => [await pageOfHeic(bytes)],
  'application/pdf': pagesOfPdf,
}

async function work(order: Order): Promise<Outcome> {
  try {
    const bytes = await readIncoming(order)
    const mediaType = mediaTypeOf(bytes)
    if (!mediaType) return { ok: false, failure: { code: 'MATERIAL_TYPE' } }
    return { ok: true, value: { mediaType, pages: await WAYS[mediaType](bytes) } }
  } catch (error) {
    return { ok: false, failure: { code: error instanceof Unfit ? error.code : 'MATERIAL_UNREADABLE' } }
  }
}

process.on('message', (order: Order) => {
  void work(order).then((outcome) => process.send?.(outcome))
})
// Whoever asked is gone: nobody will kill this process any more, so it ends by itself.
process.on('disconnect', () => process.exit())
