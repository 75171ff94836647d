import { exportAdmissions } from '@/lib/commands/export-admissions'
import { admissionQuery } from '@/lib/domain/admission-list'
import { admissionFilterOf } from '@/lib/data/school-admissions'
import { paths } from '@/lib/paths'
import { takeOut } from '../take-out'

export const POST = takeOut(paths.schoolAdmissions, ({ actor, form, now }) => exportAdmissions({ actor, filter: admissionFilterOf(actor, admissionQuery.parse(form)), now }))
