import 'server-only'
import { determine, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings } from '@/lib/domain/facts-from-answers'
import type { ContractFinding } from '@/lib/domain/findings'
import type { Application } from './applications'
import { familyFindings } from './deeds'

export type Contract = ContractFinding['contracts'][number]

const CLOSING: readonly string[] = ['BUYER_NOT_SIGNED_IN', 'NOT_RESIDENTIAL', 'PROPERTY_OUTSIDE_COUNTY', 'ADDRESS_UNMATCHED', 'ADDRESS_AMBIGUOUS']

/** Codes of `determine` that close a contract to this family. */
export function contractClosedBy(actor: GuardianActor, application: Application, contract: Contract, season: Season, at: number): string[] {
  const findings = familyFindings(actor, application)
  if (!findings) return ['BUYER_NOT_SIGNED_IN']
  const withContract = { ...findings, contract: { schemaVersion: 1 as const, contracts: [contract] } }
  const choice = { basis: 'PURCHASE_CONTRACT', contractNumber: contract.contractNumber } as const
  return determine(factsFromFindings(at, actor.idNumber, withContract, choice), season)
    .refusals.map((refusal) => refusal.code)
    .filter((code) => CLOSING.includes(code))
}

/** Whether a contract concerns this family at all: what strangers bought is as if it were not there. */
export function concernsFamily(actor: GuardianActor, application: Application, contract: Contract): boolean {
  const record = familyFindings(actor, application)?.record
  const family = [record?.student.idNumber, ...(record?.guardians.map((guardian) => guardian.idNumber) ?? [])]
  return contract.buyers.some((buyer) => family.includes(buyer.idNumber))
}
