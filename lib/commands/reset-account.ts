import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordChange } from '@/lib/audit/account-changes'
import { endStaffSessions } from '@/lib/audit/ended-sessions'
import { db } from '@/lib/data/db'
import { newLetters, newSecret, otpauthUri } from '@/lib/data/one-time-code'
import { hashPassword } from '@/lib/data/password'
import { sealSecret } from '@/lib/data/staff-accounts'

/** For whoever has lost password or authenticator: a new one-time password and secret, to be shown once. Everything that the account had ends. */
export async function resetAccount({ username }: { username: string }): Promise<Result<{ password: string; secret: string; uri: string }, { code: 'NOT_FOUND' }>> {
  const password = newLetters()
  const secret = newSecret()
  const passwordHash = await hashPassword(password)
  return db().$transaction(async (transaction) => {
    const found = await transaction.staffAccount.findUnique({ where: { username }, select: { id: true, county: true } })
    if (!found) return fail({ code: 'NOT_FOUND' })
    await transaction.staffAccount.update({
      where: { id: found.id },
      data: { passwordHash, passwordSetAt: null, totpCipher: sealSecret(secret), totpStep: 0, totpConfirmedAt: null, failures: 0, lockedUntil: null },
      select: { id: true },
    })
    await transaction.staffRecoveryCode.deleteMany({ where: { staffId: found.id } })
    await endStaffSessions(transaction, found.id)
    await recordChange(transaction, 'operator', found, 'reset')
    return succeed({ password, secret, uri: otpauthUri(username, secret) })
  })
}
