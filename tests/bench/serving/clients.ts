import { Agent, request } from 'node:http'

/** What a browser asks: with `post` it sends a form, `from` is its address behind the proxy, `mark` names it in the database's log. */
export type Asked = { address: string; cookie: string; from?: string; mark?: number; post?: { type: string; body: string } }
/** `html` is empty unless the client keeps it. */
export type Answer = { status: number; ms: number; location: string | null; cookies: readonly string[]; retryAfter: number | null; html: string }

const PATIENCE_MS = 30_000

/** Browsers that ask one page after the other, each on a connection of its own that stays open. */
export class Clients {
  readonly #agent: Agent
  readonly #port: number
  readonly #name: string
  readonly #keeps: boolean

  /** @param name under which browsers know the server, with its port @param keeps whether what is answered is kept */
  constructor(port: number, readonly count: number, { name = `localhost:${port}`, keeps = false } = {}) {
    this.#port = port
    this.#name = name
    this.#keeps = keeps
    this.#agent = new Agent({ keepAlive: true, maxSockets: count })
  }

  /** From the first byte asked to the last one answered. */
  ask({ address, cookie, from, mark, post }: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const since = performance.now()
      const headers = {
        host: this.#name, cookie,
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
        ...(mark === undefined ? {} : { 'x-bench-mark': String(mark) }),
        ...(post ? { origin: `http://${this.#name}`, 'content-type': post.type, 'content-length': String(Buffer.byteLength(post.body)) } : {}),
      }
      const asked = request({ host: '127.0.0.1', port: this.#port, method: post ? 'POST' : 'GET', path: address, headers, agent: this.#agent }, (answer) => {
        const pieces: Buffer[] = []
        if (this.#keeps) answer.on('data', (piece: Buffer) => pieces.push(piece))
        else answer.resume()
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - since, location: answer.headers.location ?? null, cookies: answer.headers['set-cookie'] ?? [], retryAfter: Number(answer.headers['retry-after'] ?? NaN) || null, html: Buffer.concat(pieces).toString() }))
        answer.once('error', reject)
      })
      asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error('nobody answered')))
      asked.once('error', (error) => {
        // A connection that the server had given up just when it was used again: of a page a browser says nothing and asks anew.
        if (asked.reusedSocket && !post && 'code' in error && error.code === 'ECONNRESET') resolve(this.ask({ address, cookie, from, mark }))
        else reject(error)
      })
      asked.end(post?.body)
    })
  }

  /** All at once as many as there are clients, until each of these was asked. */
  async all(asked: readonly Asked[]): Promise<Answer[]> {
    const answers: Answer[] = []
    const waiting = [...asked]
    const work = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) answers.push(await this.ask(one))
    }
    await Promise.all(Array.from({ length: this.count }, work))
    return answers
  }

  close(): void {
    this.#agent.destroy()
  }
}
