import type { GuardianActor } from './actor'

/** What a family has consented to: the query by ID number, later the full privacy agreement, and with an appeal its word. */
export const QUERY_CONSENT_KIND = 'query'
export const AGREEMENT_CONSENT_KIND = 'agreement'

/** 「提交审核」: that claim and papers are true and may be read by the county's reviewers. The version is that of the sentence. */
export const TRUTHFUL_CONSENT = { kind: 'appeal', version: '1' }

/** What is kept of a consent that is given at the desk: which officer witnessed it, and the signed paper. */
export function witnessedBy({ assisted }: GuardianActor): { assistanceId: string | null } {
  return { assistanceId: assisted?.assistanceId ?? null }
}
