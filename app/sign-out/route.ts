import { cookies } from 'next/headers'
import { guardianCookie } from '@/lib/auth/cookies'
import { requestNow } from '@/lib/auth/require-guardian'
import { signOut } from '@/lib/commands/sign-out'
import { getEnv } from '@/lib/env'
import { paths } from '@/lib/paths'

export async function POST(): Promise<Response> {
  const store = await cookies()
  const { name } = guardianCookie()
  const token = store.get(name)?.value
  const whose = token ? await signOut(token, await requestNow()) : null
  store.delete(name)
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}${whose === 'officer' ? paths.desk : `${paths.signIn}?out=1`}` } })
}
