import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { MATERIAL_LIMITS } from '@/lib/domain/material-limits'
import { getEnv } from '@/lib/env'
import { drop, receive } from '@/lib/intake/incoming'
import { takeApart } from '@/lib/intake/take-apart'
import { aHeic, aJpeg, aPdf, aPdfBomb, aPng, aPngThatClaims, aPngWithPackedText, aWebp } from '../support/pictures'

async function sent(bytes: Uint8Array) {
  const received = await receive(Readable.from([bytes]), 'photo')
  if (!received.ok) throw new Error(received.failure.code)
  return received.value
}

async function taken(bytes: Uint8Array, timeMs?: number, by = 'a family') {
  const incoming = await sent(bytes)
  try {
    return await takeApart(incoming, by, timeMs)
  } finally {
    await drop(incoming)
  }
}

async function pagesOf(bytes: Uint8Array) {
  const outcome = await taken(bytes)
  if (!outcome.ok) throw new Error(outcome.failure.code)
  return outcome.value.pages
}

const refused = (code: string) => ({ ok: false, failure: { code } })

describe('R-18 what phones and scanners send', () => {
  test.each([
    ['JPEG', aJpeg, 'image/jpeg'],
    ['PNG', aPng, 'image/png'],
    ['WebP', aWebp, 'image/webp'],
    ['HEIC, of the codec that iPhones use', aHeic, 'image/heic'],
  ])('R-18 %s becomes one page of the same picture', async (_name, make, mediaType) => {
    const outcome = await taken(await make())
    expect(outcome).toMatchObject({ ok: true, value: { mediaType } })
    const [page] = outcome.ok ? outcome.value.pages : []
    const { channels } = await sharp(page?.full).stats()
    const [red = 0, green = 0, blue = 0] = channels.map((channel) => channel.mean)
    expect(red).toBeGreaterThan(180)
    expect(Math.max(green, blue)).toBeLessThan(70)
    expect(await sharp(page?.thumb).metadata()).toMatchObject({ format: 'jpeg' })
  })

  test('R-18 a PDF of three pages becomes three, in order and drawn', async () => {
    const pages = await pagesOf(aPdf(3))
    expect(pages).toHaveLength(3)
    for (const page of pages) {
      expect(Math.abs(page.height - 2400)).toBeLessThan(5)
      const drawn = await sharp(page.full).extract({ left: 250, top: 450, width: 300, height: 100 }).toBuffer()
      const { dominant } = await sharp(drawn).stats()
      expect(dominant).toMatchObject({ r: 248, g: 8, b: 8 })
    }
  })

  test('R-18 a picture is turned upright, made no larger than can be read, and carries no place, maker, time or profile', async () => {
    const original = await aJpeg({ width: 4032, height: 3024 })
    expect(original.includes('Huawei')).toBe(true)
    const [page] = await pagesOf(original)
    expect(page).toMatchObject({ width: 1800, height: 2400 })
    for (const size of ['full', 'thumb'] as const) {
      const metadata = await sharp(page?.[size]).metadata()
      expect(metadata).toMatchObject({ format: 'jpeg', space: 'srgb' })
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.orientation, metadata.comments]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
      expect(Buffer.from(page?.[size] ?? []).includes('Exif')).toBe(false)
    }
    expect(await sharp(page?.thumb).metadata()).toMatchObject({ width: 240, height: 320 })
  })
})

