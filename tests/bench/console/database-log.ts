import { closeSync, openSync, readSync, statSync } from 'node:fs'

const TIMED = /duration: ([\d.]+) ms {2}(?:(?:parse|bind|execute) [^:]*|statement): \/\*bench:(\d+)\*\//g

/** The part of PostgreSQL's log that is written from now on. */
export class DatabaseLog {
  readonly #file: string
  #from: number

  constructor(file: string) {
    this.#file = file
    this.#from = statSync(file).size
  }

  /** What the statements of each mark took since the last look: parsing, planning and running them, milliseconds. */
  spent(): ReadonlyMap<number, number> {
    const size = statSync(this.#file).size
    const bytes = Buffer.alloc(size - this.#from)
    const log = openSync(this.#file, 'r')
    readSync(log, bytes, 0, bytes.length, this.#from)
    closeSync(log)
    this.#from = size
    const spent = new Map<number, number>()
    for (const [, ms, mark] of bytes.toString('utf8').matchAll(TIMED)) spent.set(Number(mark), (spent.get(Number(mark)) ?? 0) + Number(ms))
    return spent
  }
}
