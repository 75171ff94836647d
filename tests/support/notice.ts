import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Readable } from 'node:stream'
import sharp from 'sharp'
import type { Notice } from '@/lib/notice/draw-notice'

export const A_NOTICE: Notice = {
  county: '安义县',
  year: 2023,
  child: { name: '程一诺', idNumber: '360199********0141' },
  category: '第一类：父母房产，学生和父母的户籍都在房产上',
  school: { name: '逸夫小学', address: '安义县龙津镇文峰路 20 号', phones: ['18907080878', '18679035166'] },
  number: 'L3601232023-7F3K-9QXM',
  code: 'A1B2 C3D4 E5F6',
  publishedAt: Date.parse('2023-08-28T09:00:00+08:00'),
  next: '8月31日上午 8:30 到校报到。\n带户口本、房产证和预防接种证的原件和复印件。',
  verify: { address: 'https://ruxue.example/verify', scanned: 'https://ruxue.example/verify#L3601232023-7F3K-9QXM.A1B2C3D4E5F6' },
  demonstration: true,
}

export async function bytesOf(pdf: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

export type Drawn = { text: string; width: number; height: number; grey: Buffer; png: Buffer }

/** Every page as a reader draws it, with the text that can be marked and copied. @param scale pixels a point */
export async function drawn(pdf: Uint8Array, scale = 2): Promise<Drawn[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: Drawn[] = []
  for (const page of document.pages()) {
    // Before it is drawn: the library closes a page with that.
    const text = page.getText()
    const { data, width, height } = await page.render({ scale, render: ({ data: pixels }) => Promise.resolve(pixels) })
    const picture = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' })
    pages.push({ text, width, height, grey: await picture.clone().greyscale().raw().toBuffer(), png: await picture.png().toBuffer() })
  }
  document.destroy()
  library.destroy()
  return pages
}
