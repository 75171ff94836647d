type Cookie = { name: string; value: string; path: string }
export type Answer = { status: number; url: string; text: string; headers: Headers; location: string | null }

/** As much of a browser as a sign-in without JavaScript needs: cookies with their paths, redirects, forms. */
export class Browser {
  #cookies: Cookie[] = []

  async get(url: string): Promise<Answer> {
    return this.#follow(await this.#fetch(url, { method: 'GET' }))
  }

  /** Submits a form; goes on through redirects within the site, and stops at one that leaves it. */
  async post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#follow(await this.#fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: new URL(url).origin, ...headers } }))
  }

  cookieNames(): string[] {
    return this.#cookies.map(({ name }) => name)
  }

  async #follow(answer: Answer): Promise<Answer> {
    if (answer.location === null || new URL(answer.location).origin !== new URL(answer.url).origin) return answer
    return this.#follow(await this.#fetch(answer.location, { method: 'GET' }))
  }

  async #fetch(url: string, init: RequestInit): Promise<Answer> {
    const { pathname } = new URL(url)
    const cookie = this.#cookies.filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)).map(({ name, value }) => `${name}=${value}`).join('; ')
    const headers = new Headers({ accept: 'text/html', ...Object.fromEntries(new Headers(init.headers)) })
    if (cookie) headers.set('cookie', cookie)
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const location = response.headers.get('location')
    return { status: response.status, url, text: await response.text(), headers: response.headers, location: location === null ? null : new URL(location, url).href }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const [name = '', value = ''] = pair.split('=')
    const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
    this.#cookies = this.#cookies.filter((one) => one.name !== name || one.path !== path)
    if (value !== '') this.#cookies.push({ name, value, path })
  }
}
