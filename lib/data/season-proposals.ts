import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { CountyProposal } from '@/lib/domain/county-proposals'
import { extendWindowContent } from '@/lib/domain/county-proposals'
import { instantOf } from '@/lib/rules'
import { findCountyProposal, listCountyProposals } from './county-proposals'
import { db } from './db'
import { findSeasonDraft, type SeasonDraft } from './season-drafts'
import { staffNames } from './staff'

const KINDS = ['publish-season', 'extend-window'] as const
export type SeasonProposal = Omit<CountyProposal, 'kind'> & { kind: (typeof KINDS)[number]; proposedBy: string; decidedBy: string | null }

/** What is to be changed: a draft, or the close, in milliseconds. */
export type ProposalSubject = { kind: 'publish-season'; draft: SeasonDraft } | { kind: 'extend-window'; from: number; closesAt: number; reason: string }

/** What the county has proposed about its seasons, the newest first. */
export async function listSeasonProposals(actor: Pick<StaffActor, 'county'>, only: { kinds?: readonly SeasonProposal['kind'][]; waiting?: true; year?: number; subjectId?: string } = {}): Promise<SeasonProposal[]> {
  return named(await listCountyProposals(db(), actor, { kinds: KINDS, ...only }))
}

/** One of them with what it is about; another county's is not there at all. */
export async function findSeasonProposal(actor: Pick<StaffActor, 'county'>, id: string): Promise<{ proposal: SeasonProposal; subject: ProposalSubject } | null> {
  const found = await findCountyProposal(db(), actor, id)
  const [proposal] = found ? await named([found]) : []
  const subject = proposal && (await subjectOf(actor, proposal))
  return proposal && subject ? { proposal, subject } : null
}

async function subjectOf(actor: Pick<StaffActor, 'county'>, { kind, subjectId, content }: SeasonProposal): Promise<ProposalSubject | null> {
  if (kind === 'publish-season') {
    const draft = subjectId ? await findSeasonDraft(db(), actor, subjectId) : null
    return draft && { kind, draft }
  }
  const { from, closesAt, reason } = extendWindowContent.parse(content)
  return { kind, from, closesAt: instantOf(closesAt) ?? from, reason }
}

async function named(proposals: readonly CountyProposal[]): Promise<SeasonProposal[]> {
  const names = await staffNames(db(), proposals.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]))
  return proposals.flatMap((one) => {
    const kind = KINDS.find((word) => word === one.kind)
    return kind ? [{ ...one, kind, proposedBy: names.get(one.proposedById) ?? '', decidedBy: one.decidedById && (names.get(one.decidedById) ?? '') }] : []
  })
}
