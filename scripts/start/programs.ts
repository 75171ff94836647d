import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { Refusal } from '../database/refusal'
import { ROOT } from './root'

/** A program that this start runs and must end. */
export type Program = {
  readonly name: string
  readonly pid: number
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export type Launch = {
  readonly name: string
  /** arguments for Node, the script first */
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** null: our own output */
  readonly logFile: string | null
  /** called with each piece of what it prints; then nothing of that goes to the log */
  readonly heard?: (text: string) => void
}

const PATIENCE_MS = 10_000

/** Starts a Node program in a process group of its own: Ctrl-C reaches us alone, and we end things in order. */
export function launch({ name, args, env, logFile, heard }: Launch): Program & { readonly code: () => number | null } {
  const log = logFile ? openSync(logFile, 'a', 0o600) : null
  const output = log ?? 'inherit'
  const child = spawn(process.execPath, args, {
    cwd: ROOT, env, stdio: ['ignore', heard ? 'pipe' : output, output], detached: process.platform !== 'win32',
  })
  if (log !== null) closeSync(log)
  child.stdout?.on('data', (chunk) => heard?.(String(chunk)))
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    await ended
    clearTimeout(last)
  }
  return { name, pid: child.pid ?? 0, ended, stop, code: () => child.exitCode }
}

/** Everything that was started, so that one place ends all of it, the last first. */
export class Programs {
  private readonly running: Program[] = []
  private stopping = false

  constructor(private readonly changed: (programs: readonly Program[]) => void) {}

  add<P extends Program>(program: P): P {
    this.running.push(program)
    this.changed(this.running)
    // Stages run side by side: one may come up just when everything is being ended.
    if (this.stopping) void program.stop()
    return program
  }

  /** For a program that is meant to end. */
  forget(program: Program): void {
    const place = this.running.indexOf(program)
    if (place >= 0) this.running.splice(place, 1)
    this.changed(this.running)
  }

  /** Their processes by name. */
  pids(): Record<string, number> {
    return Object.fromEntries(this.running.map(({ name, pid }) => [name, pid]))
  }

  isStopping(): boolean {
    return this.stopping
  }

  async stopAll(): Promise<void> {
    this.stopping = true
    for (const program of [...this.running].reverse()) await program.stop()
  }

  /** Rejects when one of them ends although nobody asked it to. */
  async watch(): Promise<never> {
    const first = await Promise.race(this.running.map((program) => program.ended.then(() => program)))
    if (this.isStopping()) return new Promise<never>(() => undefined)
    throw new Refusal(`${first.name} has ended by itself, so everything else was stopped too.`)
  }
}
