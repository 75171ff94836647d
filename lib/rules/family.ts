import type { Facts, Household } from './facts'
import { includesIdNumber, registryNumber, sameIdNumber, useWord } from './text'
import type { Season } from './season'

export type Property = Facts['properties'][number]
export type Contract = Facts['contracts'][number]

/** The deed or contract that the basis names; undefined when the registries show none of that number, null when the basis needs none. */
export function holdingOfBasis(facts: Facts): Property | Contract | undefined | null {
  const { choice } = facts
  switch (choice.basis) {
    case 'TITLE_DEED':
    case 'GRANDPARENT_DEED': {
      const wanted = registryNumber(choice.certificateNumber)
      return facts.properties.find((property) => registryNumber(property.certificateNumber) === wanted)
    }
    case 'PURCHASE_CONTRACT': {
      const wanted = registryNumber(choice.contractNumber)
      return facts.contracts.find((contract) => registryNumber(contract.number) === wanted)
    }
    default:
      return null
  }
}

/** The household whose registered address is used. */
export function householdUsed(facts: Facts, of: string): Household | null {
  if (sameIdNumber(of, facts.student.idNumber)) return facts.student.household ?? null
  return facts.guardians.find((guardian) => sameIdNumber(guardian.idNumber, of))?.household ?? null
}

export function isGuardian(facts: Facts, idNumber: string): boolean {
  for (const guardian of facts.guardians) if (sameIdNumber(guardian.idNumber, idNumber)) return true
  return false
}

/** Whether a guardian or the student is among the owners. */
export function isOwnedByFamily(facts: Facts, owners: readonly string[]): boolean {
  return owners.some((owner) => sameIdNumber(owner, facts.student.idNumber) || isGuardian(facts, owner))
}

export function isResidential(season: Season, use: string): boolean {
  const { residentialUses } = season.settings
  return residentialUses.includes(use) || residentialUses.includes(useWord(use))
}

/** Residential properties of this county that a guardian or the student owns: what R-21 looks at, and what a registration is held against. */
export function familyHomes(facts: Facts, season: Season): Property[] {
  return facts.properties.filter(
    (property) => property.county === season.settings.county && isResidential(season, property.use) && isOwnedByFamily(facts, property.owners),
  )
}

/** A grandparent with a proof, through a guardian who is listed here. */
export function isProved(facts: Facts, grandparent: Facts['grandparents'][number]): boolean {
  return grandparent.proof != null && grandparent.through != null && isGuardian(facts, grandparent.through)
}

/** Who heads the student's household; the student, a stranger and nobody are `other`. */
export function householdHead(facts: Facts): 'guardian' | 'grandparent' | 'other' {
  const head = facts.student.household?.headIdNumber
  if (head == null) return 'other'
  if (isGuardian(facts, head)) return 'guardian'
  return facts.grandparents.some((one) => sameIdNumber(one.idNumber, head) && isProved(facts, one)) ? 'grandparent' : 'other'
}

export function grandparentsOwning(facts: Facts, owners: readonly string[]): Facts['grandparents'] {
  return facts.grandparents.filter((grandparent) => includesIdNumber(owners, grandparent.idNumber))
}
