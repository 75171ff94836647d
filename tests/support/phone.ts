import type { App } from './app'
import { formIn, type PageForm } from './page-form'

/** A signed-in guardian's phone without JavaScript and without a browser: fetches pages, posts the forms that it finds there. */
export class Phone {
  readonly #app: App
  readonly #cookie: string

  constructor(app: App, token: string) {
    this.#app = app
    this.#cookie = `ruxue-guardian=${token}`
  }

  async open(path: string): Promise<string> {
    const answer = await fetch(`${this.#app.baseUrl}${path}`, { headers: { cookie: this.#cookie }, redirect: 'manual' })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.headers.get('location') ?? ''}`)
    return answer.text()
  }

  /** The form with a button of that name. @throws when the page has none */
  async formOf(path: string, button: string): Promise<PageForm> {
    const page = await this.open(path)
    const form = formIn(page, path, button)
    if (!form) throw new Error(`${path} has no form with 「${button}」`)
    return form
  }

  /** @returns where the answer leads; null when the connection broke before there was one */
  async post({ address, fields }: PageForm): Promise<string | null> {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    try {
      const answer = await fetch(`${this.#app.baseUrl}${address}`, { method: 'POST', body, headers: { cookie: this.#cookie, origin: this.#app.baseUrl }, redirect: 'manual' })
      return answer.headers.get('location') ?? String(answer.status)
    } catch {
      return null
    }
  }
}
