'use server'

import { findFamilies } from '@/lib/commands/find-families'
import { familySearch } from '@/lib/domain/desk-forms'
import { staffQuestion } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const search = staffQuestion('approveDesk', familySearch, () => paths.desk, ({ actor, input, now }) => findFamilies({ actor, typed: input.typed, now }))
