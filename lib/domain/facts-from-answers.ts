import type { Facts } from '@/lib/rules'
import type { DraftAnswers } from './answers'
import type { ContractFinding, HouseholdFinding, PropertyFinding, RecordFinding } from './findings'

export type FamilyFindings = { record: Pick<RecordFinding, 'student' | 'guardians'>; household: HouseholdFinding | null; property: PropertyFinding | null; contract: ContractFinding | null }

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
  return {
    at: new Date(at).toISOString(),
    signedIn,
    student: { idNumber: findings.record.student.idNumber, household: registration(findings.record.student.idNumber) },
    guardians: findings.record.guardians.map((guardian) => ({
      idNumber: guardian.idNumber,
      relation: guardian.relation,
      household: registration(guardian.idNumber),
    })),
    grandparents: [],
    properties: (findings.property?.properties ?? []).map((property) => ({
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

/** The facts of a draft that has come as far as naming what it rests on; null before that. */
export function factsFromAnswers(at: number, signedIn: string, findings: FamilyFindings, answers: DraftAnswers): Facts | null {
  const choice = choiceFromAnswers(answers)
  return choice && factsFromFindings(at, signedIn, findings, choice)
}

function choiceFromAnswers({ basis, deed, contract, registration, ...answers }: DraftAnswers): Facts['choice'] | null {
  const preferredSchool = answers.preferredSchool ?? null
  if (basis === 'TITLE_DEED' && deed) return deedChoice(deed.certificateNumber, preferredSchool)
  if (basis === 'PURCHASE_CONTRACT' && contract) return { basis, contractNumber: contract.contractNumber, preferredSchool }
  if (basis === 'HOUSEHOLD_REGISTRATION' && registration) return { basis, of: registration.of, preferredSchool }
  return null
}

export function deedChoice(certificateNumber: string, preferredSchool: string | null = null): Facts['choice'] {
  return { basis: 'TITLE_DEED', certificateNumber, preferredSchool }
}
