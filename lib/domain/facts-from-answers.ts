import type { Facts } from '@/lib/rules'
import type { EstablishedMaterials } from './appeal-claims'
import type { BoundGrandparent, DraftAnswers } from './answers'
import { rowByDesk, type EstablishedMatch, type EstablishedProperty, type MatchUse } from './desk-entries'
import type { ContractFinding, HouseholdFinding, PropertyFinding, RecordFinding } from './findings'
import type { DeedBasis } from './journey'
import { writtenNumber } from './written-number'

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
  /** what the county's desk has verified offline, newest first */
  verified: readonly EstablishedProperty[]
  matches: readonly EstablishedMatch[]
}

type Property = PropertyFinding['properties'][number]

/** A property as the rules and the pages see it, and whose word it is. */
export type ListedProperty = Property & { source: 'registry' | 'desk' }

/**
 * The properties from which a deed of this basis is chosen: what the register shows of these people, and what the desk has
 * verified of them, which stands in place of what the register has under the same number. Null while neither
 * says anything: an empty list is an answer.
 */
export function listedProperties({ record, property, grandparents, grandparentProperty, verified }: FamilyFindings, basis: DeedBasis): ListedProperty[] | null {
  const registered = basis === 'TITLE_DEED' ? property : grandparentProperty
  const people = basis === 'TITLE_DEED' ? [record.student, ...record.guardians] : grandparents
  const ofThem = newestOf(verified).filter((one) => one.owners.some((owner) => people.some((person) => person.idNumber === owner.idNumber)))
  if (!registered && ofThem.length === 0) return null
  const isVerified = (one: Property) => verified.some((other) => isSameDeed(one, other))
  return [
    ...ofThem.map(({ certificateNumber, county, address, use, owners }): ListedProperty => ({ certificateNumber, county, address, use, owners, registeredOn: null, source: 'desk' })),
    ...(registered?.properties ?? []).filter((one) => !isVerified(one)).map((one): ListedProperty => ({ ...one, source: 'registry' })),
  ]
}

type Numbered = { certificateNumber: string }

export function isSameDeed(one: Numbered, other: Numbered): boolean {
  return writtenNumber(one.certificateNumber) === writtenNumber(other.certificateNumber)
}

/** Of a property that was verified twice the later word counts; of one that guardian and grandparent own together, one. */
function newestOf<Property extends Numbered>(properties: readonly Property[]): Property[] {
  return properties.filter((property, index) => properties.findIndex((one) => isSameDeed(one, property)) === index)
}

/**
 * The one bridge from what a family answered and what the registries said to what the rules need, field by field.
 * No names, no phone numbers: the rules decide on facts of the law only.
 * @param at the instant that is judged, milliseconds since 1970
 */
export function factsFromFindings(at: number, signedIn: string, findings: FamilyFindings, choice: Facts['choice']): Facts {
  const { matches } = findings
  const registration = (idNumber: string) => {
    const person = findings.household?.people.find((one) => one.idNumber === idNumber)
    // A registration without an address still has a head; an empty address matches nothing.
    return person ? { address: person.address ?? '', headIdNumber: person.headIdNumber, ...byDesk(matches, 'household', person.address ?? '') } : null
  }
  // Grandparents count for the basis for which they agreed, and for no other.
  const isTheirs = choice.basis === 'GRANDPARENT_DEED'
  const properties = newestOf([...(listedProperties(findings, 'TITLE_DEED') ?? []), ...((isTheirs && listedProperties(findings, 'GRANDPARENT_DEED')) || [])])
  return {
    at: new Date(at).toISOString(),
    signedIn,
    student: { idNumber: findings.record.student.idNumber, household: registration(findings.record.student.idNumber) },
    guardians: findings.record.guardians.map((guardian) => ({
      idNumber: guardian.idNumber,
      relation: guardian.relation,
      household: registration(guardian.idNumber),
    })),
    grandparents: (isTheirs ? findings.grandparents : []).map(({ idNumber, through, proof }) => ({ idNumber, through, proof })),
    properties: properties.map((property) => ({
      certificateNumber: property.certificateNumber,
      county: property.county,
      address: property.address,
      use: property.use,
      owners: property.owners.map((owner) => owner.idNumber),
      ...byDesk(matches, 'property', property.address),
    })),
    contracts: (findings.contract?.contracts ?? []).map((contract) => ({
      number: contract.contractNumber,
      county: contract.county,
      address: contract.address,
      use: contract.use,
      buyers: contract.buyers.map((buyer) => buyer.idNumber),
      ...byDesk(matches, 'contract', contract.address),
    })),
    choice: choice.basis === 'NO_VALID_MATERIALS' ? { ...choice, ...byDesk(matches, 'residence', choice.address) } : choice,
  }
}

function byDesk(matches: FamilyFindings['matches'], use: MatchUse, address: string): { matchedRow?: string } {
  const matchedRow = rowByDesk(matches, use, address)
  return matchedRow === null ? {} : { matchedRow }
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
