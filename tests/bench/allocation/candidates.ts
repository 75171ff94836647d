import type { AllocationInput, AllocationSeason } from '@/lib/domain/allocation'
import { seeded } from '../rules/families'

const SCHOOLS = 120
const CATEGORIES = 9

/** A city's schools with some seats too few, each with four neighbours. */
export function aSeason(children: number): AllocationSeason {
  const codes = Array.from({ length: SCHOOLS }, (_, index) => `S${String(index).padStart(3, '0')}`)
  const seats = Math.floor((children / SCHOOLS) * 0.97)
  return {
    county: '360123',
    year: 2023,
    categories: Array.from({ length: CATEGORIES }, (_, index) => ({ category: String(index + 1), label: `第 ${index + 1} 类` })),
    schools: codes.map((code, index) => ({ code, name: `第 ${index + 1} 小学`, capacity: seats + (index % 3) * 40 - 30 })),
    criteria: ['category-row', 'registered-on'],
    overflow: 'neighbours',
    neighbours: Object.fromEntries(codes.map((code, index) => [code, [1, 2, 3, 4].map((step) => codes[(index + step) % SCHOOLS] ?? code)])),
  }
}

/** Invented children of such a city: one family in thirty has twins, or siblings of two categories; a few have no school. */
export function childrenOf(season: AllocationSeason, count: number, seed = 2023): AllocationInput[] {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const idOf = (index: number, kind: string) => `${index.toString(16).padStart(8, '0')}-0000-4000-8000-${kind.padStart(12, '0')}`
  const children: AllocationInput[] = []
  for (let index = 0; index < count; index++) {
    const id = idOf(index, 'a')
    const before = children.at(-1)
    const sibling = before?.family === null && below(30) === 0 ? before : null
    const school = sibling?.school ?? (below(200) === 0 ? null : (season.schools[below(SCHOOLS)]?.code ?? null))
    const rank = sibling && below(2) === 0 ? sibling.rank : below(CATEGORIES)
    if (sibling) children.splice(-1, 1, { ...sibling, family: sibling.id })
    children.push({ id, submission: idOf(index, 'b'), rank, school, criteria: [below(4), below(12)], family: sibling?.id ?? null })
  }
  return children
}
