/** A guardian who signed in through 昌通码 with real name and face scan. */
export type GuardianActor = {
  readonly kind: 'guardian'
  readonly guardianId: string
  readonly idNumber: string
  readonly name: string
  readonly phone: string | null
}

/**
 * The two times of a request, milliseconds since 1970. The season's rules live by `season`, the database's clock plus the
 * demonstration's offset; sessions, limits and the reading time live by `real`, the database's clock alone.
 */
export type Now = { readonly real: number; readonly season: number }
