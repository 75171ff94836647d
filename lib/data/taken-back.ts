import 'server-only'
import type { EstablishedKinship, EstablishedMaterials } from '@/lib/domain/appeal-claims'
import type { EstablishedMatch, EstablishedProperty, EstablishedWithdrawal, Withdrawable } from '@/lib/domain/desk-entries'
import type { TakenBack } from './appeal-heads'

type Established<Value> = { id: string; at: number; value: Value }
export type EstablishedFacts = {
  properties: readonly Established<EstablishedProperty>[]
  matches: readonly Established<EstablishedMatch>[]
  kinships: readonly Established<EstablishedKinship>[]
  materials: readonly Established<EstablishedMaterials>[]
}

/** What of the county's own word about a family two officers may take back, the newest of each kind first. */
export function factsOf({ properties, matches, kinships, materials }: EstablishedFacts): Withdrawable[] {
  return [
    ...properties.map(({ id, value }) => ({ id, kind: 'property' as const, value })),
    ...matches.map(({ id, value }) => ({ id, kind: 'address-match' as const, value })),
    ...kinships.map(({ id, value }) => ({ id, kind: 'kinship' as const, value })),
    ...materials.map(({ id, value }) => ({ id, kind: 'no-valid-materials' as const, value })),
  ]
}

/** Which of them were, with when. @param appealOf the appeal whose approval made an establishment */
export function takenBackOf(withdrawals: readonly Established<EstablishedWithdrawal>[], facts: EstablishedFacts, appealOf: (establishmentId: string) => string | null): TakenBack[] {
  return factsOf(facts).flatMap((fact) => {
    const withdrawal = withdrawals.find(({ value }) => value.withdraws === fact.id)
    return withdrawal ? [{ id: withdrawal.id, fact, at: withdrawal.at, appealId: appealOf(fact.id) }] : []
  })
}
