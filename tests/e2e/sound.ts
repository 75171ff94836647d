import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Without frames of other sites the mode that opens no second page finds the same, in half the time; and what passed need not be told of. */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
}

/**
 * Nothing found by axe at the usual width, and nothing that overflows the page there and at the narrowest: a phone’s, unless others
 * are named. Pages have one structure and one set of colours at every width, so that axe looks once.
 */
export async function isSound(page: Page, what: string, heading?: string, widths: readonly [number, ...number[]] = [390, 320]): Promise<void> {
  // A press leads on only when the next page is there: its heading says so.
  if (heading) await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  for (const width of widths.toReversed()) await fits(page, what, width)
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), what).toEqual([])
}

/** The same of a page of the county's: looked at on a desk's width, at which it is left, and fitting a tablet's. */
export async function isSoundAtADesk(page: Page, what: string, heading?: string): Promise<void> {
  await isSound(page, what, heading, [1280])
  await fits(page, what, 768)
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** Nothing overflows the page at this width, at which it is left. */
export async function fits(page: Page, what: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${what} fits ${width}`).toBe(true)
}
