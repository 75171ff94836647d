import type { Browser, BrowserContext } from '@playwright/test'

/** Milliseconds by which an answer comes later on a slow line, at least and at most. */
const LATE = { least: 300, most: 1_200 }
const AWAITED: ReadonlySet<string> = new Set(['document', 'fetch', 'xhr'])

/** Every page and every answer to a form comes late, each by a delay of its own. */
async function delay(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    if (AWAITED.has(route.request().resourceType())) {
      const late = LATE.least + Math.random() * (LATE.most - LATE.least)
      await new Promise((resolve) => setTimeout(resolve, late))
    }
    // A page that was left meanwhile waits for nothing any more.
    await route.continue().catch(() => undefined)
  })
}

/** Puts whatever `browser` opens from now on behind a slow line: a test that acts on a page before it has come fails there each time, not once in a hundred runs. */
export function slowDown(browser: Browser): void {
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await delay(context)
    return context
  }
}
