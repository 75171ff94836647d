import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { accountWithin, recordChange, type ChangedBy } from '@/lib/audit/account-changes'
import { db } from '@/lib/data/db'
import { forgetTriesOfBrowsers } from '@/lib/data/known-browsers'

/** Lets somebody try again at once, and counts from the beginning. */
export async function unlockAccount({ by, account }: { by: ChangedBy; account: { id: string } | { username: string } }): Promise<Result<{ staffId: string }, { code: 'NOT_FOUND' }>> {
  return db().$transaction(async (transaction) => {
    const found = await transaction.staffAccount.findFirst({ where: accountWithin(by, account), select: { id: true, county: true } })
    if (!found) return fail({ code: 'NOT_FOUND' })
    await transaction.staffAccount.update({ where: { id: found.id }, data: { failures: 0, lockedUntil: null }, select: { id: true } })
    await forgetTriesOfBrowsers(transaction, found.id)
    await recordChange(transaction, by, found, 'unlocked')
    return succeed({ staffId: found.id })
  })
}
