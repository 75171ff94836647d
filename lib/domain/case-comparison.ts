import type { AppealClaim, ClaimOf } from './appeal-claims'
import { compareIdNumbers, compareTexts, unmarked, type Compared, type Piece } from './differences'
import type { HouseholdFinding, KinshipFinding, PropertyFinding, RecordFinding } from './findings'
import { maskIdNumber } from './privacy'
import { RELATION_WORDS, type Relation } from './relation'

/** What is said on a side where nothing is written. `not-asked`: the form does not ask for it, or no register has it. */
export type Unwritten = 'nothing' | 'unnamed' | 'not-asked' | 'unanswered' | 'removed' | 'no-housing'
export type Side = { is: 'written'; pieces: readonly Piece[] } | { is: Unwritten }

export type CaseField = Relation | 'name' | 'id-number' | 'relation' | 'address' | 'living-address' | 'head' | 'housing' | 'use' | 'owners' | 'certificate'
/** `differs`: both sides say something, and not the same; `one-sided`: one of them has what the other lacks; `told`: one side only could say it. */
export type ComparedRow = { field: CaseField; registry: Side; claim: Side; state: 'same' | 'differs' | 'one-sided' | 'told' }
export type CaseGroup = 'student' | 'guardian' | 'grandparent' | 'through' | 'home'
/** `place` counts the guardians from 1; null of a group that there is once. */
export type ComparedGroup = { group: CaseGroup; place: number | null; rows: readonly ComparedRow[] }

type Guardian = { idNumber: string; name: string | null; relation: Relation }
/** What the registers said, with null where they were not asked or did not answer. */
export type Known = {
  record: Pick<RecordFinding, 'student' | 'guardians'> | null
  household: HouseholdFinding | null
  property: PropertyFinding | null
  /** null while the kinship is not proved */
  kinship: KinshipFinding | null
}

export function written(text: string): Side {
  return { is: 'written', pieces: unmarked(text) }
}

/** One line of the comparison; null on a side is that it has nothing. */
export function compareRow(field: CaseField, registry: string | null, claim: string | null, compare: (one: string, other: string) => Compared = compareTexts): ComparedRow {
  if (registry !== null && claim !== null) {
    const { same, one, other } = compare(registry, claim)
    return { field, registry: { is: 'written', pieces: one }, claim: { is: 'written', pieces: other }, state: same ? 'same' : 'differs' }
  }
  const side = (text: string | null): Side => (text === null ? { is: 'nothing' } : written(compare === compareIdNumbers ? maskIdNumber(text) : text))
  return { field, registry: side(registry), claim: side(claim), state: registry === claim ? 'told' : 'one-sided' }
}

function toldByRegistry(field: CaseField, text: string | null, otherwise: Unwritten = 'nothing'): ComparedRow {
  return { field, registry: text === null ? { is: otherwise } : written(text), claim: { is: 'not-asked' }, state: 'told' }
}

/** The registries beside what the family claims, person by person; every kind of appeal has its own lines. */
export function compareClaim(claim: AppealClaim, known: Known): ComparedGroup[] {
  switch (claim.kind) {
    case 'STUDENT_NOT_FOUND':
      return [notFoundStudent(claim, known), ...guardianGroups(known.record?.guardians ?? [], claim.guardians, known)]
    case 'GUARDIAN_MISMATCH':
      return [group('student', [...personRows('name', known.record?.student ?? null, claim.student), registered(claim.student.idNumber, known)]), ...guardianGroups(known.record?.guardians ?? [], claim.guardians, known)]
    case 'SINGLE_PARENT':
      return staying(known, (guardian) => guardian.idNumber !== claim.removed)
    case 'BLENDED_FAMILY':
      return staying(known, (guardian) => guardian.idNumber === claim.kept)
    case 'GRANDPARENT_KINSHIP':
      return kinship(claim, known)
    case 'NO_VALID_MATERIALS':
      return [...staying(known, () => true), group('home', [housing(known), { field: 'living-address', registry: { is: 'not-asked' }, claim: written(claim.address), state: 'told' }])]
  }
}

function group(name: CaseGroup, rows: readonly (ComparedRow | null)[], place: number | null = null): ComparedGroup {
  return { group: name, place, rows: rows.filter((row) => row !== null) }
}

function personRows(field: CaseField, registry: { idNumber: string; name: string | null } | null, claim: { idNumber: string; name: string | null } | null): ComparedRow[] {
  const named = compareRow(field, registry?.name ?? null, claim?.name ?? null)
  // A register that knows the number and no name has not said another one.
  const nameless = registry !== null && registry.name === null
  return [nameless ? { ...named, registry: { is: 'unnamed' }, state: 'told' } : named, compareRow('id-number', registry?.idNumber ?? null, claim?.idNumber ?? null, compareIdNumbers)]
}

