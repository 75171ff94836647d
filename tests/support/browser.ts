import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'

/** Keeps Chromium off the network, and lets it run as root and without a graphics card. */
export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run',
]

/** CHROMIUM_PATH, the system's, Playwright's own, then the one that an npm package carries: whichever is there first. */
export async function chromiumPath(): Promise<string> {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()]
  const found = places.find((place) => place !== undefined && place !== '' && existsSync(place))
  if (found) return found
  const { default: carried } = await import('@sparticuz/chromium')
  return carried.executablePath()
}

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold', '700Bold']

/** A bare machine has no Chinese font and shows boxes: a font from an npm package, through fontconfig. @returns its file */
export function chineseFonts(): string {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const home = path.join(tmpdir(), 'zhihui-test-fonts')
  mkdirSync(home, { recursive: true })
  const prefer = (family: string) => `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>Noto Sans SC</string></edit></match>`
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...WEIGHTS.map((weight) => `<dir>${path.join(fonts, weight)}</dir>`),
    '<dir>/usr/share/fonts</dir>',
    ...['sans-serif', 'system-ui', 'serif'].map(prefer),
    `<cachedir>${path.join(home, 'cache')}</cachedir>`,
    '</fontconfig>',
  ]
  const file = path.join(home, 'fonts.conf')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/** What Playwright is told to start. */
export async function launchOptions(): Promise<{ executablePath: string; args: string[]; env: Record<string, string> }> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { executablePath: await chromiumPath(), args: FLAGS, env: { ...Object.fromEntries(inherited), FONTCONFIG_FILE: chineseFonts() } }
}
