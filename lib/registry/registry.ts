import 'server-only'
import type { Answer, ContractFinding, HouseholdFinding, KinshipFinding, PropertyFinding, RecordFinding } from '@/lib/domain/findings'

/**
 * The departments' registers, as the rest of the product sees them. What cannot be learnt is `unavailable`,
 * within three seconds, and never an exception. (The snapshots stand in the application's own database: without it there
 * is no application that could ask.) ID numbers are normalised: 18 characters, `X` in upper case.
 */
export type RecordRegistry = {
  /** The child's record. Not found: the register has no such child. Found without guardians: it names none. */
  findRecord(studentIdNumber: string): Promise<Answer<RecordFinding>>
}

export type HouseholdRegistry = {
  /** Registrations of those asked about, in the order asked; not found when the register knows none of them. */
  findHouseholds(idNumbers: readonly string[]): Promise<Answer<HouseholdFinding>>
}

export type PropertyRegistry = {
  /** Every property of which one of these people is an owner; none is found with an empty list. */
  findProperties(ownerIdNumbers: readonly string[]): Promise<Answer<PropertyFinding>>
}

export type ContractRegistry = {
  findContract(contractNumber: string): Promise<Answer<ContractFinding>>
}

export type KinshipRegistry = {
  /**
   * Of which of these guardians the named person is a parent. Not found when there is no such person, when the
   * name is another's, or when the record shows no kinship: the three must not be told apart by somebody who guesses.
   */
  findKinship(grandparent: { idNumber: string; name: string }, guardianIdNumbers: readonly string[]): Promise<Answer<KinshipFinding>>
}

export type Registries = {
  readonly record: RecordRegistry
  readonly household: HouseholdRegistry
  readonly property: PropertyRegistry
  readonly contract: ContractRegistry
  readonly kinship: KinshipRegistry
}
