import { chromium, type Browser, type Page, type Response } from '@playwright/test'
import { orRefusal } from '@/scripts/database/refusal'
import { say, stage, table } from '@/scripts/start/terminal'
import { launchOptions } from '../../support/browser'
import { SCRIPT_MARKS } from '../../support/script-marks'
import { serveBare } from '../serving/bare'
import { withHouse, type House } from '../serving/house'
import type { Place } from './places'

/**
 * `npm run bench:js` (S5): what each of a guardian's pages transfers of JavaScript, compressed, as Chromium counts it, until
 * somebody first types or presses; beside an empty page of the same versions. Then what comes with the first focus.
 */
const GOAL = 1.05

type Weighed = { bytes: number; files: string[]; brings: string[] }
type Line = { page: string; first: Weighed; focus: Weighed | null }

async function main(): Promise<void> {
  await withHouse(async () => {
    const { guardianPlaces } = await import('./places')
    return { furniture: await guardianPlaces() }
  }, weighAll)
}

async function weighAll({ programs, env }: House, places: readonly Place[]): Promise<void> {
  const bare = await stage('yardstick', () => serveBare(programs, env.databaseUrl), (port) => `http://localhost:${port}`)
  const browser = await chromium.launch(await launchOptions())
  try {
    const empty = await weigh(browser, `http://localhost:${bare}`, { page: 'empty', address: '/', token: null })
    const lines: Line[] = []
    for (const place of places) lines.push(await weigh(browser, env.baseUrl, place))
    say(`\n${report(empty, lines)}`)
  } finally {
    await browser.close()
  }
}

/** A browser that has never been here opens the page; where checks are to come with a field's focus, the field then gets it. */
async function weigh(browser: Browser, origin: string, { page: name, address, token, field }: Place): Promise<Line> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  try {
    if (token) await context.addCookies([{ name: 'ruxue-guardian', value: token, url: origin, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    let fetched: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') fetched.push(response)
    })
    const answer = await page.goto(`${origin}${address}`, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== address.split('?')[0]) throw new Error(`${name} (${address}) answers ${answer?.status()} and leads to ${page.url()}`)
    const first = await weighed(fetched)
    if (!field) return { page: name, first, focus: null }
    fetched = []
    await focus(page, field)
    return { page: name, first, focus: await weighed(fetched) }
  } finally {
    await context.close()
  }
}

/** Waits for the schema, which is the last to come; where none comes, that is what is printed. */
async function focus(page: Page, field: string): Promise<void> {
  const schema = page.waitForResponse(async (response) => response.request().resourceType() === 'script' && (await response.text()).includes(SCRIPT_MARKS.zod), { timeout: 5000 }).catch(() => null)
  await page.locator(`[name="${field}"]`).first().focus()
  await schema
  await page.waitForLoadState('networkidle')
}

async function weighed(fetched: readonly Response[]): Promise<Weighed> {
  const files = await Promise.all(fetched.map(async (response) => ({ name: new URL(response.url()).pathname.split('/').at(-1) ?? '', bytes: (await response.request().sizes()).responseBodySize, text: await response.text() })))
  const brings = Object.entries(SCRIPT_MARKS).flatMap(([library, mark]) => (files.some(({ text }) => text.includes(mark)) ? [library] : []))
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files: files.map(({ name, bytes }) => `${name} ${bytes}`), brings }
}

function report({ first: { bytes: empty, files } }: Line, lines: readonly Line[]): string {
  const ratio = ({ first }: Line) => first.bytes / empty
  const rows = lines.map((line) => [line.page, line.first.bytes.toLocaleString('en-US'), ratio(line).toFixed(3), ratio(line) <= GOAL ? 'met' : 'not met', line.first.brings.join(', ') || 'neither', line.focus ? `${line.focus.brings.join(', ') || 'neither'} (${line.focus.bytes.toLocaleString('en-US')})` : ''])
  const late = lines.filter(({ first, focus }) => first.brings.length === 0 && (focus === null || focus.brings.length === Object.keys(SCRIPT_MARKS).length))
  return [
    `an empty page: ${empty.toLocaleString('en-US')} bytes of JavaScript in ${files.length} files, compressed; goal ≤ ${GOAL}`, '',
    ...table([['page', 'bytes', 'ratio', '', 'of react-hook-form and zod', 'with the first focus (bytes)'], ...rows]), '',
    ...(process.argv.includes('--files') ? [...files, '', ...lines.flatMap(({ page, first }) => [page, ...first.files.map((file) => `  ${file}`)]), ''] : []),
    `${lines.filter((line) => ratio(line) <= GOAL).length} of ${lines.length} pages meet the goal; worst ${Math.max(...lines.map(ratio)).toFixed(3)}`,
    `${late.length} of ${lines.length} bring react-hook-form and zod with the first focus of a form that has them, and not before`,
  ].join('\n')
}

await orRefusal(main)
