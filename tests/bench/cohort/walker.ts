import { encoded, formIn, type PageForm } from '../../support/page-form'
import type { Answer, Clients } from '../serving/clients'

export type Page = { url: URL; html: string }
/** One request and how it went: `status` 0 where the connection broke. `what` is its method and its path without ids. */
export type Heard = { host: string; what: string; at: number; ms: number; status: number }

/** The server had no page for this request. */
export class Refused extends Error {
  constructor(readonly status: number, readonly retryAfter: number | null, readonly what: string) {
    super(`${what}: ${status}`)
  }
}

const MOST_HOPS = 12

/** A phone without JavaScript: opens pages, fills in the forms that it finds there, posts them, follows where they lead, keeps cookies. */
export class Walker {
  readonly #cookies = new Map<string, Map<string, string>>()

  /**
   * @param servers who answers, by the name under which browsers know them @param from the phone's address
   * @param again is asked when there was no page, and says after a while whether to ask for it once more
   */
  constructor(readonly servers: ReadonlyMap<string, Clients>, readonly from: string, readonly hear: (heard: Heard) => void, readonly again: (refused: Refused) => Promise<boolean>) {}

  keepCookie(host: string, name: string, value: string): void {
    const kept = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, value === '' ? kept : kept.set(name, value))
    if (value === '') kept.delete(name)
  }

  async open(url: URL, posted?: { type: string; body: string }): Promise<Page> {
    let [next, post] = [url, posted]
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const what = `${post ? 'POST' : 'GET'} ${next.pathname.replace(/[0-9a-f-]{36}/, '…').replace(/interaction\/[\w-]{10,}/, 'interaction/…').replace(/auth\/[\w-]{10,}/, 'auth/…')}`
      const answer = await this.#ask(next, what, post)
      if (answer.status >= 300 && answer.status < 400 && answer.location) {
        [next, post] = [new URL(answer.location, next), undefined]
        continue
      }
      if (answer.status === 200) return { url: next, html: answer.html }
      const refused = new Refused(answer.status, answer.retryAfter, what)
      if (!(await this.again(refused))) throw refused
    }
    throw new Error(`${url.pathname} leads in circles`)
  }

  /** Presses a button of the page: its form is sent as it stands, but for what is typed. */
  press({ url, html }: Page, button: string, typed: Readonly<Record<string, string>> = {}): Promise<Page> {
    const form = formIn(html, url.pathname + url.search, button)
    if (!form) throw new Error(`${url.pathname.replace(/[0-9a-f-]{36}/, '…')} has no form with 「${button}」`)
    return this.open(new URL(form.address, url), encoded({ ...form, fields: withTyped(form, typed) }))
  }

  async #ask(url: URL, what: string, post?: { type: string; body: string }): Promise<Answer> {
    const clients = this.servers.get(url.host)
    if (!clients) throw new Error(`${what} leads to ${url.host}, which nobody serves`)
    const cookie = [...(this.#cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
    const at = performance.now()
    const answer = await clients.ask({ address: url.pathname + url.search, cookie, from: this.from, post }).catch(() => null)
    this.hear({ host: url.host, what, at, ms: performance.now() - at, status: answer?.status ?? 0 })
    if (!answer) throw new Refused(0, null, what)
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.keepCookie(url.host, name, /max-age=0|expires=Thu, 01 Jan 1970/i.test(line) ? '' : value)
    }
    return answer
  }
}

function withTyped({ fields }: PageForm, typed: Readonly<Record<string, string>>): PageForm['fields'] {
  return fields.map(([name, value]): [string, string] => [name, typed[name] ?? value])
}
