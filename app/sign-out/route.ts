import { cookies } from 'next/headers'
import { guardianCookie } from '@/lib/auth/cookies'
import { signOut } from '@/lib/commands/sign-out'
import { getEnv } from '@/lib/env'

export async function POST(): Promise<Response> {
  const store = await cookies()
  const { name } = guardianCookie()
  const token = store.get(name)?.value
  if (token) await signOut(token)
  store.delete(name)
  return new Response(null, { status: 303, headers: { location: `${getEnv().baseUrl}/sign-in?out=1` } })
}
