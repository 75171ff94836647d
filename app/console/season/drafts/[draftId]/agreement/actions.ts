'use server'

import { agreementForm } from '@/lib/domain/season-settings'
import { draftId } from '@/lib/domain/season-draft'
import { saveSeasonAgreement } from '@/lib/commands/save-season-agreement'
import { staffAction } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const save = staffAction(
  'season',
  agreementForm,
  (form) => {
    const asked = draftId.safeParse({ draftId: form.get('draftId') })
    return asked.success ? paths.seasonAgreement(asked.data.draftId) : paths.season
  },
  ({ actor, input }) => saveSeasonAgreement({ actor, ...input }),
  (_value, input) => `${paths.seasonAgreement(input.draftId)}?saved=1`,
)
