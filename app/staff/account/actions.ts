'use server'

import { nothing, ownPasswordAnswers, passwordAnswers, sessionAnswers } from '@/lib/domain/staff-accounts'
import { renewStaffSession } from '@/lib/auth/staff-session'
import { endSession } from '@/lib/commands/end-session'
import { endSessions } from '@/lib/commands/end-sessions'
import { offerSecret } from '@/lib/commands/offer-secret'
import { renewRecoveryCodes } from '@/lib/commands/renew-recovery-codes'
import { setOwnPassword } from '@/lib/commands/set-own-password'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

const here = () => paths.staffAccount
const setUp = () => paths.staffSetUp

export const changePassword = staffAction('account', passwordAnswers, here, async ({ actor, input, now }) => {
  const set = await setOwnPassword({ actor, current: input.current, next: input.next, now })
  if (set.ok) await renewStaffSession(actor)
  return set
}, () => `${paths.staffAccount}?done=password`)

export const enrolAnew = staffAction('account', ownPasswordAnswers, here, ({ actor, input, now }) => offerSecret({ actor, current: input.current, now }), setUp)

export const renewCodes = staffAction('account', ownPasswordAnswers, here, ({ actor, input, now }) => renewRecoveryCodes({ actor, current: input.current, now }), setUp)

export const endOne = staffPost('account', sessionAnswers, here, ({ actor, input }) => endSession({ actor, ...input }), here)

export const endOthers = staffPost('account', nothing, here, ({ actor }) => endSessions({ actor, staffId: actor.staffId }), here)
