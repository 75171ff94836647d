import { z } from 'zod'
import { withoutIdNumbers } from './privacy'

/**
 * What one administrator proposes for the whole county and another one decides. Holds nothing of any family:
 *  - publish-season: a draft, at the revision that was laid before the second one;
 *  - extend-window: a later close, after an outage;
 *  - publish-allocation: a run, which the families then are told.
 */
const COUNTY_PROPOSAL_KINDS = ['publish-season', 'extend-window', 'publish-allocation'] as const
export type CountyProposalKind = (typeof COUNTY_PROPOSAL_KINDS)[number]
export const countyProposalKind = z.enum(COUNTY_PROPOSAL_KINDS)

export type CountyProposal = {
  id: string
  county: string
  year: number
  kind: CountyProposalKind
  /** the draft or the run; null of an extension */
  subjectId: string | null
  status: 'waiting' | 'approved' | 'refused' | 'withdrawn'
  proposedById: string
  /** milliseconds of the season's clock */
  proposedAt: number
  decidedById: string | null
  decidedAt: number | null
  note: string | null
  /** by its kind's schema below */
  content: unknown
}

/** `overClose`: the published close, milliseconds, that the proposer has said is to be brought forward; null where it is not. */
export const publishSeasonContent = z.object({ schemaVersion: z.literal(1), revision: z.int(), filesHash: z.string(), overClose: z.number().nullable() })
export type PublishSeasonContent = z.infer<typeof publishSeasonContent>

/** `from` is the close that stood then, milliseconds; the later one as season.json writes it, with its time zone; why, in the words that families read. */
export const extendWindowContent = z.object({ schemaVersion: z.literal(1), from: z.number(), closesAt: z.string(), reason: z.string() })

export const publishAllocationContent = z.object({ schemaVersion: z.literal(1), decisionsHash: z.string() })

/** What the other administrator posts; a refusal says why. */
export const countyDecision = z.object({ proposalId: z.uuid(), outcome: z.enum(['approved', 'refused']), note: z.string().trim().max(300).transform(withoutIdNumbers) })
export const countyProposalPress = z.object({ proposalId: z.uuid() })
/** 「提请发布」: the revision that was on the page, and the published close that is to be brought forward, where that was ticked. */
export const publicationPress = z.object({ draftId: z.uuid(), revision: z.coerce.number().int(), overClose: z.coerce.number().nullable().default(null) })
