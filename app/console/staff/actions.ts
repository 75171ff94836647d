'use server'

import { accountAnswers, sessionAnswers } from '@/lib/domain/staff-accounts'
import { disableAccount } from '@/lib/commands/disable-account'
import { enableAccount } from '@/lib/commands/enable-account'
import { endSession } from '@/lib/commands/end-session'
import { endSessions } from '@/lib/commands/end-sessions'
import { unlockAccount } from '@/lib/commands/unlock-account'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The account's own page, by the id that its forms carry. */
function pageOf(form: FormData): string {
  const staffId = accountAnswers.shape.staffId.safeParse(form.get('staffId'))
  return staffId.success ? paths.staffMember(staffId.data) : paths.staffList
}

const then = ({ staffId }: { staffId: string }) => paths.staffMember(staffId)

export const endOne = staffPost('staff', sessionAnswers, pageOf, ({ actor, input }) => endSession({ actor, ...input }), then)

export const endAll = staffPost('staff', accountAnswers, pageOf, ({ actor, input }) => endSessions({ actor, ...input }), then)

export const unlock = staffPost('staff', accountAnswers, pageOf, ({ actor, input }) => unlockAccount({ by: actor, account: { id: input.staffId } }), then)

export const disable = staffPost('staff', accountAnswers, pageOf, ({ actor, input, now }) => disableAccount({ by: actor, account: { id: input.staffId }, now: now.real }), then)

export const enable = staffPost('staff', accountAnswers, pageOf, ({ actor, input }) => enableAccount({ by: actor, account: { id: input.staffId } }), then)
