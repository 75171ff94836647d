import type { Outcome } from '@/components/ui/choice'
import { splitLabel } from '@/lib/copy/bases'
import { PLACED_BY_HAND } from '@/lib/copy/placement'
import type { Offer } from '@/lib/data/bases'
import type { PublishedSeason } from '@/lib/data/seasons'

/** The one school to phone first; none while a school of several must be chosen. */
export function firstSchool(determination: Offer['determination'] | undefined): string | undefined {
  return determination?.placement.status === 'matched' ? determination.placement.schools[0] : undefined
}

/** What would come of a choice: 生源类别 and 预分配学校, as the rules worked them out. */
export function outcomeOf({ category, placement }: Offer['determination'], season: PublishedSeason['season']): Outcome {
  const school = placement.status === 'matched' ? season.schools.find((one) => one.code === placement.schools[0])?.name : undefined
  const later = placement.status === 'choice-required' ? '自选志愿学校' : PLACED_BY_HAND
  return { category: category ? splitLabel(category.label) : { value: '提交前判定', later: true }, school: school ? { value: school } : { value: later, later: true } }
}
