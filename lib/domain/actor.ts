import type { StaffRole } from './staff'

/** An officer at the desk who acts for the guardian who stands there. */
export type Assisting = {
  readonly assistanceId: string
  readonly staffId: string
  readonly officer: string
  readonly county: string
  /** the one registration that is completed after the close; null where the season's clock is the only one */
  readonly completion: Completion | null
}

/** @property judgedAt the season's clock when the appeal was sent, milliseconds */
export type Completion = { readonly applicationId: string; readonly judgedAt: number }

/** A guardian who signed in through 昌通码 with real name and face scan, or whose card an officer has checked. */
export type GuardianActor = {
  readonly kind: 'guardian'
  readonly guardianId: string
  readonly idNumber: string
  readonly name: string
  readonly phone: string | null
  /** then everything is this county's, and is written down with the officer's name */
  readonly assisted?: Assisting
}

/** Somebody of a county or a school, signed in with password and one-time code. */
export type StaffActor = {
  readonly kind: 'staff'
  readonly staffId: string
  readonly sessionId: string
  readonly county: string
  readonly role: StaffRole
  /** of role `school`; null of every other */
  readonly schoolCode: string | null
  readonly username: string
  /** as colleagues and decisions call this person */
  readonly name: string
  /** what the first sign-in still asks for; nothing else is open before */
  readonly due: 'password' | 'code' | null
}

/**
 * The two times of a request, milliseconds since 1970. The season's rules live by `season`, the database's clock plus the
 * demonstration's offset; sessions, limits, claims and the reading time live by `real`, the database's clock alone.
 */
export type Now = { readonly real: number; readonly season: number }
