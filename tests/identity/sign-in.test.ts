import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from './browser'
import { FATHER, FROM_AFAR, MOTHER, STRANGER, UNVERIFIED } from './people'
import { interactionOf, RelyingParty, signIn, walkToResult } from './relying-party'
import { startStandIn } from './stand-in'
import type { StandIn } from './stand-in'

let standIn: StandIn
let platform: RelyingParty

beforeAll(async () => {
  standIn = await startStandIn()
  platform = await RelyingParty.of(standIn)
}, 30_000)
afterAll(async () => {
  const { stdout, stderr } = standIn.output()
  await standIn.stop()
  expect(stdout, 'one line, and not a person in it').toBe('ready\n')
  expect(stderr).toBe('')
})

async function claimsOf(person: typeof FATHER, browser = new Browser(), phone?: string) {
  const request = platform.ask()
  return (await platform.answer(await signIn(browser, request.url, person, phone), request)).claims()
}

/** The page where name and number are asked, with its interaction. */
async function atIdentity(browser: Browser) {
  const base = interactionOf(await browser.get(platform.ask().url))
  await browser.post(`${base}/phone`, { phone: '13800000001' })
  return base
}

describe('who signs in', () => {
  test('R-05 the whole way says real name, ID number, phone and verification level in a signed ID token', async () => {
    const request = platform.ask()
    const browser = new Browser()
    const { base, result } = await walkToResult(browser, request.url, FATHER, '138 0000 0001')
    expect(result.text).toContain('<h1 class="ok">认证成功</h1>')
    const { location } = await browser.post(`${base}/result`, {})
    const tokens = await platform.answer(location ?? '', request)
    expect(tokens.claims()).toMatchObject({ name: FATHER.name, id_number: FATHER.idNumber, phone_number: '13800000001', verification_level: 'face', iss: standIn.issuer, aud: standIn.clientId })
    expect(await platform.client.userinfo(tokens)).toMatchObject({ id_number: FATHER.idNumber, verification_level: 'face' })
  })

  test('the subject is the same at every sign-in, another for another person, and no ID number can be read from it', async () => {
    const [first, again, other] = [await claimsOf(FATHER), await claimsOf(FATHER), await claimsOf(MOTHER)]
    expect(again.sub).toBe(first.sub)
    expect(other.sub).not.toBe(first.sub)
    expect(first.sub).toMatch(/^[\w-]{43}$/)
    expect(first.sub).not.toContain(FATHER.idNumber)
  })

  test.each([
    ['a small x', MOTHER.name, MOTHER.idNumber.toLowerCase()],
    ['full width', MOTHER.name, [...MOTHER.idNumber].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')],
    ['spaces in groups', ` ${MOTHER.name} `, MOTHER.idNumber.replace(/^(.{6})(.{8})/, ' $1 $2 ')],
    ['another dot in the name', MOTHER.name.replace('·', '•'), MOTHER.idNumber],
  ])('%s is the same person', async (_how, name, idNumber) => {
    expect(await claimsOf({ name, idNumber })).toMatchObject({ name: MOTHER.name, id_number: MOTHER.idNumber })
  })

  test('R-05 somebody whom no local register knows signs in with an account', async () => {
    expect(await claimsOf(FROM_AFAR)).toMatchObject({ id_number: FROM_AFAR.idNumber, verification_level: 'face' })
  })

  test('R-05 an unverified account is told so, and comes back with a phone and nothing that was not proven', async () => {
    const request = platform.ask()
    const browser = new Browser()
    const { base, result } = await walkToResult(browser, request.url, UNVERIFIED, '13800000003')
    expect(result.text).toContain('扫脸认证没有通过')
    expect(result.text).not.toContain('认证成功')
    const { location } = await browser.post(`${base}/result`, {})
    const claims = (await platform.answer(location ?? '', request)).claims()
    expect(claims).toMatchObject({ verification_level: 'phone', phone_number: '13800000003' })
    expect(claims).not.toHaveProperty('id_number')
    expect(claims).not.toHaveProperty('name')
  })

  test('two people sign in one after the other in one browser: the second is asked anew and is nobody else', async () => {
    const browser = new Browser()
    expect(await claimsOf(FATHER, browser)).toMatchObject({ id_number: FATHER.idNumber })
    expect(await claimsOf(MOTHER, browser)).toMatchObject({ id_number: MOTHER.idNumber })
    const asked = await browser.get(platform.ask({ prompt: '' }).url.replace('&prompt=', ''))
    expect(asked.text).toContain('<h1>登录昌通码</h1>')
    expect(asked.text).not.toContain('13800000001')
    const silent = await browser.get(platform.ask({ prompt: 'none' }).url)
    expect(platform.client.callbackParams(silent.location ?? '').error).toBe('login_required')
  })
})

describe('what is refused', () => {
  test('a wrong name and an unknown number get one and the same answer', async () => {
    const wrongName = new Browser()
    const unknown = new Browser()
    const first = await wrongName.post(`${await atIdentity(wrongName)}/identity`, { name: STRANGER.name, id_number: FATHER.idNumber })
    const second = await unknown.post(`${await atIdentity(unknown)}/identity`, { name: STRANGER.name, id_number: STRANGER.idNumber })
    expect([first.status, second.status]).toEqual([422, 422])
    expect(first.text).toContain('姓名和身份证号对不上')
    const bare = (text: string, number: string) => text.replaceAll(number, 'NUMBER').replace(/\/interaction\/[\w-]+/g, 'BASE')
    expect(bare(first.text, FATHER.idNumber)).toBe(bare(second.text, STRANGER.idNumber))
  })

  test('a number that cannot be one is said at its field and costs no try', async () => {
    const browser = new Browser()
    const base = await atIdentity(browser)
    const { status, text } = await browser.post(`${base}/identity`, { name: FATHER.name, id_number: FATHER.idNumber.slice(0, 17) })
    expect(status).toBe(422)
    expect(text).toMatch(/<title>出错：/)
    expect(text).toMatch(/id="id_number"[^>]*aria-describedby="id_number-error id_number-hint" aria-invalid="true"/)
    expect((await browser.post(`${base}/identity`, { name: STRANGER.name, id_number: FATHER.idNumber })).text).toContain('还可以试 4 次')
  })

  test('after five wrong tries the interaction is over, even for the right name', async () => {
    const browser = new Browser()
    const base = await atIdentity(browser)
    const statuses: number[] = []
    for (let time = 0; time < 5; time += 1) statuses.push((await browser.post(`${base}/identity`, { name: STRANGER.name, id_number: FATHER.idNumber })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 429])
    const right = await browser.post(`${base}/identity`, { name: FATHER.name, id_number: FATHER.idNumber })
    expect(right.status).toBe(429)
    expect(right.text).toContain('次数太多')
    expect((await browser.post(`${base}/result`, {})).status).toBe(429)
    const back = await browser.post(`${base}/cancel`, {})
    expect(platform.client.callbackParams(back.location ?? '').error).toBe('access_denied')
  })

  test('cancelling at any step tells the platform access_denied, with its state', async () => {
    for (const steps of [0, 1, 2]) {
      const browser = new Browser()
      const request = platform.ask()
      const base = interactionOf(await browser.get(request.url))
      if (steps > 0) await browser.post(`${base}/phone`, { phone: '13800000001' })
      if (steps > 1) await browser.post(`${base}/identity`, { name: FATHER.name, id_number: FATHER.idNumber })
      const { location } = await browser.post(`${base}/cancel`, { phone: 'half typed' })
      expect(platform.client.callbackParams(location ?? '')).toMatchObject({ error: 'access_denied', state: request.state })
    }
  })

  test('no step can be left out by posting the next one', async () => {
    const browser = new Browser()
    const base = interactionOf(await browser.get(platform.ask().url))
    expect((await browser.post(`${base}/result`, {})).url).toBe(`${base}/phone`)
    await browser.post(`${base}/phone`, { phone: '13800000001' })
    expect((await browser.post(`${base}/face`, {})).url).toBe(`${base}/identity`)
    await browser.post(`${base}/identity`, { name: FATHER.name, id_number: FATHER.idNumber })
    expect((await browser.post(`${base}/result`, {})).url).toBe(`${base}/face`)
    await browser.post(`${base}/face`, {})
    // Another person after the scan: the scan was not theirs.
    await browser.post(`${base}/identity`, { name: MOTHER.name, id_number: MOTHER.idNumber })
    expect((await browser.get(`${base}/result`)).url).toBe(`${base}/face`)
  })

  test('what was typed comes back escaped', async () => {
    const browser = new Browser()
    const { text } = await browser.post(`${await atIdentity(browser)}/identity`, { name: `"><script>x</script>'&`, id_number: FATHER.idNumber })
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;&#39;&amp;"')
    expect(text).not.toContain('<script')
  })

  test('a telephone that is none is refused at its field', async () => {
    const browser = new Browser()
    const base = interactionOf(await browser.get(platform.ask().url))
    const { status, text } = await browser.post(`${base}/phone`, { phone: '0791 8342 0000' })
    expect(status).toBe(422)
    expect(text).toContain('value="0791 8342 0000"')
    expect(text).toContain('id="phone-error"')
  })
})
