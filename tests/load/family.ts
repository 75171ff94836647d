import { randomUUID } from 'node:crypto'
import { GROUNDS, type Basis } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { noAnswers, type DraftAnswers } from '@/lib/domain/answers'
import type { HouseholdFinding, RecordFinding } from '@/lib/domain/findings'
import type { Application, Findings } from '@/lib/data/applications'
import { newApplicationKey } from '@/lib/data/cipher'
import type { PublishedSeason } from '@/lib/data/seasons'
import { addressOf, nameOf, numberOf, surnameOf, type Chance } from './people'

/** What a load is made for: the county's season, the chances, and the days on which its people may be born. */
export type Setting = { published: PublishedSeason; chance: Chance; childDays: readonly string[]; parentDays: readonly string[] }

export type LoadedFamily = {
  actor: GuardianActor
  other: { id: string; idNumber: string; name: string; relation: 'FATHER' | 'MOTHER' }
  application: Application
  wrappedKey: string
  startedAt: number
}

const BASES_BY_SHARE: readonly [Basis, ...Basis[]] = ['TITLE_DEED', 'TITLE_DEED', 'TITLE_DEED', 'TITLE_DEED', 'TITLE_DEED', 'TITLE_DEED', 'HOUSEHOLD_REGISTRATION', 'HOUSEHOLD_REGISTRATION', 'HOUSEHOLD_REGISTRATION', 'PURCHASE_CONTRACT']

const REGISTER = { schemaVersion: 1 } as const

/** The `index`-th family: two parents, a child, what the registers say of them, and a draft that has come to its confirmation. */
export function aLoadedFamily(index: number, { published, chance, childDays, parentDays }: Setting, startedAt: number): LoadedFamily {
  const { county, year, season } = published
  const { next, pick, whole } = chance
  const sex = next() < 0.5 ? '男' : '女'
  const surname = surnameOf(chance)
  const father = { id: randomUUID(), idNumber: numberOf(index, parentDays, '男'), name: nameOf(chance, surname, '男'), relation: 'FATHER' } as const
  const mother = { id: randomUUID(), idNumber: numberOf(index, parentDays, '女'), name: nameOf(chance, surnameOf(chance), '女'), relation: 'MOTHER' } as const
  const [signedIn, other] = next() < 0.4 ? [father, mother] : [mother, father]
  const student = { idNumber: numberOf(index, childDays, sex), name: nameOf(chance, surname, sex) }
  const home = addressOf(chance, season)
  const registered = next() < 0.6 ? home : addressOf(chance, season)
  const basis = next() < 0.06 ? 'NO_VALID_MATERIALS' : pick(BASES_BY_SHARE)
  const number = String(whole(8_999_999) + 1_000_000)
  const record: RecordFinding = { ...REGISTER, student, guardians: [father, mother].map(({ idNumber, name, relation }) => ({ idNumber, name, relation })) }
  const people: HouseholdFinding['people'] = [father, mother, student].map(({ idNumber, name }) => ({ idNumber, name, householdNumber: number, address: registered, headIdNumber: father.idNumber, headName: father.name, registeredOn: '2015-03-01' }))
  const found = <Value>(value: Value) => ({ id: randomUUID(), askedAt: startedAt, outcome: 'found', value }) as const
  const certificate = { certificateNumber: `赣（${2010 + whole(12)}）${season.settings.countyName}不动产权第${number}号`, county, address: home, use: '住宅', owners: [{ idNumber: signedIn.idNumber, name: signedIn.name }], registeredOn: '2018-05-20' }
  const contract = { contractNumber: `AY2022${number}`, county, address: home, use: '住宅', buyers: [{ idNumber: signedIn.idNumber, name: signedIn.name }], filedOn: '2022-10-08' }
  const findings: Findings = {
    record: found(record),
    household: found({ ...REGISTER, people }),
    property: found({ ...REGISTER, properties: basis === 'TITLE_DEED' ? [certificate] : [] }),
    contract: basis === 'PURCHASE_CONTRACT' ? found({ ...REGISTER, contracts: [contract] }) : null,
    kinship: null,
    grandparentProperty: null,
  }
  const materials = basis === 'NO_VALID_MATERIALS' ? { id: randomUUID(), at: startedAt, value: { ...REGISTER, ground: pick(GROUNDS), address: home } } : null
  const { key, wrapped } = newApplicationKey()
  const common: DraftAnswers = { ...noAnswers, record: { findingId: findings.record?.id ?? '' }, agreement: { version: published.agreementVersion }, household: { findingId: findings.household?.id ?? '' }, basis }
  const answers: Record<Basis, DraftAnswers> = {
    TITLE_DEED: { ...common, deed: { certificateNumber: certificate.certificateNumber }, property: { certificateNumber: certificate.certificateNumber } },
    GRANDPARENT_DEED: common,
    PURCHASE_CONTRACT: { ...common, contract: { contractNumber: contract.contractNumber, outcome: 'usable' } },
    HOUSEHOLD_REGISTRATION: { ...common, registration: { of: student.idNumber } },
    NO_VALID_MATERIALS: { ...common, noMaterials: { establishmentId: materials?.id ?? '' } },
  }
  const application: Application = {
    id: randomUUID(), county, year, guardianId: signedIn.id, studentId: randomUUID(), studentIdNumber: student.idNumber, status: 'draft', version: 7, key, answers: answers[basis], findings,
    established: { record: null, kinships: [], materials, properties: [], matches: [], withdrawn: [] }, everNamed: [father.idNumber, mother.idNumber], appeals: [], held: null,
  }
  // Numbers that begin with 120 ring nowhere.
  const phone = `120${String(10_000_000 + index).slice(0, 8)}`
  return { actor: { kind: 'guardian', guardianId: signedIn.id, idNumber: signedIn.idNumber, name: signedIn.name, phone }, other, application, wrappedKey: wrapped, startedAt }
}