function personOf(idNumber: string, { household }: Known): HouseholdFinding['people'][number] | null {
  return household?.people.find((person) => person.idNumber === idNumber) ?? null
}

/** Where the register has somebody, where it was asked; the forms of these appeals do not ask for it. */
function registered(idNumber: string, known: Known): ComparedRow | null {
  return known.household && toldByRegistry('address', personOf(idNumber, known)?.address ?? null)
}

function notFoundStudent({ student, household }: ClaimOf<'STUDENT_NOT_FOUND'>, known: Known): ComparedGroup {
  const person = personOf(student.idNumber, known)
  return group('student', [
    ...personRows('name', known.record?.student ?? null, student),
    compareRow('address', person?.address ?? null, household.address),
    household.headIdNumber === null ? null : compareRow('head', person?.headIdNumber ?? null, household.headIdNumber, compareIdNumbers),
  ])
}

function guardianGroups(registry: readonly Guardian[], claimed: readonly Guardian[], known: Known): ComparedGroup[] {
  return pairs(registry, claimed).map(([recorded, named], index) => {
    const relation = (named ?? recorded)?.relation ?? 'GUARDIAN'
    const changed = recorded && named && recorded.relation !== named.relation
    const address = recorded && named && recorded.idNumber !== named.idNumber ? null : registered((recorded ?? named)?.idNumber ?? '', known)
    return group('guardian', [
      ...personRows(changed ? 'name' : relation, recorded, named),
      changed ? compareRow('relation', RELATION_WORDS[recorded.relation], RELATION_WORDS[named.relation]) : null,
      address,
    ], index + 1)
  })
}

/** Who stands beside whom: the same person first, else who is said to be the same to the child; whoever is left stands alone. */
function pairs(registry: readonly Guardian[], claimed: readonly Guardian[]): [Guardian | null, Guardian | null][] {
  const isSame = (one: Guardian, other: Guardian) => one.idNumber === other.idNumber
  const beside = (named: Guardian) =>
    registry.find((one) => isSame(one, named)) ?? registry.find((one) => one.relation === named.relation && !claimed.some((other) => isSame(one, other))) ?? null
  const paired = claimed.map((named): [Guardian | null, Guardian] => [beside(named), named])
  const alone = registry.filter((one) => !paired.some(([recorded]) => recorded === one))
  return [...paired, ...alone.map((one): [Guardian, null] => [one, null])]
}

/** The guardians of the record, of whom some are to stay. */
function staying(known: Known, stays: (guardian: Guardian) => boolean): ComparedGroup[] {
  const { record } = known
  if (!record) return []
  const { student } = record
  const groups = record.guardians.map((guardian, index) => {
    const [named, numbered] = personRows(guardian.relation, guardian, guardian)
    const leaves: Pick<ComparedRow, 'claim' | 'state'> = { claim: { is: 'removed' }, state: 'one-sided' }
    return group('guardian', [named ? (stays(guardian) ? named : { ...named, ...leaves }) : null, numbered ?? null, registered(guardian.idNumber, known)], index + 1)
  })
  return [group('student', [...personRows('name', student, student), registered(student.idNumber, known)]), ...groups]
}

function kinship({ grandparent, through }: ClaimOf<'GRANDPARENT_KINSHIP'>, { record, kinship: proved }: Known): ComparedGroup[] {
  const guardian = record?.guardians.find((one) => one.idNumber === through) ?? null
  const byRegistry = proved && (record?.guardians.find((one) => proved.through.includes(one.idNumber)) ?? null)
  return [
    ...(record ? [group('student', personRows('name', record.student, record.student))] : []),
    group('grandparent', personRows('name', proved?.grandparent ?? null, grandparent)),
    group('through', personRows(guardian?.relation ?? 'name', byRegistry, guardian)),
  ]
}

/** Housing in the family's name is what closes 「无有效材料」. */
function housing({ property }: Known): ComparedRow {
  if (!property) return { field: 'housing', registry: { is: 'unanswered' }, claim: { is: 'no-housing' }, state: 'told' }
  const [first] = property.properties
  if (!first) return { field: 'housing', registry: { is: 'no-housing' }, claim: { is: 'no-housing' }, state: 'same' }
  return { field: 'housing', registry: written(property.properties.map((one) => `${one.address}（${one.use}）`).join('；')), claim: { is: 'no-housing' }, state: 'differs' }
}
