'use server'

import { countyDecision, countyProposalPress } from '@/lib/domain/county-proposals'
import { decidePublication } from '@/lib/commands/decide-publication'
import { decideWindow } from '@/lib/commands/decide-window'
import { withdrawCountyProposal } from '@/lib/commands/withdraw-county-proposal'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

function pageOf(form: FormData): string {
  const asked = countyProposalPress.safeParse({ proposalId: form.get('proposalId') })
  return asked.success ? paths.seasonProposal(asked.data.proposalId) : paths.season
}

export const decideOnSeason = staffPost(
  'season', countyDecision, pageOf,
  ({ actor, input, now }) => decidePublication({ actor, now, ...input }),
  ({ outcome }) => `${paths.season}?done=${outcome === 'approved' ? 'published' : 'refused'}`,
)

export const decideOnWindow = staffPost(
  'season', countyDecision, pageOf,
  ({ actor, input, now }) => decideWindow({ actor, now, ...input }),
  ({ outcome }) => `${paths.season}?done=${outcome === 'approved' ? 'extended' : 'refused'}`,
)

export const withdraw = staffPost(
  'season', countyProposalPress, pageOf,
  ({ actor, input, now }) => withdrawCountyProposal({ actor, now, ...input }),
  () => `${paths.season}?done=withdrawn`,
)
