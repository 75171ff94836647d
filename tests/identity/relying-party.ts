import { generators, Issuer } from 'openid-client'
import type { Client, TokenSet } from 'openid-client'
import { Browser } from './browser'
import type { Answer } from './browser'
import { REDIRECT_URI } from './stand-in'
import type { StandIn } from './stand-in'

/** What the platform asks for; the sign-in's options say the same. */
const SCOPE = 'openid profile phone real_name'

export type Person = { name: string; idNumber: string }
export type Request = { url: string; state: string; nonce: string; code_verifier: string }

/** A real relying party, of the library that the platform's sign-in stands on: it checks signature, issuer, nonce and state. */
export class RelyingParty {
  readonly client: Client

  private constructor(client: Client) {
    this.client = client
  }

  static async of({ issuer, clientId, clientSecret }: StandIn): Promise<RelyingParty> {
    const found = await Issuer.discover(`${issuer}/.well-known/openid-configuration`)
    return new RelyingParty(new found.Client({ client_id: clientId, client_secret: clientSecret, redirect_uris: [REDIRECT_URI], response_types: ['code'] }))
  }

  ask(more: Record<string, string> = {}): Request {
    const checks = { state: generators.state(), nonce: generators.nonce(), code_verifier: generators.codeVerifier() }
    const { state, nonce, code_verifier } = checks
    const url = this.client.authorizationUrl({ scope: SCOPE, state, nonce, code_challenge: generators.codeChallenge(code_verifier), code_challenge_method: 'S256', prompt: 'login', ...more })
    return { url, ...checks }
  }

  /** @param address where the browser was sent back to */
  async answer(address: string, { state, nonce, code_verifier }: Request): Promise<TokenSet> {
    return this.client.callback(REDIRECT_URI, this.client.callbackParams(address), { state, nonce, code_verifier, response_type: 'code' })
  }
}

/** The base address of the interaction that a page belongs to. */
export function interactionOf(answer: Answer): string {
  const [, base = ''] = /^(.*\/interaction\/[\w-]+)/.exec(answer.url) ?? []
  return base
}

/** From the platform's question to the page with the result. */
export async function walkToResult(browser: Browser, url: string, person: Person, phone = '13800000001'): Promise<{ base: string; result: Answer }> {
  const base = interactionOf(await browser.get(url))
  await browser.post(`${base}/phone`, { phone })
  await browser.post(`${base}/identity`, { name: person.name, id_number: person.idNumber })
  return { base, result: await browser.post(`${base}/face`, {}) }
}

/** The whole way; gives the address at which the platform is asked to go on. */
export async function signIn(browser: Browser, url: string, person: Person, phone?: string): Promise<string> {
  const { base } = await walkToResult(browser, url, person, phone)
  const { location } = await browser.post(`${base}/result`, {})
  if (location === null) throw new Error('the stand-in did not send the browser back')
  return location
}
