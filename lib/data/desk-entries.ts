import 'server-only'
import type { Season } from '@/lib/rules'
import type { DeskEntry } from '@/lib/domain/desk-entries'
import type { DeskForm } from '@/lib/domain/desk-forms'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { addressState } from './address-matches'
import { countedRecord, type Application } from './applications'
import { db } from './db'
import { knownProperty, knownRecord } from './desk-effects'
import { listCountyGuardians, listFamilyAddresses, listWithdrawable } from './desk-family'
import { findGuardian } from './guardians'

export type EntryFault = { code: 'OWNER_NOT_ON_RECORD' | 'CHILD_AS_GUARDIAN' | 'GUARDIAN_NOT_AMONG' | 'FAMILY_ADDRESS_MISSING' | 'ROW_MISSING' | 'ROW_SAME' | 'GUARDIAN_MISSING' | 'ESTABLISHMENT_MISSING'; field: string }

const wrong = (field: string, code: EntryFault['code']) => fail({ code, field })

/** What was typed as the people, addresses and rows that it means, with what is known of them now; a slip is found before the second officer sees it. */
export async function entryFrom(given: DeskForm, application: Application, season: Season): Promise<Result<DeskEntry, EntryFault>> {
  const version = { schemaVersion: 1 } as const
  const record = countedRecord(application)?.value
  switch (given.kind) {
    case 'property': {
      const { paper, why, property } = given.input
      const guardians = record?.guardians.map((guardian) => guardian.idNumber) ?? []
      const slip = property.owners.findIndex(({ relation, idNumber }) => (relation === 'STUDENT' && idNumber !== application.studentIdNumber) || (relation === 'GUARDIAN' && !guardians.includes(idNumber)))
      if (slip >= 0) return wrong(`owner${slip + 1}IdNumber`, 'OWNER_NOT_ON_RECORD')
      return succeed({ ...version, kind: given.kind, paper, why, property, known: knownProperty(application, property) })
    }
    case 'address-match': {
      const { paper, why, row } = given.input
      const chosen = listFamilyAddresses(application, season).find((one) => one.reference === given.input.address)
      if (!chosen) return wrong('address', 'FAMILY_ADDRESS_MISSING')
      if (!season.catchmentRows.some((one) => one.row === row)) return wrong('row', 'ROW_MISSING')
      if (chosen.state.row === row) return wrong('row', 'ROW_SAME')
      return succeed({ ...version, kind: given.kind, paper, why, use: chosen.use, address: chosen.address, row, known: addressState(application, season, chosen.use, chosen.address) })
    }
    case 'identity': {
      const { paper, why, studentName, guardians, household } = given.input
      const child = guardians.findIndex((guardian) => guardian.idNumber === application.studentIdNumber)
      if (child >= 0) return wrong(`guardian${child + 1}IdNumber`, 'CHILD_AS_GUARDIAN')
      const { idNumber } = await findGuardian(application.guardianId)
      if (!guardians.some((guardian) => guardian.idNumber === idNumber)) return wrong('guardian1IdNumber', 'GUARDIAN_NOT_AMONG')
      return succeed({ ...version, kind: given.kind, paper, why, student: { idNumber: application.studentIdNumber, name: studentName }, guardians, household, known: knownRecord(application) })
    }
    case 'remove-guardian': {
      const guardian = (await listCountyGuardians(application, db())).find((one) => one.guardianId === given.input.guardianId)
      if (!guardian) return wrong('guardianId', 'GUARDIAN_MISSING')
      const { recordedAt: _recordedAt, ...named } = guardian
      return succeed({ ...version, kind: given.kind, why: given.input.why, guardian: named, known: knownRecord(application) })
    }
    case 'withdrawal': {
      const fact = listWithdrawable(application).find((one) => one.id === given.input.establishmentId)
      return fact ? succeed({ ...version, kind: given.kind, why: given.input.why, known: fact }) : wrong('establishmentId', 'ESTABLISHMENT_MISSING')
    }
  }
}
