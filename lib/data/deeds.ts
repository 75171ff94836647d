import 'server-only'
import { determine, type Determination, type RefusalCode, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings, listedProperties, type FamilyFindings, type ListedProperty } from '@/lib/domain/facts-from-answers'
import type { HouseholdFinding, PropertyFinding } from '@/lib/domain/findings'
import type { DeedBasis } from '@/lib/domain/journey'
import { propertyView } from '@/lib/domain/privacy'
import { recordNaming, valuesOf, type Application, type Finding } from './applications'
import { keyedDigest } from './cipher'

/** A property of the family as this guardian may see it, with what the rules say of using it. */
export type Deed = {
  /** stands for the certificate in forms; says nothing outside this application */
  reference: string
  view: 'full' | 'exists'
  property: ListedProperty
  determination: Determination
  /** codes of `determine` that close this property, whoever looks; dates and ages close everything and are said elsewhere */
  closedBy: readonly RefusalCode[]
}

const CLOSING: readonly RefusalCode[] = [
  'OWNER_NOT_SIGNED_IN',
  'NOT_FAMILY_PROPERTY',
  'KINSHIP_UNPROVED',
  'NOT_RESIDENTIAL',
  'PROPERTY_OUTSIDE_COUNTY',
  'ADDRESS_UNMATCHED',
  'ADDRESS_AMBIGUOUS',
]

/** What the rules need of an application; null until its record names the guardian. */
export function familyFindings(actor: GuardianActor, application: Application): FamilyFindings | null {
  const record = recordNaming(application, actor.idNumber)
  if (!record) return null
  const { property, contract, grandparentProperty } = valuesOf(application.findings)
  const { materials, properties, matches } = application.established
  const grandparents = application.answers.bound ?? []
  return {
    record,
    household: countedHousehold(application),
    property,
    contract,
    grandparents,
    grandparentProperty: grandparentProperty && ownedBy(grandparents, grandparentProperty),
    materials: materials && { establishmentId: materials.id, ground: materials.value.ground, address: materials.value.address },
    verified: properties.map((one) => one.value),
    matches: matches.map((one) => one.value),
  }
}

function ownedBy(people: readonly { idNumber: string }[], { properties, ...finding }: PropertyFinding): PropertyFinding {
  return { ...finding, properties: properties.filter((property) => property.owners.some((owner) => people.some((one) => one.idNumber === owner.idNumber))) }
}

/** The answer of the register from which the deeds of a basis are listed. */
export function deedFinding({ findings }: Application, basis: DeedBasis): Finding<PropertyFinding> | null {
  return basis === 'TITLE_DEED' ? findings.property : findings.grandparentProperty
}

/**
 * The registrations that count: the registry's, and for a student whom it does not know the one that the county read in
 * the household book. Null while nothing is known.
 */
export function countedHousehold({ findings: { household }, established: { record } }: Application): HouseholdFinding | null {
  const people = household?.outcome === 'found' ? household.value.people : []
  const book = record?.value.household
  const student = record?.value.student
  if (household?.outcome !== 'found' && !(household?.outcome === 'not-found' && book)) return null
  if (!book || !student || people.some((person) => person.idNumber === student.idNumber)) return { schemaVersion: 1, people }
  const asPerson = { ...student, householdNumber: null, address: book.address, headIdNumber: book.headIdNumber, headName: null, registeredOn: null }
  return { schemaVersion: 1, people: [asPerson, ...people] }
}

function deedReference(applicationId: string, certificateNumber: string): string {
  return keyedDigest('deed', `${applicationId}:${certificateNumber}`).slice(0, 22)
}

/** Every property that the registries show for the family, or for the bound grandparents, and that the desk has verified of them; usable ones first. */
export function listDeeds(actor: GuardianActor, application: Application, season: Season, at: number, basis: DeedBasis): Deed[] {
  const findings = familyFindings(actor, application)
  const listed = findings && listedProperties(findings, basis)
  if (!findings || !listed) return []
  const open = basis === 'TITLE_DEED' ? [findings.record.student.idNumber] : findings.grandparents.map((one) => one.idNumber)
  const guardians = application.everNamed
  const people: HouseholdFinding['people'] = findings.household?.people ?? []
  const deeds = listed.map((property): Deed => {
    const determination = determine(factsFromFindings(at, actor.idNumber, findings, { basis, certificateNumber: property.certificateNumber }), season)
    const view = propertyView(property, actor.idNumber, open, guardians, people)
    const closedBy = determination.refusals.map((refusal) => refusal.code).filter((code) => CLOSING.includes(code))
    return {
      reference: deedReference(application.id, property.certificateNumber),
      view,
      property,
      determination,
      // Shown as existing only, it is for that guardian to use, also where the rules would take it as the child's or a grandparent's.
      closedBy: view === 'exists' && closedBy.length === 0 ? ['OWNER_NOT_SIGNED_IN'] : closedBy,
    }
  })
  return deeds.toSorted((a, b) => Number(a.closedBy.length > 0) - Number(b.closedBy.length > 0) || Number(a.view === 'exists') - Number(b.view === 'exists'))
}
