import 'server-only'
import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { MediaType } from '@/lib/domain/material-limits'
import type { Result } from '@/lib/domain/result'
import { log } from '@/lib/log'
import type { Incoming } from './incoming'
import type { Page } from './picture'
import type { UnfitCode } from './unfit'

export type Order = Pick<Incoming, 'path' | 'key' | 'iv'>
export type TakenApart = { mediaType: MediaType; pages: readonly Page[] }
export type Outcome = Result<TakenApart, { code: UnfitCode }>

const BOUNDS = {
  /** files decoded at the same time; the others wait */
  atOnce: Math.max(1, Math.min(4, availableParallelism())),
  /** a 20-page PDF takes some seconds; what takes longer is stuck or means harm */
  timeMs: 25_000,
  /** of JavaScript; pictures are bounded by their pixels */
  heapMb: 512,
  /** a workshop without work gives its memory back */
  idleMs: 30_000,
  /** and so does one that has seen this many files: decoders keep a little of each */
  files: 50,
}

const UNREADABLE: Outcome = { ok: false, failure: { code: 'MATERIAL_UNREADABLE' } }

/** Starts with nothing of our environment: what is decoded there must not find a key. */
function openWorkshop(): ChildProcess {
  const child = fork(path.join(/*turbopackIgnore: true*/ process.cwd(), 'lib/intake/workshop.ts'), [], {
    execArgv: ['--conditions=react-server', '--import', 'tsx', `--max-old-space-size=${BOUNDS.heapMb}`],
    env: { NODE_ENV: 'production', PATH: process.env.PATH },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

class Workshops {
  #free: { child: ChildProcess; idle: NodeJS.Timeout }[] = []
  #seen = new WeakMap<ChildProcess, number>()
  #working: string[] = []
  #waiting: { by: string; begin: () => void }[] = []

  async take(order: Order, by: string, timeMs: number): Promise<Outcome> {
    if (this.#working.length >= BOUNDS.atOnce) await new Promise<void>((begin) => this.#waiting.push({ by, begin }))
    else this.#working.push(by)
    try {
      const child = this.#pick()
      const outcome = await ask(child, order, timeMs)
      if (child.connected && !child.killed) this.#keep(child)
      return outcome
    } finally {
      this.#working.splice(this.#working.indexOf(by), 1)
      const next = this.#next()
      if (next) {
        this.#working.push(next.by)
        next.begin()
      }
    }
  }

  /** In turn, but first those of whom nothing is being decoded: one family's twelve slow files do not stand before another's one. */
  #next() {
    const first = Math.max(0, this.#waiting.findIndex(({ by }) => !this.#working.includes(by)))
    return this.#waiting.splice(first, 1)[0]
  }

  #pick(): ChildProcess {
    for (let kept = this.#free.pop(); kept; kept = this.#free.pop()) {
      clearTimeout(kept.idle)
      if (kept.child.connected) return kept.child
    }
    return openWorkshop()
  }

  #keep(child: ChildProcess): void {
    const seen = (this.#seen.get(child) ?? 0) + 1
    this.#seen.set(child, seen)
    if (seen >= BOUNDS.files) {
      child.kill()
      return
    }
    const idle = setTimeout(() => {
      this.#free = this.#free.filter((kept) => kept.child !== child)
      child.kill()
    }, BOUNDS.idleMs).unref()
    this.#free.push({ child, idle })
  }
}

/** One file, one answer. A workshop that ends or takes too long is gone, and the file counts as unreadable. */
function ask(child: ChildProcess, order: Order, timeMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const answer = (outcome: Outcome) => {
      clearTimeout(limit)
      child.removeAllListeners()
      resolve(outcome)
    }
    const lost = (because: string) => {
      log.warn({ because }, 'a file could not be taken apart')
      child.kill('SIGKILL')
      answer(UNREADABLE)
    }
    const limit = setTimeout(() => lost('time'), timeMs)
    child.once('message', (outcome: Outcome) => answer(outcome))
    child.once('exit', () => lost('ended'))
    child.on('error', () => lost('error'))
    child.send(order)
  })
}

declare global {
  // As with the database: Next bundles this module more than once, and there is one set of workshops a process.
  var zhihuiWorkshops: Workshops | undefined
}

/**
 * Takes what was sent apart into pages that carry nothing but pixels. Decoders of strangers' files break: they run in
 * processes of their own, a few at a time, each killed when it takes too long.
 * @param by whose file it is, for taking turns
 */
export function takeApart(incoming: Order, by: string, timeMs = BOUNDS.timeMs): Promise<Outcome> {
  globalThis.zhihuiWorkshops ??= new Workshops()
  return globalThis.zhihuiWorkshops.take({ path: incoming.path, key: incoming.key, iv: incoming.iv }, by, timeMs)
}
