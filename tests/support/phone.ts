import type { App } from './app'

/** A form as it stands in a page: its fields, hidden ones included, as a browser without JavaScript would send them. */
export type PageForm = { address: string; fields: [name: string, value: string][] }

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#39;': "'" }

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? null : value.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity)
}

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
    const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(button))
    if (!form) throw new Error(`${path} has no form with 「${button}」`)
    const inputs = (form.match(/<input[^>]*>/g) ?? []).flatMap((input): (readonly [string, string, boolean])[] => {
      const name = attribute(input, 'name')
      return name === null ? [] : [[name, attribute(input, 'value') ?? '', attribute(input, 'type') === 'radio'] as const]
    })
    // Of several choices the first: only one of them is ever sent.
    const fields = inputs.filter(([name, , isChoice], place) => !isChoice || inputs.findIndex(([one]) => one === name) === place).map(([name, value]): [string, string] => [name, value])
    return { address: path, fields }
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
