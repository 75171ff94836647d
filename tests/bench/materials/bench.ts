import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { newApplicationKey } from '@/lib/data/cipher'
import { drop, receive } from '@/lib/intake/incoming'
import { takeApart } from '@/lib/intake/take-apart'
import { storePages, removePages } from '@/lib/storage/material-pages'
import { PAGE_SIDES } from '@/lib/domain/material-limits'
import { makeDemonstrationRecord, writeDemonstrationRecord } from '@/scripts/start/demonstration-record'

/**
 * S9: a 12-megapixel photograph, from the bytes that arrive to the encrypted pages on disk, beside sharp alone making the
 * same two pictures in this process. By turns, so that a slow moment of the machine falls on both.
 */
const ROUNDS = 15
const WARM_UP = 3
const WANTED = 0.7

const dataDir = mkdtempSync(path.join(tmpdir(), 'zhihui-bench-'))
process.env.DATA_DIR = dataDir
writeDemonstrationRecord(dataDir, makeDemonstrationRecord('postgresql://nobody@127.0.0.1/none', 'http://127.0.0.1:9'))
const { key } = newApplicationKey()

/** Shapes, edges and grain, as a photographed page has them: neither one colour nor pure noise. */
async function photograph(): Promise<Buffer> {
  const [width, height] = [4032, 3024]
  const lines = Array.from({ length: 60 }, (_, line) => `<text x="200" y="${200 + line * 45}" font-size="38" fill="#222">${'ruxue 3601 household book page '.repeat(4)}${line}</text>`).join('')
  const page = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#e9e2d2"/>${lines}</svg>`)
  const grain = await sharp({ create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 12 } } }).png().toBuffer()
  return sharp(page).composite([{ input: grain, blend: 'soft-light' }]).jpeg({ quality: 88 }).withMetadata({ orientation: 6 }).toBuffer()
}

async function ours(photo: Uint8Array, number: number): Promise<void> {
  const received = await receive(Readable.from([photo]), 'photo.jpg')
  if (!received.ok) throw new Error(received.failure.code)
  const taken = await takeApart(received.value, 'bench')
  await drop(received.value)
  if (!taken.ok) throw new Error(taken.failure.code)
  const stored = await storePages(key, `bench-${number}`, taken.value.pages)
  if (!stored.ok) throw new Error(stored.failure.code)
}

async function sharpAlone(photo: Uint8Array): Promise<void> {
  const fit = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
  const full = await sharp(photo, { failOn: 'error' }).autoOrient().resize(fit(PAGE_SIDES.full)).jpeg({ quality: 82 }).toBuffer()
  await sharp(full).resize(fit(PAGE_SIDES.thumb)).jpeg({ quality: 72 }).toBuffer()
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other)
const at = (values: readonly number[], share: number) => sorted(values)[Math.floor((values.length - 1) * share)] ?? 0
const say = (line: string) => process.stdout.write(`${line}\n`)

sharp.cache(false)
const photo = await photograph()
const times: { ours: number[]; sharp: number[] } = { ours: [], sharp: [] }
for (let round = 0; round < ROUNDS + WARM_UP; round++) {
  const own = await milliseconds(() => ours(photo, round))
  const alone = await milliseconds(() => sharpAlone(photo))
  await removePages(`bench-${round}`)
  if (round < WARM_UP) continue
  times.ours.push(own)
  times.sharp.push(alone)
}
rmSync(dataDir, { recursive: true, force: true })

const described = (values: readonly number[]) => `${at(values, 0.5).toFixed(0)} ms median, ${at(values, 0.1).toFixed(0)} to ${at(values, 0.9).toFixed(0)} ms (10 to 90 %)`
say(`Node ${process.versions.node}, ${cpus().length} cores, sharp ${sharp.versions.sharp}; a photograph of 12 megapixels and ${(photo.length / 1e6).toFixed(1)} MB, ${ROUNDS} rounds by turns`)
say(`stored (received, taken apart, encrypted, on disk)  ${described(times.ours)}`)
say(`sharp alone (the same two pictures)                 ${described(times.sharp)}`)
const share = at(times.sharp, 0.5) / at(times.ours, 0.5)
say(`rate: ${share.toFixed(2)} of sharp alone; wanted: at least ${WANTED}`)
process.exit(share >= WANTED ? 0 : 1)
