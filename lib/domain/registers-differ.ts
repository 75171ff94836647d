import { searchable } from './listing'
import type { ContractFinding, HouseholdFinding, KinshipFinding, PropertyFinding, RecordFinding } from './findings'

type Person = { idNumber: string; name: string | null }

/** What each register said of a family, where it said something. */
export type RegisterAnswers = {
  record: RecordFinding | null
  household: HouseholdFinding | null
  property: PropertyFinding | null
  grandparentProperty: PropertyFinding | null
  contract: ContractFinding | null
  kinship: KinshipFinding | null
}

/** Names are written with one dot or another between their parts, and by some registers with none. */
function spelled(name: string): string {
  return searchable(name).replace(/[·•・‧.]/g, '')
}

function peopleNamed({ record, household, property, grandparentProperty, contract, kinship }: RegisterAnswers): Person[] {
  return [
    ...(record ? [record.student, ...record.guardians] : []),
    ...(household?.people ?? []),
    ...(household?.people.flatMap((one) => (one.headIdNumber ? [{ idNumber: one.headIdNumber, name: one.headName }] : [])) ?? []),
    ...[property, grandparentProperty].flatMap((finding) => finding?.properties.flatMap((one) => one.owners) ?? []),
    ...(contract?.contracts.flatMap((one) => one.buyers) ?? []),
    ...(kinship ? [kinship.grandparent] : []),
  ]
}

/**
 * Whether two registers call the holder of one ID number by different names: one of them speaks of somebody else. A
 * register that knows only the number contradicts nobody.
 */
export function registersDiffer(answers: RegisterAnswers): boolean {
  const names = new Map<string, string>()
  for (const { idNumber, name } of peopleNamed(answers)) {
    if (!name) continue
    const known = names.get(idNumber)
    if (known !== undefined && known !== spelled(name)) return true
    names.set(idNumber, spelled(name))
  }
  return false
}
