'use server'

import { redirect } from 'next/navigation'
import { landingOf, signInAnswers } from '@/lib/domain/staff-accounts'
import { requestNow } from '@/lib/auth/require-guardian'
import { signInThroughNextAuth } from '@/lib/auth/staff-session'
import { signInStaff } from '@/lib/commands/sign-in-staff'
import { refuseForged } from '@/lib/forms/posted-form'
import { typedOf, type StaffFormState } from '@/lib/forms/staff-state'
import { paths, staffPath } from '@/lib/paths'

/** The one action of staff that asks for no session. @param to where to come back to, as the page's address says */
export async function signIn(to: string | null, state: StaffFormState, form: FormData): Promise<StaffFormState> {
  refuseForged(form, state)
  const attempt = state.status === 'new' ? 1 : state.attempt + 1
  const values = typedOf(form)
  const parsed = signInAnswers.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { status: 'refused', attempt, values, code: 'SIGN_IN_MISSING', field: null }
  const { real } = await requestNow()
  const entered = await signInThroughNextAuth((whence) => signInStaff({ ...parsed.data, ...whence, now: real }))
  if (!entered.ok) return { status: 'refused', attempt, values, code: entered.failure.code, field: null, waitMs: 'waitMs' in entered.failure ? entered.failure.waitMs : undefined }
  // Bound by the page and sent back by the browser: looked at again.
  redirect(entered.value.due ? paths.staffSetUp : landingOf(entered.value.role, staffPath(to)))
}
