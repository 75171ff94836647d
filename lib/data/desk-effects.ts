import 'server-only'
import type { Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import type { EstablishedRecord } from '@/lib/domain/appeal-claims'
import type { DraftAnswers } from '@/lib/domain/answers'
import { deskEntry, type DeskEntry, type EstablishedMatch, type EstablishedProperty, type EstablishedWithdrawal, type KnownProperty, type KnownRecord } from '@/lib/domain/desk-entries'
import { answersUpTo } from '@/lib/domain/journey'
import { isSameDeed } from '@/lib/domain/facts-from-answers'
import { addressState } from './address-matches'
import { countedRecord, recordNaming, type Application } from './applications'
import { findFamilyContract } from './contracts'
import type { Db } from './db'
import { listDeeds } from './deeds'
import { listCountyGuardians, listFamilyAddresses, listWithdrawable, registeredProperties } from './desk-family'

/** A property of this number as it is known now: what the desk verified before, else what a register shows of the family. */
export function knownProperty(application: Application, deed: { certificateNumber: string }): KnownProperty {
  const verified = application.established.properties.find(({ value }) => isSameDeed(value, deed))
  if (verified) return { source: 'desk', property: verified.value }
  const registered = registeredProperties(application).find((one) => isSameDeed(one, deed))
  return registered ? { source: 'registry', property: registered } : null
}

export function knownRecord(application: Application): KnownRecord {
  const record = countedRecord(application)
  return record && { id: record.id, source: record.source, student: record.value.student, guardians: record.value.guardians }
}

/**
 * The same entry with what is known of it at this moment; null when what it speaks of is not there any more: an address that
 * is no longer the family's, a row that the table has lost, a guardian whom the county has let go.
 */
export async function restate(on: Db, application: Application, season: Season, entry: DeskEntry): Promise<DeskEntry | null> {
  switch (entry.kind) {
    case 'property':
      return deskEntry.parse({ ...entry, known: knownProperty(application, entry.property) })
    case 'address-match': {
      const isTheirs = listFamilyAddresses(application, season).some((one) => one.use === entry.use && one.address === entry.address)
      if (!isTheirs || !season.catchmentRows.some((one) => one.row === entry.row)) return null
      return deskEntry.parse({ ...entry, known: addressState(application, season, entry.use, entry.address) })
    }
    case 'identity':
      return deskEntry.parse({ ...entry, known: knownRecord(application) })
    case 'remove-guardian': {
      const guardians = await listCountyGuardians(application, on)
      return guardians.some((one) => one.guardianId === entry.guardian.guardianId) ? deskEntry.parse({ ...entry, known: knownRecord(application) }) : null
    }
    case 'withdrawal':
      return listWithdrawable(application).some((one) => one.id === entry.known.id) ? entry : null
  }
}

/** Whether the second officer would decide on another state than the proposal tells of. */
export function isOutdated(entry: DeskEntry, now: DeskEntry | null): boolean {
  return now === null || JSON.stringify(now.known) !== JSON.stringify(entry.known)
}

/** What an approved entry makes true for one application. */
export type Effect =
  | { kind: 'property'; content: EstablishedProperty }
  | { kind: 'address-match'; content: EstablishedMatch }
  | { kind: 'record'; content: EstablishedRecord }
  | { kind: 'withdrawal'; content: EstablishedWithdrawal }

/** Null where nothing of this application changes: a removed guardian whom its established record does not name. */
export function effectOf(entry: DeskEntry, { established: { record } }: Application): Effect | null {
  const version = { schemaVersion: 1 } as const
  switch (entry.kind) {
    case 'property':
      return { kind: 'property', content: { ...version, ...entry.property, paper: entry.paper } }
    case 'address-match':
      return { kind: 'address-match', content: { ...version, use: entry.use, address: entry.address, row: entry.row } }
    case 'identity':
      return { kind: 'record', content: { ...version, student: entry.student, guardians: entry.guardians, household: entry.household ?? record?.value.household ?? null } }
    case 'remove-guardian': {
      const guardians = record?.value.guardians.filter((guardian) => guardian.idNumber !== entry.guardian.idNumber) ?? []
      return record && guardians.length < record.value.guardians.length ? { kind: 'record', content: { ...record.value, guardians } } : null
    }
    case 'withdrawal':
      return { kind: 'withdrawal', content: { ...version, withdraws: entry.known.id } }
  }
}

type Establishing = { effect: Effect; id: string; guardian: GuardianActor; season: Season; at: number }

/**
 * The application as it is once this is established, with its answers: of what rested on the old state the family is asked
 * again, and what was shut for want of it is open.
 */
export function onceEstablished(application: Application, { effect, id, guardian, season, at }: Establishing): Application {
  const { established, everNamed } = application
  if (effect.kind === 'record') {
    const named = effect.content.guardians.map((one) => one.idNumber)
    const changed = { ...application, established: { ...established, record: { id, at, value: effect.content } }, everNamed: [...new Set([...everNamed, ...named])] }
    return { ...changed, answers: recordNaming(changed, guardian.idNumber) ? { schemaVersion: 1, record: { findingId: id } } : { schemaVersion: 1 } }
  }
  if (effect.kind === 'property') {
    const changed = { ...application, established: { ...established, properties: [{ id, at, value: effect.content }, ...established.properties] } }
    const { deed, property: _confirmed, certificate: _typed, ...answers } = application.answers
    return deed && isSameDeed(deed, effect.content) ? { ...changed, answers } : changed
  }
  if (effect.kind === 'withdrawal') return onceWithdrawn(application, effect.content.withdraws)
  const changed = { ...application, established: { ...established, matches: [{ id, at, value: effect.content }, ...established.matches] } }
  return { ...changed, answers: answersOnceMatched(guardian, changed, season, at) }
}

/** Nothing of the basis rests any more on what may have been wrong: it is chosen anew, and a grandparent whose kinship it was is bound no longer. */
function onceWithdrawn(application: Application, withdrawn: string): Application {
  const { established, answers } = application
  const stands = ({ id }: { id: string }) => id !== withdrawn
  const bound = answers.bound?.filter(({ sourceId }) => sourceId !== withdrawn)
  return {
    ...application,
    established: {
      ...established,
      properties: established.properties.filter(stands), matches: established.matches.filter(stands), kinships: established.kinships.filter(stands),
      materials: established.materials && stands(established.materials) ? established.materials : null,
    },
    answers: { ...answersUpTo('household', answers), ...(bound?.length ? { bound } : {}) },
  }
}

/** A typed number keeps what came of it: one whose address had no match can be used now. */
function answersOnceMatched(guardian: GuardianActor, application: Application, season: Season, at: number): DraftAnswers {
  const { contract, certificate, ...answers } = application.answers
  const found = contract?.outcome === 'closed' ? findFamilyContract(guardian, application, season, at) : null
  const deeds = certificate?.outcome === 'closed' ? listDeeds(guardian, application, season, at, 'GRANDPARENT_DEED') : []
  const deed = certificate && deeds.find((one) => one.closedBy.length === 0 && isSameDeed(one.property, certificate))
  return {
    ...answers,
    ...(contract ? { contract: found?.closedBy.length === 0 ? { ...contract, outcome: 'usable' } : contract } : {}),
    ...(certificate ? { certificate: deed ? { ...certificate, outcome: 'usable' } : certificate } : {}),
    ...(deed ? { deed: { certificateNumber: deed.property.certificateNumber } } : {}),
  }
}
