import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from './browser'
import { FATHER, MOTHER, UNVERIFIED } from './people'
import { interactionOf, RelyingParty, signIn, walkToResult } from './relying-party'
import { REDIRECT_URI, startStandIn } from './stand-in'
import type { StandIn } from './stand-in'

let standIn: StandIn
let platform: RelyingParty

beforeAll(async () => {
  standIn = await startStandIn()
  platform = await RelyingParty.of(standIn)
}, 30_000)
afterAll(async () => {
  await standIn.stop()
})

async function without(parameter: string): Promise<ReturnType<Browser['get']>> {
  const url = new URL(platform.ask().url)
  url.searchParams.delete(parameter)
  return new Browser().get(url.href)
}

describe('the protocol', () => {
  test('a request without PKCE, or with the plain kind, goes back as refused', async () => {
    for (const url of [(await without('code_challenge')).location, (await new Browser().get(platform.ask({ code_challenge_method: 'plain' }).url)).location]) {
      expect(platform.client.callbackParams(url ?? '').error).toBe('invalid_request')
    }
  })

  test('an address that was not registered is never gone to', async () => {
    for (const address of ['http://127.0.0.1:57300/api/auth/callback/other', 'http://evil.example/api/auth/callback/changtongma', `${REDIRECT_URI}/..`]) {
      const answer = await new Browser().get(platform.ask({ redirect_uri: address }).url)
      expect(answer.status).toBe(400)
      expect(answer.location).toBeNull()
      expect(answer.text).toContain('这次登录不能继续了')
      expect(answer.text).not.toContain('evil.example')
    }
  })

  test('a code is taken once', async () => {
    const request = platform.ask()
    const address = await signIn(new Browser(), request.url, FATHER)
    await platform.answer(address, request)
    await expect(platform.answer(address, request)).rejects.toThrow(/invalid_grant/)
  })

  test('a code without its verifier, or by a client with another secret, is worth nothing', async () => {
    const first = platform.ask()
    const address = await signIn(new Browser(), first.url, FATHER)
    await expect(platform.answer(address, { ...first, code_verifier: platform.ask().code_verifier })).rejects.toThrow(/invalid_grant/)
    const impostor = await RelyingParty.of({ ...standIn, clientSecret: 'another secret altogether' })
    const second = platform.ask()
    await expect(impostor.answer(await signIn(new Browser(), second.url, FATHER), second)).rejects.toThrow(/invalid_client/)
  })

  test('claims that were not asked for are not told', async () => {
    const request = platform.ask({ scope: 'openid' })
    const claims = (await platform.answer(await signIn(new Browser(), request.url, FATHER), request)).claims()
    for (const claim of ['name', 'id_number', 'phone_number', 'verification_level']) expect(claims).not.toHaveProperty(claim)
  })
})

describe('whose interaction it is', () => {
  test('another browser cannot see or continue mine', async () => {
    const mine = new Browser()
    const { base } = await walkToResult(mine, platform.ask().url, FATHER)
    const other = new Browser()
    await other.get(platform.ask().url)
    for (const browser of [new Browser(), other]) {
      expect((await browser.get(`${base}/result`)).status).toBe(400)
      expect((await browser.get(`${base}/identity`)).text).not.toContain(FATHER.idNumber)
      const posted = await browser.post(`${base}/result`, {})
      expect(posted.status).toBe(400)
      expect(posted.location).toBeNull()
    }
    expect((await mine.post(`${base}/result`, {})).location).toContain(REDIRECT_URI)
  })

  test('another browser cannot take up my answer on its way back', async () => {
    const base = interactionOf(await new Browser().get(platform.ask().url))
    const resumed = await new Browser().get(base.replace('/interaction/', '/auth/'))
    expect(resumed.status).toBe(400)
    expect(resumed.location).toBeNull()
  })

  test('a form that another site posts is refused', async () => {
    const browser = new Browser()
    const base = interactionOf(await browser.get(platform.ask().url))
    for (const origin of ['http://evil.example', 'null']) expect((await browser.post(`${base}/phone`, { phone: '13800000001' }, { origin })).status).toBe(403)
    expect((await browser.get(`${base}/identity`)).url).toBe(`${base}/phone`)
  })

  test('a finished sign-in is over: going back says so and begins nothing', async () => {
    const browser = new Browser()
    const { base } = await walkToResult(browser, platform.ask().url, FATHER)
    await browser.post(`${base}/result`, {})
    const back = await browser.get(`${base}/identity`)
    expect(back.status).toBe(400)
    expect(back.text).not.toContain(FATHER.name)
  })

  test('an overlong body is refused', async () => {
    const browser = new Browser()
    const base = interactionOf(await browser.get(platform.ask().url))
    expect((await browser.post(`${base}/phone`, { phone: '1'.repeat(9000) })).status).toBe(413)
  })
})

describe('the pages', () => {
  test('every answer forbids script, frames, caching and foreign forms; no page holds a script', async () => {
    const browser = new Browser()
    const first = await browser.get(platform.ask().url)
    const { result } = await walkToResult(new Browser(), platform.ask().url, UNVERIFIED)
    const lost = await new Browser().get(`${standIn.issuer}/interaction/aaaaaaaaaaaaaaaaaaaaa/phone`)
    for (const { headers, text } of [first, result, lost]) {
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:57300; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(text).not.toMatch(/<script|style=| on\w+=/)
      expect(text).toContain('演示用身份认证，不是真的昌通码')
    }
  })

  test('cookies cannot be read by scripts and are not sent with what other sites post', async () => {
    const response = await fetch(platform.ask().url, { redirect: 'manual' })
    const cookies = response.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie.toLowerCase()).toMatch(/(?=.*; httponly)(?=.*; samesite=lax)/)
  })
})

describe('where it listens', () => {
  test('nobody but this machine reaches it', async () => {
    const elsewhere = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter((one) => !one.internal && one.family === 'IPv4').map((one) => one.address))
    expect(await answers('127.0.0.1')).toBe(true)
    for (const address of ['127.0.0.2', '::1', ...elsewhere]) expect(await answers(address), address).toBe(false)
  })

  test('another host name that points here is not answered', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port: standIn.port, path: '/.well-known/openid-configuration', headers: { host: `rebound.example:${standIn.port}` } }, (response) => resolve(response.resume().statusCode))
        .once('error', reject)
        .end()
    })
    expect(status).toBe(421)
  })

  test('it writes down nobody who came', async () => {
    const request = platform.ask()
    await platform.answer(await signIn(new Browser(), request.url, MOTHER, '13912345678'), request)
    const said = Object.values(standIn.output()).join('')
    for (const secret of [MOTHER.name, MOTHER.idNumber, '13912345678', FATHER.idNumber]) expect(said).not.toContain(secret)
  })
})

function answers(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: standIn.port, timeout: 2000 })
    const end = (reached: boolean) => {
      socket.destroy()
      resolve(reached)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false))
  })
}
