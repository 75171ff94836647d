import 'server-only'
import { determine, type Determination, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings } from '@/lib/domain/facts-from-answers'
import { householdView } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { everyGuardian, type Application } from './applications'
import { keyedDigest } from './cipher'
import { familyFindings } from './deeds'

/** A registered address that a seat may be asked for on: the student's, or a guardian's. */
export type Registration = {
  /** stands for the person in forms; says nothing outside this application */
  reference: string
  of: string
  who: string
  /** null where the reader may not see it: another guardian's household */
  address: string | null
  determination: Determination
}

/** The student's registration first, then the guardians'; people without a registered address are not in the list. */
export function listRegistrations(actor: GuardianActor, application: Application, season: Season, at: number): Registration[] {
  const findings = familyFindings(actor, application)
  if (!findings?.household) return []
  const { student, guardians } = findings.record
  const { people } = findings.household
  const family = [{ idNumber: student.idNumber, who: '学生' }, ...guardians.map((guardian) => ({ idNumber: guardian.idNumber, who: RELATION_WORDS[guardian.relation] }))]
  return family.flatMap(({ idNumber, who }): Registration[] => {
    const person = people.find((one) => one.idNumber === idNumber)
    if (!person?.address) return []
    const choice = { basis: 'HOUSEHOLD_REGISTRATION', of: idNumber } as const
    return [{
      reference: keyedDigest('registration', `${application.id}:${idNumber}`).slice(0, 22),
      of: idNumber,
      who,
      address: householdView(person, actor.idNumber, everyGuardian(application), people) === 'full' ? person.address : null,
      determination: determine(factsFromFindings(at, actor.idNumber, findings, choice), season),
    }]
  })
}
