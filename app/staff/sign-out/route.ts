import { dropStaffCookie } from '@/lib/auth/staff-session'
import { signOutStaff } from '@/lib/commands/sign-out-staff'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'

export async function POST(): Promise<Response> {
  const token = await dropStaffCookie()
  if (token) await signOutStaff(token)
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${paths.staffSignIn}?out=1` } })
}
