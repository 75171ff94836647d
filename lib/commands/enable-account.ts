import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { accountWithin, recordChange, type ChangedBy } from '@/lib/audit/account-changes'
import { db } from '@/lib/data/db'

/** Opens an account again that was disabled, with the password and the secret that it had. */
export async function enableAccount({ by, account }: { by: ChangedBy; account: { id: string } | { username: string } }): Promise<Result<{ staffId: string }, { code: 'NOT_FOUND' }>> {
  return db().$transaction(async (transaction) => {
    const found = await transaction.staffAccount.findFirst({ where: accountWithin(by, account), select: { id: true, county: true } })
    if (!found) return fail({ code: 'NOT_FOUND' })
    await transaction.staffAccount.update({ where: { id: found.id }, data: { disabledAt: null }, select: { id: true } })
    await recordChange(transaction, by, found, 'enabled')
    return succeed({ staffId: found.id })
  })
}
