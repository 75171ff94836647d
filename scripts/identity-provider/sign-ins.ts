import type { Identity } from './directory'

/** How often name and number may fail to match before an interaction is over. */
export const TRIES = 5
/** Interactions that nobody finishes go first when there are more than this. */
const MOST = 2000

/** The pages in their order; each needs the ones before it. */
export const STEPS = ['phone', 'identity', 'face', 'result'] as const
export type Step = (typeof STEPS)[number]

/** How far one interaction has come. Kept here and not in the page, so that no step can be left out by posting the next one. */
export type SignIn = { phone: string | null; identity: Identity | null; scanned: boolean; wrong: number }

/** The first step that is not done: where a person may be is computed, never stored. */
export function reached(signIn: SignIn): Step {
  if (signIn.phone === null) return 'phone'
  if (signIn.identity === null) return 'identity'
  return signIn.scanned ? 'result' : 'face'
}

export function isSpent(signIn: SignIn): boolean {
  return signIn.wrong >= TRIES
}

/** Interactions that are under way, by their opaque id, in memory only. */
export class SignIns {
  readonly #open = new Map<string, { signIn: SignIn; expiresAt: number }>()

  /** @param expiresAt when the library lets the interaction go, milliseconds */
  at(uid: string, expiresAt: number): SignIn {
    const found = this.#open.get(uid)
    if (found) return found.signIn
    this.#forgetOld()
    const signIn: SignIn = { phone: null, identity: null, scanned: false, wrong: 0 }
    this.#open.set(uid, { signIn, expiresAt })
    return signIn
  }

  end(uid: string): void {
    this.#open.delete(uid)
  }

  #forgetOld(): void {
    const now = Date.now()
    for (const [uid, { expiresAt }] of this.#open) {
      if (expiresAt <= now || this.#open.size >= MOST) this.#open.delete(uid)
    }
  }
}
