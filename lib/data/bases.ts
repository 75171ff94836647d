import 'server-only'
import { BASES, determine, type Basis, type Determination, type Facts, type RefusalCode, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings, materialsChoice, type FamilyFindings } from '@/lib/domain/facts-from-answers'
import type { DeedBasis } from '@/lib/domain/journey'
import type { Application } from './applications'
import { findFamilyContract } from './contracts'
import { familyFindings, listDeeds } from './deeds'
import { listRegistrations } from './registrations'

/** What a basis would rest on if it were chosen now, and what the rules say of that. */
export type Offer = {
  address: string
  /** of a registration: who is registered there */
  who: readonly string[]
  determination: Determination
}

/** How a basis stands for this family. */
export type BasisState = { basis: Basis } & (
  /** `offer` is null while nothing can be said yet; `count`: how many addresses there are to choose from, null when not known */
  | { state: 'open'; offer: Offer | null; count: number | null }
  /** by a rule, with the code that closes it */
  | { state: 'closed'; because: RefusalCode }
  /** its result hangs on a register that has not answered: unknown is not 「no」 */
  | { state: 'unanswered' }
)

type Family = { actor: GuardianActor; application: Application; findings: FamilyFindings; season: Season; at: number }

/** All five bases in the notice's order, side by side; what the rules say, they say by the same `determine` as everywhere. */
export function listBases(actor: GuardianActor, application: Application, season: Season, at: number): BasisState[] {
  const findings = familyFindings(actor, application)
  if (!findings) return []
  const family = { actor, application, findings, season, at }
  return BASES.map((basis): BasisState => {
    const because = closedBy(basis, family)
    if (because) return { basis, state: 'closed', because }
    // The list of deeds says itself that the register is down; of the others the category may hang on what the family owns.
    if (basis !== 'TITLE_DEED' && !findings.property) return { basis, state: 'unanswered' }
    return { basis, state: 'open', ...OFFERS[basis](family) }
  })
}

type Offered = { offer: Offer | null; count: number | null }

/** The property that was chosen, else the first that may be used. */
function bestDeed({ actor, application, season, at }: Family, basis: DeedBasis): { best: Offer | null; deeds: number } {
  const deeds = listDeeds(actor, application, season, at, basis)
  const usable = deeds.filter((deed) => deed.closedBy.length === 0)
  const best = usable.find((deed) => deed.property.certificateNumber === application.answers.deed?.certificateNumber) ?? usable[0]
  return { best: best ? { address: best.property.address, who: [], determination: best.determination } : null, deeds: deeds.length }
}

const OFFERS: Record<Basis, (family: Family) => Offered> = {
  TITLE_DEED: (family) => {
    const { best, deeds } = bestDeed(family, 'TITLE_DEED')
    return { offer: best, count: family.findings.property && deeds }
  },
  // Nothing is known before a grandparent was bound.
  GRANDPARENT_DEED: (family) => {
    const { best, deeds } = bestDeed(family, 'GRANDPARENT_DEED')
    return { offer: best, count: family.findings.grandparentProperty && deeds }
  },
  // Of a contract that was not asked for nothing is said; one that was found before still counts.
  PURCHASE_CONTRACT: ({ actor, application, season, at }) => {
    const known = findFamilyContract(actor, application, season, at)
    return { offer: known?.closedBy.length === 0 ? { address: known.contract.address, who: [], determination: known.determination } : null, count: null }
  },
  HOUSEHOLD_REGISTRATION: ({ actor, application, season, at }) => {
    const usable = listRegistrations(actor, application, season, at).filter((one) => one.view === 'full')
    const best = usable.find((one) => one.determination.placement.status !== 'by-hand') ?? usable[0]
    return { offer: best ? { address: best.address, who: best.who, determination: best.determination } : null, count: usable.length }
  },
  NO_VALID_MATERIALS: ({ actor, findings, season, at }) => {
    const { materials } = findings
    if (!materials) return { offer: null, count: null }
    return { offer: { address: materials.address, who: [], determination: determine(factsFromFindings(at, actor.idNumber, findings, materialsChoice(materials)), season) }, count: 1 }
  },
}

/** What would close a basis whatever else the family brought; unknown registers close nothing. */
function closedBy(basis: Basis, family: Family): RefusalCode | null {
  const { findings, application } = family
  const asked = application.findings.household
  // Registered nowhere here is an answer too.
  if (basis === 'HOUSEHOLD_REGISTRATION' && asked && asked.outcome !== 'unavailable') {
    return given(family, { basis, of: findings.record.student.idNumber }, 'HOUSEHOLD_NOT_URBAN')
  }
  if (basis === 'NO_VALID_MATERIALS' && findings.property) {
    return given(family, materialsChoice({ ground: 'BUSINESS', address: '' }), 'FAMILY_OWNS_URBAN_HOUSING')
  }
  return null
}

function given({ actor, findings, season, at }: Family, choice: Facts['choice'], code: RefusalCode): RefusalCode | null {
  const { refusals } = determine(factsFromFindings(at, actor.idNumber, findings, choice), season)
  return refusals.some((refusal) => refusal.code === code) ? code : null
}
