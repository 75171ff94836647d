import type { NextRequest } from 'next/server'
import { beginSignIn } from '@/lib/auth/begin-sign-in'
import { signOut } from '@/lib/commands/sign-out'
import { localPath } from '@/lib/paths'

export async function POST(request: NextRequest): Promise<Response> {
  const form = await request.formData()
  return beginSignIn(request.headers, localPath(form.get('to')), signOut)
}
