'use server'

import { draftId } from '@/lib/domain/season-draft'
import { settingsForm } from '@/lib/domain/season-settings'
import { saveSeasonSettings } from '@/lib/commands/save-season-settings'
import { staffAction } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const save = staffAction(
  'season',
  settingsForm,
  (form) => {
    const asked = draftId.safeParse({ draftId: form.get('draftId') })
    return asked.success ? paths.seasonSettings(asked.data.draftId) : paths.season
  },
  ({ actor, input: { draftId: id, seen, ...typed } }) => saveSeasonSettings({ actor, draftId: id, seen, typed }),
  (_value, input) => `${paths.seasonSettings(input.draftId)}?saved=1`,
)
