import { db } from '@/lib/data/db'
import { aStaffMember } from './staff'
import { aTriedDraft, redrawn } from './tried-draft'

/** A draft that moves the even side of 文峰路 to another school and takes 阳光花园 out of the table, in the running application's database. Prints its id. */
const admin = await aStaffMember('admin')
process.stdout.write(await aTriedDraft(admin, redrawn({ 'YF-03': 'SX', 'YF-05': null })))
await db().$disconnect()
