'use server'

import { codeAnswers, firstPasswordAnswers, nothing } from '@/lib/domain/staff-accounts'
import { succeed } from '@/lib/domain/result'
import { firstPageOf } from '@/lib/domain/staff'
import { renewStaffSession } from '@/lib/auth/staff-session'
import { confirmSecret } from '@/lib/commands/confirm-secret'
import { offerSecret } from '@/lib/commands/offer-secret'
import { putOfferAway } from '@/lib/commands/put-offer-away'
import { setOwnPassword } from '@/lib/commands/set-own-password'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

const here = () => paths.staffSetUp

export const setFirstPassword = staffAction('account', firstPasswordAnswers, here, async ({ actor, input, now }) => {
  const set = await setOwnPassword({ actor, current: null, next: input.next, now })
  if (set.ok) await renewStaffSession(actor)
  return set
}, here)

export const beginEnrolment = staffPost('account', nothing, here, ({ actor, now }) => offerSecret({ actor, current: null, now }), here)

export const confirm = staffAction('account', codeAnswers, here, async ({ actor, input, now }) => {
  const confirmed = await confirmSecret({ actor, code: input.code, now })
  if (!confirmed.ok) return confirmed
  await renewStaffSession(actor)
  return succeed({ first: actor.due !== null })
}, ({ first }) => (first ? `${here()}?first=1` : here()))

export const finish = staffPost('account', nothing, here, async ({ actor }) => {
  await putOfferAway({ actor })
  return succeed(actor)
}, ({ role }) => firstPageOf(role))
