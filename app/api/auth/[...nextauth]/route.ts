import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { guardianAuthOptions } from '@/lib/auth/options'

type Context = { params: Promise<{ nextauth: string[] }> }

// Only what the code flow needs is reachable: the provider's answer, and next-auth's own page of errors.
const REACHABLE = ['callback', 'error', 'signin']

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!REACHABLE.includes(nextauth[0] ?? '')) return new Response(null, { status: 404 })
  const handle: (request: NextRequest, context: Context) => Promise<Response> = NextAuth(guardianAuthOptions())
  return handle(request, context)
}

export { answer as GET, answer as POST }
