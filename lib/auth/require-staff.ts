import 'server-only'
import { cache } from 'react'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { StaffActor } from '@/lib/domain/actor'
import { hasRight, type Right } from '@/lib/domain/staff'
import { findStaffActor } from '@/lib/data/staff'
import { clientAddress } from './client-address'
import { endWhereCopied } from './copied-session'
import { staffCookie, staffTokenOf } from './cookies'
import { requestNow } from './require-guardian'

/** The signed-in officer, or null. Looked up at every request, so that an ended session is over at once. */
export const findStaff = cache(async (): Promise<StaffActor | null> => {
  const carried = (await cookies()).get(staffCookie().name)?.value
  if (!carried) return null
  const [token, { real }] = [staffTokenOf(carried), await requestNow()]
  const actor = await findStaffActor(token, real)
  if (!actor) await endWhereCopied(token, clientAddress(await headers()), real)
  return actor
})

/** Whether this browser was signed in, whatever has become of it since. */
export async function bringsStaffCookie(): Promise<boolean> {
  return (await cookies()).has(staffCookie().name)
}

/**
 * The signed-in officer who has this right. Without a session one signs in and comes back to `from`; whoever has still to
 * set a password or a code is led there; to a role without the right the page does not exist.
 */
export async function requireStaff(right: Right, from: string): Promise<StaffActor> {
  const actor = await findStaff()
  if (!actor) redirect(`/staff/sign-in?to=${encodeURIComponent(from)}`)
  if (actor.due) redirect('/staff/set-up')
  if (!hasRight(actor.role, right)) notFound()
  return actor
}
