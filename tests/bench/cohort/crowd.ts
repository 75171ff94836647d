import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@/scripts/database/refusal'
import type { RegisteredFamily } from '../../load/registers'
import type { Clients } from '../serving/clients'
import { submit, toConfirmation } from './registration'
import { Refused, Walker, type Heard, type Page } from './walker'

/** The season's reading time and a breath: the phone's clock and the server's differ by the way between them. */
const READING_MS = 15_300
/** Who is told to come back and not when. */
const COMES_BACK_MS = 20_000

const NOBODY_LEFT = new Refusal('No family is left that has not registered: more of them with --families.')

export type Outcome = { at: number; started: number }
/** What a crowd did, by instants of `performance.now()`. */
export type Told = { heard: Heard[]; done: Outcome[]; failed: Map<string, number>; refused: number }

export type Town = {
  base: URL
  servers: ReadonlyMap<string, Clients>
  /** each registers once */
  families: RegisteredFamily[]
  /** a session made before, by the guardian's ID number; null where everybody signs in */
  sessions: ReadonlyMap<string, string> | null
}

/** Guardians who register one child each, as phones without JavaScript do. Nobody waits longer between two pages than the server makes them. */
export class Crowd {
  readonly told: Told = { heard: [], done: [], failed: new Map(), refused: 0 }
  readonly #town: Town
  readonly #reading: { walker: Walker; confirmation: Page; ripe: number; started: number }[] = []
  #next = 0

  constructor(town: Town) {
    this.#town = town
  }

  /**
   * So many at once that ask, until `end`: whoever reads the confirmation lets another one begin, and is first again when the
   * reading time is over.
   */
  async closed(clients: number, end: number): Promise<void> {
    const work = async () => {
      while (performance.now() < end) {
        const ripe = this.#reading[0] && this.#reading[0].ripe <= performance.now() ? this.#reading.shift() : undefined
        if (ripe) await this.#try(() => this.#finish(ripe))
        else await this.#try(async () => void this.#reading.push(await this.#begin()))
      }
    }
    await Promise.all(Array.from({ length: clients }, work))
  }

  /**
   * So many a second, whether or not the ones before them are through. Whoever is told to come back does so: one who has not
   * begun with the notice, one who has with the same request.
   */
  async open(rate: number, end: number): Promise<void> {
    const walks: Promise<void>[] = []
    for (let next = performance.now(); next < end; next += 1000 / rate) {
      await pause(Math.max(0, next - performance.now()))
      if (this.#next >= this.#town.families.length) throw NOBODY_LEFT
      walks.push(this.#try(async () => {
        const reading = await this.#begin(end)
        await pause(Math.max(0, reading.ripe - performance.now()))
        await this.#finish(reading)
      }))
    }
    await Promise.race([Promise.all(walks), pause(Math.max(0, end - performance.now()))])
  }

  /** how many have come so far */
  get begun(): number {
    return this.#next
  }

  async #begin(end = 0) {
    const { base, servers, families, sessions } = this.#town
    const number = this.#next++
    const family = families[number]
    if (!family) throw NOBODY_LEFT
    const started = performance.now()
    const walker = new Walker(servers, `10.${number >> 16 & 255}.${number >> 8 & 255}.${number & 255}`, (heard) => this.told.heard.push(heard), (refused) => this.#comeBack(refused, end))
    const token = sessions?.get(family.guardian.idNumber)
    if (token) walker.keepCookie(base.host, 'ruxue-guardian', token)
    const confirmation = await toConfirmation(walker, base, family, token !== undefined)
    return { walker, confirmation, ripe: performance.now() + READING_MS, started }
  }

  async #finish({ walker, confirmation, started }: { walker: Walker; confirmation: Page; started: number }): Promise<void> {
    await submit(walker, confirmation)
    this.told.done.push({ at: performance.now(), started })
  }

  /** @returns whether there is still time for the same request */
  async #comeBack({ status, retryAfter }: Refused, end: number): Promise<boolean> {
    if (status !== 503) return false
    this.told.refused++
    const wait = retryAfter === null ? COMES_BACK_MS : retryAfter * 1000
    if (performance.now() + wait >= end) return false
    await pause(wait)
    return true
  }

  async #try(walk: () => Promise<void>): Promise<void> {
    try {
      await walk()
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (error instanceof Refused && error.status === 503) return
      const why = error instanceof Error ? error.message : 'unknown'
      this.told.failed.set(why, (this.told.failed.get(why) ?? 0) + 1)
    }
  }
}
