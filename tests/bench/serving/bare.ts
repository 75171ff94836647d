import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/scripts/database/free-port'
import { Refusal } from '@/scripts/database/refusal'
import { launch, type Programs } from '@/scripts/start/programs'
import { inRoot } from '@/scripts/start/root'

const NEXT = 'node_modules/next/dist/bin/next'
const UNTIL_SERVING_MS = 30_000

/**
 * The yardstick: an application of an empty page, a page that reads one row and a route that inserts rows (`tests/bench/bare`),
 * built with the versions that the house is built with, in a temporary folder, and served beside the house.
 * @returns the port on which it answers, once it does
 */
export async function serveBare(programs: Programs, databaseUrl: string): Promise<number> {
  // Outside of the project, whose proxy and configuration Next would find from any folder within.
  const folder = mkdtempSync(path.join(tmpdir(), 'zhihui-bare-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(inRoot('tests/bench/bare'), folder, { recursive: true })
  symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'), 'dir')
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: databaseUrl }
  let said = ''
  const build = programs.add(launch({ name: 'The build of the yardstick', args: [inRoot(NEXT), 'build', folder], env, logFile: null, heard: (text) => (said += text) }))
  await build.ended
  programs.forget(build)
  if (build.code() !== 0) throw new Refusal(`${said.trim()}\n\nThe yardstick could not be built; the reason stands above.`)
  const port = await freePort()
  const server = programs.add(launch({ name: 'The yardstick', args: [inRoot(NEXT), 'start', folder, '-H', '127.0.0.1', '-p', String(port)], env, logFile: null, heard: (text) => (said += text) }))
  await untilServing(port, server.ended, () => said)
  return port
}

async function untilServing(port: number, ended: Promise<void>, said: () => string): Promise<void> {
  let isEnded = false
  void ended.then(() => (isEnded = true))
  for (const until = Date.now() + UNTIL_SERVING_MS; ; await pause(50)) {
    const status = await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.status, () => null)
    if (status === 200) return
    if (isEnded || Date.now() > until) throw new Refusal(`The yardstick does not serve (${status ?? 'no answer'}):\n${said()}`)
  }
}
