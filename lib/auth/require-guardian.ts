import 'server-only'
import { cache } from 'react'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { readClock } from '@/lib/clock'
import { isAssistedToken } from '@/lib/data/assistances'
import { findActor } from '@/lib/data/guardians'
import { guardianCookie } from './cookies'

/** The request's one reading of the clock: everything that is decided in it is decided as of this instant. */
export const requestNow = cache((): Promise<Now> => readClock())

/** The signed-in guardian, or null. Looked up at every request, so that an ended session is over at once. */
export const findGuardian = cache(async (): Promise<GuardianActor | null> => {
  const token = (await cookies()).get(guardianCookie().name)?.value
  return token ? findActor(token, await requestNow()) : null
})

/** The signed-in guardian; anybody else is sent to sign in and comes back to `from` afterwards. */
export async function requireGuardian(from: string): Promise<GuardianActor> {
  const actor = await findGuardian()
  return actor ?? redirect(`/sign-in?to=${encodeURIComponent(from)}`)
}

/** Whether this browser's last session was one in which an officer acted for a guardian: once it is over, whoever sits there is no guardian. */
export async function wasAssisted(): Promise<boolean> {
  const token = (await cookies()).get(guardianCookie().name)?.value
  return token !== undefined && isAssistedToken(token)
}
