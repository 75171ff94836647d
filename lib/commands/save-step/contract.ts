import 'server-only'
import type { Answer, ContractFinding } from '@/lib/domain/findings'
import { fail, succeed } from '@/lib/domain/result'
import { writtenNumber } from '@/lib/domain/written-number'
import { findFamilyContract, judgeContract, type FamilyContract } from '@/lib/data/contracts'
import { countAgainst } from '@/lib/data/limits'
import type { Answered, Answering } from './answering'

/**
 * Asks for a contract by its number. Of a contract that nobody of the family bought not even its existence is told or
 * kept, and guessing is slowed; the family's own is kept with what came of it, so that the page can say it.
 */
export async function answerContract({ actor, application, before, published, at, ask }: Answering, contractNumber: string): Answered {
  const waitMs = await countAgainst('contract-query', actor.guardianId)
  if (waitMs !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs })
  const answer = await ask.contract.findContract(contractNumber)
  const { season } = published
  if (answer.outcome === 'unavailable') {
    // An outage changes nothing that was answered: the number that was found before is still the family's contract.
    const known = findFamilyContract(actor, application, season, at)
    const same = known && writtenNumber(known.contract.contractNumber) === writtenNumber(contractNumber) ? known : null
    return succeed({ answers: { ...before, contract: { contractNumber, outcome: same ? outcomeOf(same) : 'unavailable' } }, asked: { registry: 'contract', answer } })
  }
  const contracts = answer.outcome === 'found' ? answer.value.contracts : []
  const [found] = contracts.flatMap((contract) => judgeContract(actor, application, contract, season, at) ?? [])
  const told: Answer<ContractFinding> = found && answer.outcome === 'found' ? { ...answer, value: { schemaVersion: 1, contracts: [found.contract] } } : { outcome: 'not-found' }
  const contract = { contractNumber: found?.contract.contractNumber ?? contractNumber, outcome: found ? outcomeOf(found) : 'not-found' } as const
  return succeed({ answers: { ...before, contract }, asked: { registry: 'contract', answer: told } })
}

function outcomeOf({ closedBy }: FamilyContract): 'usable' | 'closed' {
  return closedBy.length === 0 ? 'usable' : 'closed'
}
