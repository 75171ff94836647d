import { readClock } from '@/lib/clock'
import { schoolNameOf } from '@/lib/data/seasons'
import { findAccount, listAccounts } from '@/lib/data/staff-directory'
import { listStaffSessions } from '@/lib/data/staff-sessions'
import type { Question, World } from './sample'

export async function ofStaff({ published: { county }, officers: { admins: [admin], clerk } }: World): Promise<Question[]> {
  const now = await readClock()
  return [
    { page: '/console/staff', what: 'the accounts', ask: () => listAccounts({ county }, now.real) },
    { page: '/console/staff/[staffId]', what: 'one account and its sessions', ask: async () => [await findAccount(admin, clerk.staffId, now.real), await listStaffSessions(clerk.staffId, now.real), await schoolNameOf(clerk)] },
  ]
}
