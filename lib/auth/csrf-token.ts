import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { getEnv } from '@/lib/env'
import { csrfCookie } from './cookies'

/**
 * The pair that next-auth asks for in cookie and body. The proxy has already checked the request's Origin, so that both are
 * made here. @returns the body's half
 */
export async function makeCsrfToken(): Promise<string> {
  const token = randomBytes(32).toString('hex')
  const { name, options } = csrfCookie()
  const seal = createHash('sha256').update(`${token}${getEnv().sessionSecret}`).digest('hex')
  ;(await cookies()).set(name, `${token}|${seal}`, options)
  return token
}
