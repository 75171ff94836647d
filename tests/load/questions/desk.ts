import { readClock } from '@/lib/clock'
import { findFamilies } from '@/lib/commands/find-families'
import { openFamily } from '@/lib/commands/open-family'
import { openProposal } from '@/lib/commands/open-proposal'
import { openProposedCompletion } from '@/lib/commands/open-proposed-completion'
import { findAssistance } from '@/lib/data/assistances'
import { listCompletable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { listCountyGuardians } from '@/lib/data/desk-family'
import { listLinesOfFamily, listOwnLines, listWaitingLines } from '@/lib/data/desk-proposals'
import { listConsentScans } from '@/lib/data/desk-scans'
import { findWaitingEnding } from '@/lib/data/endings'
import { listWithdrawals } from '@/lib/data/withdrawals'
import { aCompletion } from '../completion'
import type { Question, World } from './sample'

const DAY_MS = 24 * 60 * 60 * 1000
const page = '/console/desk'

export async function ofDesk({ published, officers: { desk: actor }, family: { applicationId, child, guardian, receiptNumber }, prepared: { assistanceId } }: World): Promise<Question[]> {
  const { season, county } = published
  const now = await readClock()
  const found = (what: string, typed: string): Question => ({ page, what, ask: () => findFamilies({ actor, typed, now }) })
  // The load's season is still open: as if it had closed the day before yesterday, and what was decided since came after the close.
  const closed = { ...published, season: { ...season, settings: { ...season.settings, closesAt: now.season - 2 * DAY_MS } } }
  const toComplete = await listCompletable(db(), closed, now.season)
  const completion = await aCompletion(toComplete, { published, actor, assistanceId, now })
  const { id: proposalId } = await db().proposal.findFirstOrThrow({ where: { county, kind: 'address-match', status: 'waiting' }, select: { id: true }, orderBy: { id: 'asc' } })
  const family = async () => {
    const opened = await openFamily({ actor, applicationId })
    return opened && [await listCountyGuardians(opened.application), await listLinesOfFamily(actor, applicationId), await listCompletable(db(), closed, now.season, applicationId)]
  }
  return [
    found('a family by ID number', guardian.idNumber),
    found('a family by receipt', receiptNumber),
    found('a family by name', child),
    found('a family by a common character', '王'),
    { page, what: 'entries that wait, my own, what is to be completed', ask: async () => [await listWaitingLines(actor), await listOwnLines(actor), await listCompletable(db(), closed, now.season)] },
    { page: '/console/desk/assist/[assistanceId]', what: 'for whom', ask: () => findAssistance(db(), actor, assistanceId) },
    { page: '/console/desk/families/[applicationId]', what: 'the family, opened', ask: family },
    { page: '/console/desk/families/[applicationId]/[entry]', what: 'the family, opened', ask: family },
    { page: '/console/desk/proposals/[proposalId]', what: 'an entry that waits', ask: () => openProposal({ actor, proposalId, now }) },
    { page: '/console/desk/completions', what: 'after the close', ask: () => listCompletable(db(), closed, now.season) },
    { page: '/console/desk/completions/of/[applicationId]', what: 'one of them', ask: async () => {
      const [one] = await listCompletable(db(), closed, now.season, toComplete[0]?.application.id)
      return one && [await findWaitingEnding(db(), one.application), await listWithdrawals(db(), one.application)]
    } },
    { page: '/console/desk/completions/[proposalId]', what: 'one that waits', ask: async () => [await openProposedCompletion({ actor, proposalId: completion }), await listConsentScans(db(), assistanceId)] },
  ]
}
