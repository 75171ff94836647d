import { submitted } from './school'
import { aStaffMember } from './staff'
import { aTriedDraft, redrawn } from './tried-draft'

/**
 * Two families, and a draft that moves the even side of 文峰路 to another school and takes 阳光花园's odd buildings out of the
 * table: one family's school changes, the other one loses hers. In the running application's database. @returns the draft's id
 */
export default async function plantDraft(): Promise<string> {
  await submitted('deed-father')
  await submitted('separated-mother')
  return aTriedDraft(await aStaffMember('admin'), redrawn({ 'YF-03': 'SX', 'YF-05': null }))
}
