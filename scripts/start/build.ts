import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../database/refusal'
import { launch, type Programs } from './programs'
import { inRoot } from './root'

/** All that a build is made of. What is not here (scripts, tests, papers) does not ask for a new one. */
const SOURCES = [
  'app', 'components', 'lib', 'public', 'prisma/schema.prisma',
  'proxy.ts', 'instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json',
]
const MARK = inRoot('.next', 'sources-hash')

function filesUnder(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of SOURCES.flatMap((source) => filesUnder(inRoot(source)))) {
    hash.update(`\n${path.relative(inRoot(), file)}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

export function isBuilt(): boolean {
  return existsSync(inRoot('.next', 'BUILD_ID')) && existsSync(MARK) && readFileSync(MARK, 'utf8') === hashOfSources()
}

/** The production build, made anew only when a source of it has changed. @returns whether it was @throws Refusal */
export async function ensureBuilt(programs: Programs, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (isBuilt()) return false
  const hash = hashOfSources()
  rmSync(MARK, { force: true })
  let said = ''
  const build = programs.add(
    launch({
      name: 'The build',
      args: [inRoot('node_modules/next/dist/bin/next'), 'build'],
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      logFile: null,
      heard: (text) => (said += text),
    }),
  )
  await build.ended
  programs.forget(build)
  if (build.code() !== 0) throw new Refusal(`${said.trim()}\n\nThe build failed; the reason stands above.`)
  writeFileSync(MARK, hash)
  return true
}
