'use server'

import { windowForm } from '@/lib/domain/season-window'
import { proposeWindow } from '@/lib/commands/propose-window'
import { staffAction } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const propose = staffAction(
  'season',
  windowForm,
  () => paths.seasonWindow,
  ({ actor, input, now }) => proposeWindow({ actor, now, ...input }),
  ({ proposalId }) => `${paths.seasonProposal(proposalId)}?done=proposed`,
)
