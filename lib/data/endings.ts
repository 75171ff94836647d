import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import { endingContent } from '@/lib/domain/completion'
import { DESK_KINDS } from '@/lib/domain/desk-entries'
import type { ProposalHead } from '@/lib/domain/proposals'
import { applicationColumns, ownedBy, toApplication, type Application } from './applications'
import { db, type Db } from './db'
import { readContent } from './json'
import { listWaitingProposals, readProposal } from './proposals'
import { staffNames } from './staff'

const KIND = 'ending'

/** That a registration which the close left open ends without a place: by whom it is proposed, and why. */
export type WaitingEnding = { proposal: ProposalHead; by: string; reason: string }

/** The one that waits for the second officer; of one registration one at a time. */
export async function findWaitingEnding(on: Db, { id, county, key }: Pick<Application, 'id' | 'county' | 'key'>): Promise<WaitingEnding | null> {
  const [proposal] = await listWaitingProposals(on, { county }, { kinds: [KIND], applicationId: id }, 1)
  if (!proposal) return null
  const names = await staffNames(on, [proposal.proposedById])
  return { proposal, by: names.get(proposal.proposedById) ?? '', reason: (await readProposal(on, proposal, key, endingContent)).reason }
}

/** Whether something that the desk entered for this registration waits for its second officer: it may be what it can be completed on. */
export async function isEntryWaiting(on: Db, { id, county }: Pick<Application, 'id' | 'county'>): Promise<boolean> {
  return (await listWaitingProposals(on, { county }, { kinds: DESK_KINDS, applicationId: id }, 1)).length > 0
}

/** This guardian's registrations that the county has ended, each with the reason in the county's words. */
export async function listEnded(actor: GuardianActor): Promise<{ application: Application; reason: string }[]> {
  const rows = await db().proposal.findMany({
    where: { kind: KIND, status: 'approved', application: { ...ownedBy(actor), status: 'withdrawn' } },
    select: { contentCipher: true, application: { select: applicationColumns } },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap(({ contentCipher, application: row }) => {
    const application = toApplication(row)
    return application ? [{ application, reason: readContent(application.key, 'proposal', contentCipher, endingContent).reason }] : []
  })
}
