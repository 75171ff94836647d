import 'server-only'
import { determine, type Determination, type Facts } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { rowByDesk, type MatchUse, type Verified } from '@/lib/domain/desk-entries'
import { factsFromAnswers, listedProperties, type FamilyFindings } from '@/lib/domain/facts-from-answers'
import { householdView, maskCertificate, maskIdNumber, maskName } from '@/lib/domain/privacy'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { ShownConfirmation } from '@/lib/domain/submission'
import { isInCatchment } from './address-matches'
import type { Application } from './applications'
import { keyedDigest } from './cipher'
import { familyFindings } from './deeds'
import type { PublishedSeason } from './seasons'

export type Confirmation = {
  facts: Facts
  determination: Determination
  shown: ShownConfirmation
  fingerprint: string
  /** what may be chosen in a choice zone, before and after the choice; empty elsewhere */
  zoneSchools: readonly string[]
}

/**
 * Works out what the confirmation page says: the same `determine` as everywhere else, and the words beside it, already
 * masked for this reader. Null while the answers do not reach that far.
 * @param at the season's clock, milliseconds
 */
export function prepareConfirmation(actor: GuardianActor, application: Application, published: PublishedSeason, at: number): Confirmation | null {
  const findings = familyFindings(actor, application)
  if (!findings) return null
  const facts = factsFromAnswers(at, actor.idNumber, findings, application.answers)
  const home = facts && homeOf(actor, findings, facts)
  if (!facts || !home) return null
  const { season } = published
  const determination = determine(facts, season)

  const { student, guardians } = findings.record
  const people = findings.household?.people ?? []
  const registration = people.find((person) => person.idNumber === student.idNumber)
  const visible = registration && householdView(registration, actor.idNumber, application.everNamed, people) === 'full'
  const shown: ShownConfirmation = {
    student: { name: student.name, idNumber: maskIdNumber(student.idNumber) },
    submittedBy: { name: actor.name, relation: relationOf(actor.idNumber, guardians) },
    guardians: guardians.map((guardian) => ({
      name: guardian.idNumber === actor.idNumber ? actor.name : (guardian.name ?? maskName(null)),
      relation: RELATION_WORDS[guardian.relation],
    })),
    studentHousehold: {
      address: visible ? registration.address : null,
      place: isInCatchment(application, registration?.address ?? null, season) ? '在本县招生范围内' : '不在本县招生范围内',
    },
    basis: facts.choice.basis,
    property: home,
    category: { row: determination.category?.row ?? '', label: determination.category?.label ?? '' },
    schools: determination.placement.schools.map((code) => ({ code, name: season.schools.find((school) => school.code === code)?.name ?? code })),
    zone: determination.placement.zone,
  }
  const { placement } = determination
  const zoneSchools = placement.choiceRequired ? (season.catchmentRows.find((row) => row.row === placement.row)?.schools ?? []) : []
  return { facts, determination, shown, zoneSchools, fingerprint: fingerprint(actor, facts, determination, published.versionId) }
}

/** What the seat is asked for on, in words and masked; null while the finding that it rests on is not there. */
function homeOf(actor: GuardianActor, findings: FamilyFindings, { choice }: Facts): ShownConfirmation['property'] | null {
  const { student, guardians } = findings.record
  const guardianIds = guardians.map((guardian) => guardian.idNumber)
  const matched = (use: MatchUse, address: string): Verified[] => (rowByDesk(findings.matches, use, address) === null ? [] : ['address'])
  const names = (people: readonly { idNumber: string; name: string | null }[]) => people.map((person) => ownerName(person, actor, student, guardianIds))
  if (choice.basis === 'TITLE_DEED' || choice.basis === 'GRANDPARENT_DEED') {
    const property = listedProperties(findings, choice.basis)?.find((one) => one.certificateNumber === choice.certificateNumber)
    if (!property) return null
    const verified = [...(property.source === 'desk' ? ['property' as const] : []), ...matched('property', property.address)]
    return { kind: '不动产权证', address: property.address, owners: names(property.owners), number: maskCertificate(property.certificateNumber), verified }
  }
  if (choice.basis === 'PURCHASE_CONTRACT') {
    const contract = findings.contract?.contracts.find((one) => one.contractNumber === choice.contractNumber)
    return contract ? { kind: '购房合同', address: contract.address, owners: names(contract.buyers), number: maskCertificate(contract.contractNumber), verified: matched('contract', contract.address) } : null
  }
  if (choice.basis === 'NO_VALID_MATERIALS') return { kind: GROUND_NAMES[choice.ground], address: choice.address, owners: [], number: null, verified: matched('residence', choice.address) }
  const registered = findings.household?.people.find((person) => person.idNumber === choice.of)
  const who = choice.of === student.idNumber ? '学生' : relationOf(choice.of, guardians)
  return registered?.address ? { kind: `${who}户籍`, address: registered.address, owners: [], number: null, verified: matched('household', registered.address) } : null
}

function relationOf(idNumber: string, guardians: readonly { idNumber: string; relation: keyof typeof RELATION_WORDS }[]): string {
  const guardian = guardians.find((one) => one.idNumber === idNumber)
  return guardian ? RELATION_WORDS[guardian.relation] : RELATION_WORDS.GUARDIAN
}

/** Owners of the family by name; a co-owner outside it only by a masked one. */
function ownerName(owner: { idNumber: string; name: string | null }, actor: GuardianActor, student: { idNumber: string; name: string }, guardians: readonly string[]): string {
  if (owner.idNumber === actor.idNumber) return actor.name
  if (owner.idNumber === student.idNumber) return student.name
  return guardians.includes(owner.idNumber) ? (owner.name ?? maskName(null)) : maskName(owner.name)
}

/**
 * Binds a reading time to guardian, facts, season version and outcome: if any of them changes, the family has something
 * new to read. The instant itself is left out, or nothing would ever stay the same.
 */
function fingerprint(actor: GuardianActor, facts: Facts, determination: Determination, versionId: string): string {
  const { at: _at, ...lasting } = facts
  const refusals = determination.refusals.map((refusal) => refusal.code).filter((code) => code !== 'SEASON_NOT_OPEN' && code !== 'SEASON_CLOSED')
  return keyedDigest('confirmation', JSON.stringify([actor.guardianId, lasting, versionId, determination.category, determination.placement, refusals]))
}
