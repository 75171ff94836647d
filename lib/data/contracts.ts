import 'server-only'
import { determine, type Determination, type RefusalCode, type Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import { factsFromFindings } from '@/lib/domain/facts-from-answers'
import type { ContractFinding } from '@/lib/domain/findings'
import { familyOf, type Application } from './applications'
import { familyFindings } from './deeds'

export type Contract = ContractFinding['contracts'][number]

/** A contract of which somebody of the family is a buyer, with what the rules say of using it. */
export type FamilyContract = {
  contract: Contract
  determination: Determination
  /** codes of `determine` that close this contract; dates and ages close everything and are said elsewhere */
  closedBy: readonly RefusalCode[]
}

const CLOSING: readonly RefusalCode[] = ['BUYER_NOT_SIGNED_IN', 'NOT_RESIDENTIAL', 'PROPERTY_OUTSIDE_COUNTY', 'ADDRESS_UNMATCHED', 'ADDRESS_AMBIGUOUS']

/** Null for a contract of strangers: whoever types its number learns as much as of one that does not exist. */
export function judgeContract(actor: GuardianActor, application: Application, contract: Contract, season: Season, at: number): FamilyContract | null {
  const findings = familyFindings(actor, application)
  if (!findings) return null
  const family = familyOf(findings.record)
  if (!contract.buyers.some((buyer) => family.includes(buyer.idNumber))) return null
  const facts = factsFromFindings(at, actor.idNumber, { ...findings, contract: { schemaVersion: 1, contracts: [contract] } }, { basis: 'PURCHASE_CONTRACT', contractNumber: contract.contractNumber })
  const determination = determine(facts, season)
  return { contract, determination, closedBy: determination.refusals.map((refusal) => refusal.code).filter((code) => CLOSING.includes(code)) }
}

/** The family's contract that was found last; null while none was. */
export function findFamilyContract(actor: GuardianActor, application: Application, season: Season, at: number): FamilyContract | null {
  const finding = application.findings.contract
  const [contract] = finding?.outcome === 'found' ? finding.value.contracts : []
  return contract ? judgeContract(actor, application, contract, season, at) : null
}
