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

type Slip = { code: 'OWNER_NOT_ON_RECORD' | 'CHILD_AS_GUARDIAN' | 'GUARDIAN_NOT_AMONG' | 'FAMILY_ADDRESS_MISSING' | 'ROW_MISSING' | 'ROW_SAME' | 'GUARDIAN_MISSING' | 'ESTABLISHMENT_MISSING'; field: string }
/** The first slip, and all of them. */
export type EntryFault = Slip & { faults: readonly Slip[] }

const wrong = (first: Slip, ...others: Slip[]) => fail({ ...first, faults: [first, ...others] })

/** What was typed as the people, addresses and rows that it means, with what is known of them now; a slip is found before the second officer sees it. */
export async function entryFrom(given: DeskForm, application: Application, season: Season): Promise<Result<DeskEntry, EntryFault>> {
  const version = { schemaVersion: 1 } as const
  const record = countedRecord(application)?.value
  switch (given.kind) {
    case 'property': {
      const { paper, why, property, ownerRows } = given.input
      const guardians = record?.guardians.map((guardian) => guardian.idNumber) ?? []
      const [slip, ...others] = property.owners.flatMap(({ relation, idNumber }, index): Slip[] => {
        const isNobody = (relation === 'STUDENT' && idNumber !== application.studentIdNumber) || (relation === 'GUARDIAN' && !guardians.includes(idNumber))
        return isNobody ? [{ code: 'OWNER_NOT_ON_RECORD', field: `owner${ownerRows[index] ?? 1}IdNumber` }] : []
      })
      if (slip) return wrong(slip, ...others)
      return succeed({ ...version, kind: given.kind, paper, why, property, known: knownProperty(application, property) })
    }
    case 'address-match': {
      const { paper, why, row } = given.input
      const chosen = listFamilyAddresses(application, season).find((one) => one.reference === given.input.address)
      const isNoRow = !season.catchmentRows.some((one) => one.row === row)
      const noRow: Slip = { code: 'ROW_MISSING', field: 'row' }
      if (!chosen) return wrong({ code: 'FAMILY_ADDRESS_MISSING', field: 'address' }, ...(isNoRow ? [noRow] : []))
      if (isNoRow) return wrong(noRow)
      if (chosen.state.row === row) return wrong({ code: 'ROW_SAME', field: 'row' })
      return succeed({ ...version, kind: given.kind, paper, why, use: chosen.use, address: chosen.address, row, known: addressState(application, season, chosen.use, chosen.address) })
    }
    case 'identity': {
      const { paper, why, studentName, guardians, guardianRows, household } = given.input
      const child = guardians.findIndex((guardian) => guardian.idNumber === application.studentIdNumber)
      if (child >= 0) return wrong({ code: 'CHILD_AS_GUARDIAN', field: `guardian${guardianRows[child] ?? 1}IdNumber` })
      const { idNumber } = await findGuardian(application.guardianId)
      if (!guardians.some((guardian) => guardian.idNumber === idNumber)) return wrong({ code: 'GUARDIAN_NOT_AMONG', field: 'guardian1IdNumber' })
      return succeed({ ...version, kind: given.kind, paper, why, student: { idNumber: application.studentIdNumber, name: studentName }, guardians, household, known: knownRecord(application) })
    }
    case 'remove-guardian': {
      const guardian = (await listCountyGuardians(application, db())).find((one) => one.guardianId === given.input.guardianId)
      if (!guardian) return wrong({ code: 'GUARDIAN_MISSING', field: 'guardianId' })
      const { recordedAt: _recordedAt, ...named } = guardian
      return succeed({ ...version, kind: given.kind, why: given.input.why, guardian: named, known: knownRecord(application) })
    }
    case 'withdrawal': {
      const fact = listWithdrawable(application).find((one) => one.id === given.input.establishmentId)
      return fact ? succeed({ ...version, kind: given.kind, why: given.input.why, known: fact }) : wrong({ code: 'ESTABLISHMENT_MISSING', field: 'establishmentId' })
    }
  }
}
