import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Configuration } from './configuration'
import type { Directory } from './directory'
import { FormRefused } from './form'
import { answerInteraction, isInteractionPath, send } from './interaction'
import { errorPage } from './pages/error-page'
import { STYLE_PATH } from './pages/layout'
import { STYLESHEET } from './pages/stylesheet'
import { COOKIES, createProvider, Persons } from './provider'
import { SignIns } from './sign-ins'

/** @param fault told of errors that should not be; gets the error's name alone, whose message might hold what was typed */
export function createIdentityServer(configuration: Configuration, directory: Directory, fault: (name: string) => void): Server {
  const persons = new Persons(configuration.clientSecret)
  const signIns = new SignIns()
  const provider = createProvider(configuration, persons)
  const tell = (error: unknown) => fault(error instanceof Error ? error.name : 'unknown')
  provider.on('server_error', (_ctx, error) => tell(error))
  provider.onerror = tell
  const library = provider.callback()
  const { host, origin } = new URL(configuration.issuer)
  const platform = new URL(configuration.redirectUri).origin
  const headers = securityHeaders(platform)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // A name that somebody points at this machine (DNS rebinding) is not ours.
    if (request.headers.host !== host) return send(response, 421, errorPage(platform))
    const path = new URL(request.url ?? '/', origin).pathname
    if (path === STYLE_PATH) {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }).end(STYLESHEET)
      return
    }
    if (isInteractionPath(path)) {
      if (isForeign(request, origin)) return send(response, 403, errorPage(platform))
      if (!(await answerInteraction({ provider, directory, persons, signIns }, request, response, path))) send(response, 400, errorPage(platform))
      return
    }
    forgetLastPerson(request)
    await library(request, response)
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof FormRefused)) tell(error)
      if (response.headersSent) response.destroy()
      else send(response, error instanceof FormRefused ? error.status : 500, errorPage(platform))
    })
  })
}

/**
 * No script at all. Forms go to this app and, by the redirect after the last one, to the platform: browsers hold
 * `form-action` against redirects too. `same-origin` and not `no-referrer`, or browsers would send `Origin: null`.
 */
function securityHeaders(platform: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${platform}; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}

/** A form that another site posts; the interaction's cookie is SameSite=Lax besides. */
function isForeign(request: IncomingMessage, origin: string): boolean {
  return request.method !== 'GET' && request.headers.origin !== undefined && request.headers.origin !== origin
}

/**
 * The library must never recognise a browser: in a family's one phone the next person would come in as the last one. So
 * its session cookie is taken off before it looks, and every authorization begins with nobody.
 */
function forgetLastPerson(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? '').split(/;\s*/).filter((pair) => !pair.startsWith(COOKIES.session))
  if (request.headers.cookie !== undefined) request.headers.cookie = kept.join('; ')
}
