'use server'

import { admissionSearch } from '@/lib/domain/admission-list'
import { searchApplicants } from '@/lib/commands/search-applicants'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'
import { withQuery } from '../list-query'

/** As in the look-up: what is typed is posted and comes back as a token. */
export const search = staffPost(
  'school',
  admissionSearch,
  () => paths.schoolAdmissions,
  ({ actor, input }) => searchApplicants({ actor, text: input.text }),
  (q, { category, outcome }) => withQuery(paths.schoolAdmissions, { q: q ?? undefined, category, outcome }),
)
