import 'server-only'
import type { Answer, HouseholdFinding, PropertyFinding, RecordFinding } from '@/lib/domain/findings'
import type { RefreshedRegistry } from '@/lib/domain/answers'
import type { Registries } from './registry'

/** About whom a draft's registers are asked, by ID number. */
export type AskedAbout = { student: string; households: readonly string[]; family: readonly string[]; grandparents: readonly string[] }

/** One question of the journey, asked once more about the same people. */
export function ask(registries: Registries, registry: RefreshedRegistry, about: AskedAbout): Promise<Answer<RecordFinding | HouseholdFinding | PropertyFinding>> {
  switch (registry) {
    case 'record':
      return registries.record.findRecord(about.student)
    case 'household':
      return registries.household.findHouseholds(about.households)
    case 'property':
      return registries.property.findProperties(about.family)
    case 'grandparent-property':
      return registries.property.findProperties(about.grandparents)
  }
}
