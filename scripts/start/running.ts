import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { Refusal } from '../database/refusal'

/** A process, told from a later one that was given the same number by the moment at which it began. */
const identity = z.object({ name: z.string(), pid: z.number().int(), began: z.string() })
type Identity = z.infer<typeof identity>
const record = z.object({ start: identity, programs: z.array(identity) })

/** Linux says when a process began; elsewhere its number alone must do. Empty: there is no such process. */
function beganAt(pid: number): string {
  if (process.platform !== 'linux') {
    try {
      process.kill(pid, 0)
      return 'unknown'
    } catch {
      return ''
    }
  }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    // A dead child that nobody has collected yet is no process any more.
    return afterName[0] === 'Z' ? '' : (afterName[19] ?? '')
  } catch {
    return ''
  }
}

const isAlive = ({ pid, began }: Identity) => beganAt(pid) === began && began !== ''

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'running.json')
}

/** Notes which processes run on this data directory: tests find them there, and the next start what a kill left behind. */
export function noteRunning(dataDir: string, programs: readonly { name: string; pid: number }[]): void {
  const identify = ({ name, pid }: { name: string; pid: number }) => ({ name, pid, began: beganAt(pid) })
  const note = { start: identify({ name: 'start', pid: process.pid }), programs: programs.map(identify) }
  writeFileSync(fileIn(dataDir), `${JSON.stringify(note)}\n`, { mode: 0o600 })
}

export function forgetRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}

export function readRunning(dataDir: string): z.infer<typeof record> | null {
  if (!existsSync(fileIn(dataDir))) return null
  try {
    return record.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/**
 * Two starts on one data directory would pull the database from under each other: the second is refused. What a killed
 * start left running is ended. @returns the names of what was ended @throws Refusal
 */
export async function takeOver(dataDir: string): Promise<string[]> {
  const before = readRunning(dataDir)
  if (!before) return []
  if (isAlive(before.start) && before.start.pid !== process.pid) {
    throw new Refusal(`The platform already runs on ${dataDir} (process ${before.start.pid}). Stop that one, or choose another DATA_DIR and PORT.`)
  }
  const left = before.programs.filter((program) => program.began !== 'unknown' && isAlive(program))
  for (const { pid } of left) process.kill(pid, 'SIGINT')
  const until = Date.now() + 10_000
  while (left.some(isAlive) && Date.now() < until) await pause(50)
  for (const program of left.filter(isAlive)) process.kill(program.pid, 'SIGKILL')
  return left.map(({ name }) => name)
}
