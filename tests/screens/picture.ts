import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { ROOT } from '../support/run-directory'

const FOLDER = path.join(ROOT, 'docs', 'screens')
mkdirSync(FOLDER, { recursive: true })

/** The whole page, or what a desk shows of it, as a picture in the papers; with a palette, a quarter of the size. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await sharp(await page.screenshot({ fullPage })).png({ palette: true, quality: 90, effort: 10 }).toFile(path.join(FOLDER, `${name}.png`))
}
