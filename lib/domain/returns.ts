import { z } from 'zod'

/** Why a submission goes back: the family reads it and has to know what to correct. */
export const returnReason = z.string().trim().min(4, { error: 'RETURN_REASON' }).max(300, { error: 'RETURN_REASON' })

/** What the other administrator posts; a refusal says why. */
export const returnDecision = z.object({ proposalId: z.uuid(), outcome: z.enum(['approved', 'refused']), note: z.string().trim().max(300) })
