import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { charactersOf } from './glyphs'

/** From npm, so that every machine draws the same Chinese. */
const FOLDER = 'node_modules/@expo-google-fonts/noto-sans-sc'

function read(file: string): Promise<Buffer> {
  return readFile(path.join(/*turbopackIgnore: true*/ process.cwd(), FOLDER, file))
}

export type Typeface = { regular: Buffer; bold: Buffer; has: (character: string) => boolean }

let kept: Promise<Typeface> | null = null

/** Noto Sans SC, read at the first notice and kept. */
export function typeface(): Promise<Typeface> {
  kept ??= Promise.all([read('400Regular/NotoSansSC_400Regular.ttf'), read('600SemiBold/NotoSansSC_600SemiBold.ttf')]).then(([regular, bold]) => ({ regular, bold, has: charactersOf(regular) }))
  return kept
}
