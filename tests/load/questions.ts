import { getPublishedSeason } from '@/lib/data/seasons'
import { ofAllocation } from './questions/allocation'
import { ofApplications } from './questions/applications'
import { ofAudit } from './questions/audit'
import { ofCase } from './questions/case'
import { ofDesk } from './questions/desk'
import { ofOverview } from './questions/overview'
import { ofQueue } from './questions/queue'
import { ofRegisters } from './questions/registers'
import { ofSchool } from './questions/school'
import { ofStaff } from './questions/staff'
import { ofWhatIf } from './questions/what-if'
import type { Question } from './questions/sample'

/** What the county's pages ask the database, by the data functions that they ask it with. */
export async function questionsOf(county: string): Promise<Question[]> {
  const published = await getPublishedSeason(county, 2023)
  if (!published) throw new Error(`no season of ${county}`)
  return (await Promise.all([ofQueue, ofCase, ofApplications, ofDesk, ofSchool, ofAllocation, ofOverview, ofStaff, ofAudit, ofRegisters, ofWhatIf].map((of) => of(published)))).flat()
}
