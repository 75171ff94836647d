/** What a family has consented to: the query by ID number, and later the full privacy agreement. */
export const QUERY_CONSENT_KIND = 'query'
export const AGREEMENT_CONSENT_KIND = 'agreement'
