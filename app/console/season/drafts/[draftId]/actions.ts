'use server'

import { dropSeasonDraft } from '@/lib/commands/drop-season-draft'
import { draftId } from '@/lib/domain/season-draft'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData): string {
  const asked = draftId.safeParse({ draftId: form.get('draftId') })
  return asked.success ? paths.seasonDraft(asked.data.draftId) : paths.season
}

export const drop = staffPost('season', draftId, pageOf, ({ actor, input }) => dropSeasonDraft({ actor, ...input }), () => paths.season)
