import type { Facts } from '@/lib/rules'
import type { EstablishedMaterials } from './appeal-claims'
import type { BoundGrandparent, DraftAnswers } from './answers'
import type { ContractFinding, HouseholdFinding, PropertyFinding, RecordFinding } from './findings'

/** Everything about a family that the rules decide on; null where nothing is known. */
export type FamilyFindings = {
  record: Pick<RecordFinding, 'student' | 'guardians'>
  household: HouseholdFinding | null
  property: PropertyFinding | null
  contract: ContractFinding | null
  /** those who were bound, and what is known of their properties */
  grandparents: readonly BoundGrandparent[]
  grandparentProperty: PropertyFinding | null
  /** what the county approved in place of valid materials */
  materials: (Pick<EstablishedMaterials, 'ground' | 'address'> & { establishmentId: string }) | null
}

/**
 * The one bridge from what a family answered and what the registries said to what the rules need, field by field.
 * No names, no phone numbers: the rules decide on facts of the law only.
 * @param at the instant that is judged, milliseconds since 1970
 */
export function factsFromFindings(at: number, signedIn: string, findings: FamilyFindings, choice: Facts['choice']): Facts {
  const registration = (idNumber: string) => {
    const person = findings.household?.people.find((one) => one.idNumber === idNumber)
    // A registration without an address still has a head; an empty address matches nothing.
    return person ? { address: person.address ?? '', headIdNumber: person.headIdNumber } : null
  }
  // Grandparents count for the basis for which they agreed, and for no other.
  const theirs = choice.basis === 'GRANDPARENT_DEED' ? { grandparents: findings.grandparents, properties: findings.grandparentProperty?.properties ?? [] } : { grandparents: [], properties: [] }
  return {
    at: new Date(at).toISOString(),
    signedIn,
    student: { idNumber: findings.record.student.idNumber, household: registration(findings.record.student.idNumber) },
    guardians: findings.record.guardians.map((guardian) => ({
      idNumber: guardian.idNumber,
      relation: guardian.relation,
      household: registration(guardian.idNumber),
    })),
    grandparents: theirs.grandparents.map(({ idNumber, through, proof }) => ({ idNumber, through, proof })),
    properties: withoutRepeats([...(findings.property?.properties ?? []), ...theirs.properties]).map((property) => ({
      certificateNumber: property.certificateNumber,
      county: property.county,
      address: property.address,
      use: property.use,
      owners: property.owners.map((owner) => owner.idNumber),
    })),
    contracts: (findings.contract?.contracts ?? []).map((contract) => ({
      number: contract.contractNumber,
      county: contract.county,
      address: contract.address,
      use: contract.use,
      buyers: contract.buyers.map((buyer) => buyer.idNumber),
    })),
    choice,
  }
}

/** A property of which guardian and grandparent are owners together is found twice. */
function withoutRepeats(properties: PropertyFinding['properties']): PropertyFinding['properties'] {
  return properties.filter((property, index) => properties.findIndex((one) => one.certificateNumber === property.certificateNumber) === index)
}

/** The facts of a draft that has come as far as naming what it rests on; null before that. */
export function factsFromAnswers(at: number, signedIn: string, findings: FamilyFindings, answers: DraftAnswers): Facts | null {
  const choice = choiceFromAnswers(answers, findings)
  return choice && factsFromFindings(at, signedIn, findings, choice)
}

function choiceFromAnswers({ basis, deed, contract, registration, noMaterials, ...answers }: DraftAnswers, { materials }: FamilyFindings): Facts['choice'] | null {
  const preferredSchool = answers.preferredSchool ?? null
  switch (basis) {
    case 'TITLE_DEED':
    case 'GRANDPARENT_DEED':
      return deed ? { basis, certificateNumber: deed.certificateNumber, preferredSchool } : null
    case 'PURCHASE_CONTRACT':
      return contract ? { basis, contractNumber: contract.contractNumber, preferredSchool } : null
    case 'HOUSEHOLD_REGISTRATION':
      return registration ? { basis, of: registration.of, preferredSchool } : null
    case 'NO_VALID_MATERIALS':
      // What was confirmed is one approval; a later one is confirmed anew.
      return noMaterials && materials?.establishmentId === noMaterials.establishmentId ? materialsChoice(materials, preferredSchool) : null
    case undefined:
      return null
  }
}

export function materialsChoice({ ground, address }: Pick<EstablishedMaterials, 'ground' | 'address'>, preferredSchool: string | null = null): Facts['choice'] {
  return { basis: 'NO_VALID_MATERIALS', ground, address, approved: true, preferredSchool }
}
