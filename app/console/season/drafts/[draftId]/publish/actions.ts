'use server'

import { publicationPress } from '@/lib/domain/county-proposals'
import { draftId } from '@/lib/domain/season-draft'
import { proposePublication } from '@/lib/commands/propose-publication'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const propose = staffPost(
  'season',
  publicationPress,
  (form) => {
    const asked = draftId.safeParse({ draftId: form.get('draftId') })
    return asked.success ? paths.seasonPublish(asked.data.draftId) : paths.season
  },
  ({ actor, input, now }) => proposePublication({ actor, now, ...input }),
  ({ proposalId }) => `${paths.seasonProposal(proposalId)}?done=proposed`,
)
