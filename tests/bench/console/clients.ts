import { Agent, request } from 'node:http'

export type Asked = { address: string; token: string; mark?: number }
export type Answer = { status: number; ms: number }

/** Browsers that ask one page after the other, each on a connection of its own that stays open. */
export class Clients {
  readonly #agent: Agent
  readonly #port: number

  constructor(port: number, readonly count: number) {
    this.#port = port
    this.#agent = new Agent({ keepAlive: true, maxSockets: count })
  }

  /** From the first byte asked to the last one answered. */
  get({ address, token, mark }: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const since = performance.now()
      const headers = { host: `localhost:${this.#port}`, cookie: `ruxue-staff=${token}`, ...(mark === undefined ? {} : { 'x-bench-mark': String(mark) }) }
      request({ host: '127.0.0.1', port: this.#port, path: address, headers, agent: this.#agent }, (answer) => {
        answer.resume()
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - since }))
        answer.once('error', reject)
      }).once('error', reject).end()
    })
  }

  /** All at once as many as there are clients, until each of these was asked. */
  async all(asked: readonly Asked[]): Promise<Answer[]> {
    const answers: Answer[] = []
    const waiting = [...asked]
    const work = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) answers.push(await this.get(one))
    }
    await Promise.all(Array.from({ length: this.count }, work))
    return answers
  }

  close(): void {
    this.#agent.destroy()
  }
}
