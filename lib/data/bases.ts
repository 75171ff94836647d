import 'server-only'
import { BASES, determine, type Basis, type Facts, type RefusalCode, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings, type FamilyFindings } from '@/lib/domain/facts-from-answers'
import type { Application } from './applications'
import { familyFindings, listDeeds, type Deed } from './deeds'
import { listRegistrations, type Registration } from './registrations'

/**
 * How a basis stands for this family: open, closed by a rule (with the code that closes it), or not yet served here,
 * so that the county's desk serves it.
 */
export type BasisState =
  | { basis: 'TITLE_DEED'; state: 'open'; deeds: number; best: Deed | null }
  | { basis: 'PURCHASE_CONTRACT'; state: 'open' }
  | { basis: 'HOUSEHOLD_REGISTRATION'; state: 'open'; student: Registration | null }
  | { basis: Basis; state: 'closed'; because: RefusalCode }
  | { basis: Basis; state: 'at-desk' }

/** All five bases in the notice's order; what the rules close, they close with the same `determine` as everywhere. */
export function listBases(actor: GuardianActor, application: Application, season: Season, at: number): BasisState[] {
  const findings = familyFindings(actor, application)
  if (!findings) return []
  return BASES.map((basis): BasisState => {
    if (basis === 'TITLE_DEED') {
      const deeds = listDeeds(actor, application, season, at)
      return { basis, state: 'open', deeds: deeds.length, best: deeds.find((deed) => deed.closedBy.length === 0) ?? null }
    }
    const because = closedBy(basis, actor, findings, season, at)
    if (because) return { basis, state: 'closed', because }
    if (basis === 'PURCHASE_CONTRACT') return { basis, state: 'open' }
    if (basis !== 'HOUSEHOLD_REGISTRATION') return { basis, state: 'at-desk' }
    const registrations = listRegistrations(actor, application, season, at)
    return { basis, state: 'open', student: registrations.find((one) => one.of === findings.record.student.idNumber) ?? null }
  })
}

/** What would close a basis whatever else the family brought; unknown registers close nothing. */
function closedBy(basis: Basis, actor: GuardianActor, findings: FamilyFindings, season: Season, at: number): RefusalCode | null {
  if (basis === 'HOUSEHOLD_REGISTRATION' && findings.household) {
    return given(actor, findings, season, at, { basis, of: findings.record.student.idNumber }, 'HOUSEHOLD_NOT_URBAN')
  }
  if (basis === 'NO_VALID_MATERIALS' && findings.property) {
    return given(actor, findings, season, at, { basis, ground: 'BUSINESS', address: '', approved: true }, 'FAMILY_OWNS_URBAN_HOUSING')
  }
  return null
}

function given(actor: GuardianActor, findings: FamilyFindings, season: Season, at: number, choice: Facts['choice'], code: RefusalCode): RefusalCode | null {
  const { refusals } = determine(factsFromFindings(at, actor.idNumber, findings, choice), season)
  return refusals.some((refusal) => refusal.code === code) ? code : null
}
