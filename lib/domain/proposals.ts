import { z } from 'zod'

/**
 * What one officer proposes and another one decides: one shape a kind, kept under the application's key. What
 * the desk enters is a draft first, while its papers are scanned.
 *  - property: an offline-verified property of the family;
 *  - address-match: the catchment row of an address, where the machine's match is missing or wrong;
 *  - identity: student and guardians as papers prove them;
 *  - completion: a registration that an appeal left open at the season's close;
 *  - ending: such a registration ends without a place, because there is nothing on which it could be completed;
 *  - return-submission: a submission goes back for correction, for a reason that the family reads;
 *  - remove-guardian: a guardianship that the county established ends;
 *  - withdrawal: something else that the county established, wrongly, counts no longer;
 *  - override-allocation: a school by hand, beside the allocation's run;
 *  - answer-objection: what the county answers to a family that objects to its result.
 */
const PROPOSAL_KINDS = ['property', 'address-match', 'identity', 'completion', 'ending', 'return-submission', 'remove-guardian', 'withdrawal', 'override-allocation', 'answer-objection'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]
export const proposalKind = z.enum(PROPOSAL_KINDS)

export type ProposalHead = { id: string; county: string; year: number; kind: ProposalKind; applicationId: string; proposedById: string; proposedAt: number; status: 'draft' | 'waiting' | 'approved' | 'refused' | 'withdrawn' }

/** `return-submission`: which submission goes back, and why in the words that the family will read. */
export const returnSubmissionContent = z.object({ schemaVersion: z.literal(1), submissionId: z.uuid(), reason: z.string() })
export type ReturnSubmissionContent = z.infer<typeof returnSubmissionContent>

/** A school by hand for one family: proposed as such, or as the answer to its objection. Of one family one of them waits. */
export const BY_HAND_KINDS = ['override-allocation', 'answer-objection'] as const satisfies readonly ProposalKind[]
export function isByHand(kind: ProposalKind): kind is (typeof BY_HAND_KINDS)[number] {
  return BY_HAND_KINDS.some((one) => one === kind)
}
