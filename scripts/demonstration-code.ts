import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'
import { codeAt } from '@/lib/data/one-time-code'
import { verifyPassword } from '@/lib/data/password'
import { findCredentials, openSecret } from '@/lib/data/staff-accounts'
import { EnvError, isDemonstration } from '@/lib/env'
import { demonstrationPassword } from './start/demonstration-staff'

/** `npm run demonstration-code -- USERNAME`: what to type at the staff's sign-in, for whoever tries the demonstration without a phone. */
async function main(): Promise<void> {
  if (!isDemonstration()) throw new EnvError('demonstration-code: this is production, where nobody is told a code')
  const [username, ...more] = process.argv.slice(2)
  if (!username || more.length > 0) throw new EnvError('usage: npm run demonstration-code -- USERNAME')
  const account = await findCredentials({ username })
  if (!account) throw new EnvError(`there is no account ${username}: npm run staff -- list`)
  const password = demonstrationPassword()
  const isKept = await verifyPassword(password, account.passwordHash)
  const { real } = await readClock()
  process.stdout.write(`username  ${username}\npassword  ${isKept ? password : '(this account has a password of its own)'}\ncode      ${codeAt(openSecret(account.totpCipher), real)}   (good for half a minute, once)\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await db().$disconnect().catch(() => undefined)
}
