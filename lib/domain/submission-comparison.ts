import type { Facts } from '@/lib/rules'
import { compareRow, type ComparedGroup, type ComparedRow, type Known } from './case-comparison'
import { compareIdNumbers } from './differences'
import type { ContractFinding } from './findings'
import { maskCertificate } from './privacy'
import type { ShownConfirmation } from './submission'

/** What a frozen submission rests on: what was judged, and what the family had before its eyes. */
export type Frozen = { facts: Facts; shown: ShownConfirmation }
export type KnownOfSubmission = Known & { contract: ContractFinding | null; grandparentProperty: Known['property'] }

/** What was submitted beside what the registries say; where they say something else now, the submission is to be asked about. */
export function compareSubmission({ facts, shown }: Frozen, known: KnownOfSubmission): ComparedGroup[] {
  const { record, household } = known
  const addressOf = (idNumber: string) => household?.people.find((person) => person.idNumber === idNumber)?.address ?? null
  const student: ComparedGroup = {
    group: 'student', place: null,
    rows: [
      compareRow('name', record?.student.name ?? null, shown.student.name),
      compareRow('id-number', record?.student.idNumber ?? null, facts.student.idNumber, compareIdNumbers),
      compareRow('address', addressOf(facts.student.idNumber), facts.student.household?.address ?? null),
    ],
  }
  const guardians = facts.guardians.map((guardian, index): ComparedGroup => {
    const recorded = record?.guardians.find((one) => one.idNumber === guardian.idNumber) ?? null
    return {
      group: 'guardian', place: index + 1,
      rows: [
        compareRow(guardian.relation, recorded ? (recorded.name ?? shown.guardians[index]?.name ?? null) : null, shown.guardians[index]?.name ?? null),
        compareRow('id-number', recorded?.idNumber ?? null, guardian.idNumber, compareIdNumbers),
        compareRow('address', addressOf(guardian.idNumber), guardian.household?.address ?? null),
      ],
    }
  })
  const home = homeOf(facts, known)
  return [student, ...guardians, ...(home ? [home] : [])]
}

type Home = { number: string; address: string; use: string; owners: readonly string[] }

/** Of a registration the address stands with its person already. */
function homeOf({ choice, properties, contracts }: Facts, known: KnownOfSubmission): ComparedGroup | null {
  const named = (people: readonly { name: string | null; idNumber: string }[]) => people.map((person) => person.idNumber)
  if (choice.basis === 'HOUSEHOLD_REGISTRATION' || choice.basis === 'NO_VALID_MATERIALS') return null
  if (choice.basis === 'PURCHASE_CONTRACT') {
    const found = known.contract?.contracts.find((one) => one.contractNumber === choice.contractNumber)
    const frozen = contracts.find((one) => one.number === choice.contractNumber)
    return compareHomes(found ? { number: found.contractNumber, address: found.address, use: found.use, owners: named(found.buyers) } : null, frozen ? { ...frozen, owners: frozen.buyers } : null)
  }
  const finding = choice.basis === 'TITLE_DEED' ? known.property : known.grandparentProperty
  const found = finding?.properties.find((one) => one.certificateNumber === choice.certificateNumber)
  const frozen = properties.find((one) => one.certificateNumber === choice.certificateNumber)
  return compareHomes(found ? { number: found.certificateNumber, address: found.address, use: found.use, owners: named(found.owners) } : null, frozen ? { ...frozen, number: frozen.certificateNumber } : null)
}

function compareHomes(found: Home | null, frozen: Home | null): ComparedGroup {
  return {
    group: 'home', place: null,
    rows: [
      compareRow('certificate', found && maskCertificate(found.number), frozen && maskCertificate(frozen.number)),
      compareRow('address', found?.address ?? null, frozen?.address ?? null),
      compareRow('use', found?.use ?? null, frozen?.use ?? null),
      ...compareOwners(found?.owners ?? [], frozen?.owners ?? []),
    ],
  }
}

/** The same owner on both sides in one line; whoever is new beside whoever is gone. */
function compareOwners(found: readonly string[], frozen: readonly string[]): ComparedRow[] {
  const shared = found.filter((owner) => frozen.includes(owner))
  const [ones, others] = [found, frozen].map((owners) => [...shared, ...owners.filter((owner) => !shared.includes(owner))])
  return Array.from({ length: Math.max(found.length, frozen.length) }, (_, place) => compareRow('owners', ones?.[place] ?? null, others?.[place] ?? null, compareIdNumbers))
}
