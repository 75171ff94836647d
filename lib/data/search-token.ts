import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { decrypt, encrypt } from './cipher'

/**
 * What an officer searched for, as it may stand in an address: a name, a place or a phone's digits are personal data, and an
 * address is kept by browsers and logs. Another officer can not open it.
 */
export function sealSearch({ staffId }: StaffActor, text: string): string {
  return Buffer.from(encrypt(purposeOf(staffId), text)).toString('base64url')
}

/** What was searched for; null where the token is not one of this officer's. */
export function openSearch({ staffId }: StaffActor, token: string): string | null {
  try {
    return decrypt(purposeOf(staffId), Buffer.from(token, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

function purposeOf(staffId: string): string {
  return `search:${staffId}`
}
