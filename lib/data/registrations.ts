import 'server-only'
import { determine, type Determination, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings } from '@/lib/domain/facts-from-answers'
import { householdView } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { Application } from './applications'
import { keyedDigest } from './cipher'
import { familyFindings } from './deeds'

/** A registered address that a seat may be asked for on: the student's, or a guardian's. */
export type Registration = {
  /** stands for the person in forms; says nothing outside this application */
  reference: string
  /** whose registration is used; the student's where the student is among them */
  of: string
  /** everybody of the family who is registered at it: 学生, 父亲 */
  who: readonly string[]
  determination: Determination
} & (
  | { view: 'full'; address: string }
  /** another guardian's household: whoever of it may sign in, 母亲; nobody where only a removed guardian lives there */
  | { view: 'place-only'; signIn: readonly string[] }
)

/** The student's registered address first, then the guardians'; people without one are not in the list. */
export function listRegistrations(actor: GuardianActor, application: Application, season: Season, at: number): Registration[] {
  const findings = familyFindings(actor, application)
  if (!findings?.household) return []
  const { student, guardians } = findings.record
  const { people } = findings.household
  const family = [{ idNumber: student.idNumber, word: '学生' }, ...guardians.map((guardian) => ({ idNumber: guardian.idNumber, word: RELATION_WORDS[guardian.relation] }))]
  const registered = family.flatMap(({ idNumber, word }) => {
    const person = people.find((one) => one.idNumber === idNumber)
    if (!person?.address) return []
    return [{ word, person, address: person.address, view: householdView(person, actor.idNumber, application.everNamed, people) }]
  })
  // One address is one choice, whoever is registered at it; a hidden one is never told to be the same as a visible one.
  const groups = Map.groupBy(registered, ({ view, address }) => `${view}:${address}`)
  return [...groups.values()].flatMap((group): Registration[] => {
    const [first] = group
    if (!first) return []
    const of = first.person.idNumber
    const shared = {
      reference: keyedDigest('registration', `${application.id}:${of}`).slice(0, 22),
      of,
      who: group.map(({ word }) => word),
      determination: determine(factsFromFindings(at, actor.idNumber, findings, { basis: 'HOUSEHOLD_REGISTRATION', of }), season),
    }
    if (first.view === 'full') return [{ ...shared, view: 'full', address: first.address }]
    const owners = guardians.filter((guardian) => people.some((one) => one.idNumber === guardian.idNumber && one.householdNumber === first.person.householdNumber))
    return [{ ...shared, view: 'place-only', signIn: owners.map((guardian) => RELATION_WORDS[guardian.relation]) }]
  })
}
