import 'server-only'
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { crockford } from '@/lib/domain/receipt'
import { plainHash } from './cipher'

const PERIOD_S = 30
const SECRET_BYTES = 20
/** A phone's clock may be wrong by this many periods. */
const WINDOW = 1
const ISSUER = '智慧入学'
const RECOVERY_CODES = 10

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) })
}

/** In base 32, as it is typed where nothing can be scanned. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What an authenticator scans. */
export function otpauthUri(username: string, secret: string): string {
  return totpOf(secret, username).toString()
}

/** @param now real time, milliseconds */
export function codeAt(secret: string, now: number): string {
  return totpOf(secret).generate({ timestamp: now })
}

/** The period that a code is of, the one before and the one after counted in; null for a code of none of them. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const delta = totpOf(secret).validate({ token: digits, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / (PERIOD_S * 1000)) + delta
}

/** Sixteen letters that nobody can guess: 80 bits, in groups of four. */
export function newLetters(): string {
  return (crockford(randomBytes(16), 16).match(/.{4}/g) ?? []).join('-')
}

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, newLetters)
}

/** However a recovery code is typed: in small letters, without its hyphens, with an O for a zero. */
export function recoveryHash(code: string): Uint8Array<ArrayBuffer> {
  return plainHash(`recovery:${code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')}`)
}
