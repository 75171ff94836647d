import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { accountWithin, recordChange, type ChangedBy } from '@/lib/audit/account-changes'
import { endStaffSessions } from '@/lib/audit/ended-sessions'
import { db, type Transaction } from '@/lib/data/db'

type Input = { by: ChangedBy; account: { id: string } | { username: string }; now: number }

/**
 * Shuts an account for good, until it is enabled again; its sessions end at once. An administrator neither disables
 * oneself nor leaves the county without another one who could enable it; whoever runs the platform may do both.
 */
export async function disableAccount({ by, account, now }: Input): Promise<Result<{ staffId: string }, { code: 'NOT_FOUND' | 'OWN_ACCOUNT' }>> {
  return db().$transaction(async (transaction) => {
    const found = await transaction.staffAccount.findFirst({ where: accountWithin(by, account), select: { id: true, county: true } })
    if (!found) return fail({ code: 'NOT_FOUND' })
    if (by !== 'operator' && (found.id === by.staffId || !(await isStillIn(transaction, by)))) return fail({ code: 'OWN_ACCOUNT' })
    const disabled = await transaction.staffAccount.updateMany({ where: { id: found.id, disabledAt: null }, data: { disabledAt: new Date(now) } })
    await endStaffSessions(transaction, found.id)
    if (disabled.count === 1) await recordChange(transaction, by, found, 'disabled')
    return succeed({ staffId: found.id })
  })
}

/** Two administrators who disable each other at once come one after the other here: the second one is no administrator any more. */
async function isStillIn(transaction: Transaction, { staffId, county }: { staffId: string; county: string }): Promise<boolean> {
  const administrators = await transaction.$queryRaw<{ id: string; disabled_at: Date | null }[]>`
    SELECT id, disabled_at FROM staff_accounts WHERE county = ${county} AND role = 'admin' ORDER BY id FOR UPDATE`
  return administrators.some(({ id, disabled_at }) => id === staffId && disabled_at === null)
}