describe('R-18 what means harm', () => {
  const HTML = '<!doctype html><script>alert(1)</script>'

  test.each([
    ['HTML under another name', () => Buffer.from(HTML)],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="10" height="10"/>')],
    ['SVG with an XML head', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['GIF', () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['ZIP', () => Buffer.from('PK\x03\x04nothing', 'latin1')],
    ['AVIF', () => sharp({ create: { width: 16, height: 16, channels: 3, background: '#fff' } }).avif().toBuffer()],
    ['one byte', () => Buffer.from([0xff])],
  ])('R-18 %s is refused by its bytes', async (_name, make) => {
    expect(await taken(await make())).toEqual(refused('MATERIAL_TYPE'))
  })

  test('R-18 of a JPEG that is a page and an archive as well, only the picture is kept', async () => {
    const polyglot = Buffer.concat([await aJpeg(), Buffer.from(HTML), Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
    const [page] = await pagesOf(polyglot)
    for (const planted of ['script', 'PK\x05\x06', 'html']) expect(Buffer.from(page?.full ?? []).includes(planted)).toBe(false)
  })

  test('R-18 14,000 pixels squared is refused, and so is a header that only claims more', async () => {
    expect(await taken(await aPng({ width: 14_000, height: 14_000 }))).toEqual(refused('MATERIAL_TOO_MANY_PIXELS'))
    expect(await taken(aPngThatClaims(60_000, 60_000))).toEqual(refused('MATERIAL_TOO_MANY_PIXELS'))
  })

  test('R-18 a file that breaks off in the middle is refused, whatever its kind', async () => {
    for (const whole of [await aJpeg(), await aPng(), await aHeic(), aPdf(1)]) {
      expect(await taken(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual(refused('MATERIAL_UNREADABLE'))
    }
  })

  test('R-18 a PDF of 21 pages is refused, one of 20 is not', async () => {
    expect(await taken(aPdf(MATERIAL_LIMITS.pages + 1))).toEqual(refused('MATERIAL_TOO_MANY_PAGES'))
    expect(await pagesOf(aPdf(MATERIAL_LIMITS.pages))).toHaveLength(MATERIAL_LIMITS.pages)
  })

  test('R-18 a drawing without end is stopped, and the next file is taken all the same', async () => {
    const before = performance.now()
    expect(await taken(aPdfBomb(), 2_000)).toEqual(refused('MATERIAL_UNREADABLE'))
    expect(performance.now() - before).toBeLessThan(6_000)
    expect(await pagesOf(await aPng())).toHaveLength(1)
  })

  test('R-18 text packed a thousandfold into a picture is not unpacked into our memory', async () => {
    const before = process.memoryUsage.rss()
    const outcome = await taken(await aPngWithPackedText(300))
    if (outcome.ok) expect(outcome.value.pages[0]?.full.byteLength).toBeLessThan(10_000)
    else expect(outcome).toEqual(refused('MATERIAL_UNREADABLE'))
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })

  test('R-18 ten at once all get their own answer', async () => {
    const widths = Array.from({ length: 10 }, (_, index) => 100 + index)
    const pages = await Promise.all(widths.map(async (width) => (await pagesOf(await aPng({ width, height: 50 })))[0]?.width))
    expect(pages).toEqual(widths)
  })
})

test('R-18 sixty files, one after another: a worn process is replaced and nobody notices', async () => {
  const heic = aHeic()
  for (let file = 0; file < 60; file++) expect((await taken(heic)).ok).toBe(true)
})

describe('R-18 what is on its way', () => {
  const incoming = () => readdirSync(path.join(getEnv().dataDir, 'incoming'))

  test('R-18 a file waits on disk unreadable, and goes away', async () => {
    const jpeg = await aJpeg()
    const received = await sent(jpeg)
    const onDisk = readFileSync(received.path)
    expect(onDisk.length).toBe(jpeg.length)
    expect(onDisk.includes('Huawei')).toBe(false)
    await drop(received)
    expect(incoming()).toEqual([])
  })

  test('R-18 40 MB are refused without being held', async () => {
    async function* endless() {
      for (let megabyte = 0; megabyte < 40; megabyte++) yield await Promise.resolve(Buffer.alloc(1024 * 1024))
    }
    expect(await receive(Readable.from(endless()), 'big.jpg')).toEqual(refused('MATERIAL_TOO_LARGE'))
    expect(incoming()).toEqual([])
  })

  test('R-18 a body that breaks off leaves nothing', async () => {
    async function* cut() {
      yield await Promise.resolve(Buffer.alloc(1024 * 1024))
      throw new Error('gone')
    }
    expect(await receive(Readable.from(cut()), 'cut.jpg')).toEqual(refused('UPLOAD_CUT'))
    expect(await receive(Readable.from([]), 'empty.jpg')).toEqual(refused('MATERIAL_MISSING'))
    expect(incoming()).toEqual([])
  })
})

test('R-18 twelve slow files of one family do not stand before the one of another', async () => {
  const order: string[] = []
  const take = (bytes: Uint8Array, by: string) => taken(bytes, undefined, by).then(() => order.push(by))
  const slow = aPdf(6)
  const many = Array.from({ length: 12 }, () => take(slow, 'one'))
  await many[0]
  await Promise.all([...many, take(await aJpeg({ width: 40, height: 30 }), 'another')])
  expect(order.indexOf('another')).toBeLessThan(9)
})
