import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../support/run-directory'

const FOLDER = path.join(ROOT, 'docs', 'screens')
mkdirSync(FOLDER, { recursive: true })

/** The whole page, as a picture in the papers. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage: true })
}
