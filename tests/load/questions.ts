import { findStaffActor } from '@/lib/data/staff'
import { readClock } from '@/lib/clock'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { askedPages, EVERY_PAGE } from './pages'
import { ofAllocation } from './questions/allocation'
import { ofApplications } from './questions/applications'
import { ofAudit } from './questions/audit'
import { ofByHand } from './questions/by-hand'
import { ofCase } from './questions/case'
import { ofDesk } from './questions/desk'
import { ofFiles } from './questions/files'
import { ofOverview } from './questions/overview'
import { ofQueue } from './questions/queue'
import { ofRegisters } from './questions/registers'
import { worldOf, type Question } from './questions/sample'
import { ofSchool } from './questions/school'
import { ofSeason } from './questions/season'
import { ofStaff } from './questions/staff'

const ROOMS = [ofQueue, ofCase, ofApplications, ofDesk, ofSchool, ofAllocation, ofByHand, ofOverview, ofStaff, ofAudit, ofRegisters, ofSeason, ofFiles] as const

/** What staff's pages ask the database, by the data functions that they ask it with. */
export async function questionsOf(county: string): Promise<Question[]> {
  const [{ world, tokens }, now] = [await worldOf(county), await readClock()]
  const asked: Question[] = [
    { page: EVERY_PAGE, what: 'who is signed in', ask: () => findStaffActor(tokens.reviewer, now.real) },
    { page: EVERY_PAGE, what: 'the clock and the seasons', ask: async () => [await readClock(), await listPublishedSeasons(county)] },
  ]
  for (const of of ROOMS) asked.push(...(await of(world)))
  const left = askedPages().filter((page) => asked.every((one) => one.page !== page))
  if (left.length > 0) throw new Error(`nothing is asked of ${left.join(', ')}`)
  return asked
}
