import { execFile, fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { ROOT } from './run-directory'
import { appDataDir } from './running-app'

const answer = z.object({ id: z.number(), result: z.unknown().optional(), fault: z.string().optional() })

type Waiting = { resolve: (result: unknown) => void; reject: (fault: Error) => void }

const waiting = new Map<number, Waiting>()
let host: ChildProcess | null = null
let asked = 0

const FLAGS = ['--conditions=react-server', '--import', 'tsx']
const onThisApp = (): NodeJS.ProcessEnv => ({ ...process.env, DATA_DIR: appDataDir(), NODE_OPTIONS: '' })

/** Started with the first question, and ended with the worker, whose end it hears. */
function start(): ChildProcess {
  const child = fork(path.join(ROOT, 'tests/support/program-host.ts'), [], {
    cwd: ROOT,
    execArgv: FLAGS,
    env: onThisApp(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (message) => {
    const { id, result, fault } = answer.parse(message)
    const one = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) one?.resolve(result)
    else one?.reject(new Error(fault))
  })
  child.once('close', (code) => {
    host = null
    for (const { reject } of waiting.values()) reject(new Error(`the programs on the application’s data ended (${code})`))
    waiting.clear()
  })
  child.unref()
  child.channel?.unref()
  return child
}

/**
 * Runs the default export of a file of `tests/` on the data of the application that this worker's tests use: what it makes is
 * made by the house's own rooms, which a browser test cannot import. One process does it all for a worker: to start one takes
 * longer than most of what is asked of it. @returns what the program returned
 */
export async function onAppData(file: string, ...given: readonly string[]): Promise<unknown> {
  const child = (host ??= start())
  const id = ++asked
  // While somebody waits for an answer, the process that gives it keeps the worker alive.
  child.channel?.ref()
  try {
    return await new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      child.send({ id, file, given })
    })
  } finally {
    if (waiting.size === 0) child.channel?.unref()
  }
}

/** A command of the house, as somebody types it, on the same data. */
export async function runOnAppData(file: string, ...given: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [...FLAGS, file, ...given], { cwd: ROOT, env: onThisApp(), maxBuffer: 4 * 1024 * 1024 })
}
