import type { Ground } from '@/lib/rules'

/** Who each of the three grounds is for, in the notice's order; what to bring is the season's table. */
export const GROUNDS_EXPLAINED = [
  { ground: 'BUSINESS', text: '监护人在城区开店、办企业' },
  { ground: 'EMPLOYMENT', text: '监护人在城区的单位上班' },
  { ground: 'RESIDENCE_PERMIT', text: '监护人持有本地居住证' },
] as const satisfies readonly { ground: Ground; text: string }[]
