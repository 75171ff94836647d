import { exportApplicants } from '@/lib/commands/export-applicants'
import { applicantQuery } from '@/lib/domain/applicants'
import { filterOf } from '@/lib/data/school-applicants'
import { paths } from '@/lib/paths'
import { takeOut } from '../take-out'

export const POST = takeOut(paths.school, ({ actor, form, now }) => exportApplicants({ actor, filter: filterOf(actor, applicantQuery.parse(form)), now }))
