import type { Ground } from '@/lib/rules'

/** The three grounds of 「无有效材料」. */
export const GROUND_NAMES = { BUSINESS: '经商', EMPLOYMENT: '务工', RESIDENCE_PERMIT: '居住证' } as const satisfies Record<Ground, string>
