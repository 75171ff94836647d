import { readClock } from '@/lib/clock'
import type { PublishedSeason } from '@/lib/data/seasons'
import { findAccount, listAccounts } from '@/lib/data/staff-directory'
import { anOfficer, type Question } from './sample'

export async function ofStaff({ county }: PublishedSeason): Promise<Question[]> {
  const [admin, now] = await Promise.all([anOfficer(county, 'admin'), readClock()])
  return [
    { page: 'staff', what: 'the accounts', ask: () => listAccounts({ county }, now.real) },
    { page: 'staff', what: 'one account', ask: () => findAccount(admin, admin.staffId, now.real) },
  ]
}
