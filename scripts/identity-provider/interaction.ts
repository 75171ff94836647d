import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { Directory } from './directory'
import { readForm } from './form'
import { stepPage } from './pages/steps'
import type { Errors, Typed } from './pages/steps'
import type { Persons } from './provider'
import { isSpent, reached, STEPS } from './sign-ins'
import type { SignIn, SignIns, Step } from './sign-ins'
import { checkIdentity, mobileOf } from './typed'

const PATH = /^\/interaction\/([\w-]{10,64})(?:\/(phone|identity|face|result|cancel))?$/
const UNPROCESSABLE = 422
const TOO_MANY = 429

type Parts = { provider: Provider; directory: Directory; persons: Persons; signIns: SignIns }
type Place = { uid: string; base: string; signIn: SignIn; request: IncomingMessage; response: ServerResponse }

export function isInteractionPath(path: string): boolean {
  return path === '/interaction' || path.startsWith('/interaction/')
}

/**
 * The pages between the platform's question and the answer: phone, real name and number, simulated face scan, result.
 * Whose interaction this is, the library's signed cookie says; without it, or with that of another one, nothing is shown.
 * @returns false when there is no such page for this browser
 */
export async function answerInteraction(parts: Parts, request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
  const [, uid = '', action] = PATH.exec(path) ?? []
  const details = await interactionOf(parts.provider, request, response)
  if (!details || details.uid !== uid) return false
  const place = { uid, base: `/interaction/${uid}`, signIn: parts.signIns.at(uid, details.exp * 1000), request, response }
  const step = STEPS.find((one) => one === action)
  if (request.method === 'GET') {
    if (action === 'cancel') return false
    showStep(place, step)
    return true
  }
  if (request.method !== 'POST' || action === undefined) return false
  if (action === 'cancel') await cancel(parts, place)
  else if (step) await post(parts, place, step)
  return true
}

async function interactionOf(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    return await provider.interactionDetails(request, response)
  } catch (error) {
    // No cookie, somebody else's, or one that is too old: for the person all the same.
    if (error instanceof Error && error.name === 'SessionNotFound') return null
    throw error
  }
}

function showStep({ base, signIn, response }: Place, step: Step | undefined): void {
  const furthest = reached(signIn)
  if (step === undefined || STEPS.indexOf(step) > STEPS.indexOf(furthest)) return see(response, `${base}/${furthest}`)
  send(response, 200, stepPage(step, base, signIn))
}

async function post(parts: Parts, place: Place, step: Step): Promise<void> {
  const { base, signIn, response } = place
  const furthest = reached(signIn)
  if (isSpent(signIn)) return send(response, TOO_MANY, stepPage(step, base, signIn))
  if (STEPS.indexOf(step) > STEPS.indexOf(furthest)) return see(response, `${base}/${furthest}`)
  const form = await readForm(place.request)
  const typed: Typed = { phone: form.get('phone') ?? '', name: form.get('name') ?? '', idNumber: form.get('id_number') ?? '' }
  switch (step) {
    case 'phone':
      return savePhone(place, typed)
    case 'identity':
      return saveIdentity(parts, place, typed)
    case 'face':
      signIn.scanned = true
      return see(response, `${base}/result`)
    case 'result':
      return finish(parts, place)
  }
}

function savePhone({ base, signIn, response }: Place, typed: Typed): void {
  const phone = mobileOf(typed.phone ?? '')
  if (phone === null) {
    const errors: Errors = { phone: typed.phone?.trim() ? '手机号是 1 开头的 11 位数字，请看看是不是多了或少了一位。' : '请填写手机号' }
    return send(response, UNPROCESSABLE, stepPage('phone', base, signIn, typed, errors))
  }
  signIn.phone = phone
  see(response, `${base}/${reached(signIn)}`)
}

function saveIdentity({ directory }: Parts, { base, signIn, response }: Place, typed: Typed): void {
  const checked = checkIdentity(directory, typed)
  if ('errors' in checked) {
    if (checked.counts) signIn.wrong += 1
    return send(response, isSpent(signIn) ? TOO_MANY : UNPROCESSABLE, stepPage('identity', base, signIn, typed, checked.errors))
  }
  signIn.identity = checked.identity
  // Another person's face: what was scanned before does not count for this one.
  signIn.scanned = false
  see(response, `${base}/face`)
}

async function finish({ provider, persons, signIns }: Parts, { uid, signIn, request, response }: Place): Promise<void> {
  const { identity, phone } = signIn
  if (identity === null || phone === null) return
  const accountId = persons.remember({ identity, phone })
  signIns.end(uid)
  await provider.interactionFinished(request, response, { login: { accountId, remember: false } }, { mergeWithLastSubmission: false })
}

async function cancel({ provider, signIns }: Parts, { uid, request, response }: Place): Promise<void> {
  signIns.end(uid)
  const result = { error: 'access_denied', error_description: 'the person cancelled the sign-in' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

export function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

function see(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end()
}
