import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { DraftAnswers, stepAnswers } from '@/lib/domain/answers'
import { AGREEMENT_CONSENT_KIND } from '@/lib/domain/consent'
import type { Answer, ContractFinding } from '@/lib/domain/findings'
import { answersUpTo, furthestStep, mayVisit, type PlainStep, type Step } from '@/lib/domain/journey'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { writtenNumber } from '@/lib/domain/written-number'
import { recordAudit } from '@/lib/audit/record'
import { countedRecord, findApplication, recordNaming, type Application } from '@/lib/data/applications'
import { listBases } from '@/lib/data/bases'
import { findFamilyContract, judgeContract, type FamilyContract } from '@/lib/data/contracts'
import { db, type Transaction } from '@/lib/data/db'
import { listDeeds } from '@/lib/data/deeds'
import { writeFinding, type RegistryName } from '@/lib/data/findings'
import { writeContent } from '@/lib/data/json'
import { countAgainst } from '@/lib/data/limits'
import { listRegistrations } from '@/lib/data/registrations'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { registries, type Registries } from '@/lib/registry/registries'
import type { z } from 'zod'

export type StepFailure =
  | { code: 'NOT_YOURS' | 'NOT_DRAFT' | 'NO_SEASON' | 'SEASON_NOT_OPEN' | 'SEASON_CLOSED' | 'STEP_NOT_REACHED' | 'NOT_NAMED' | 'APPEAL_WAITING' }
  | { code: 'AGREEMENT_CHANGED' | 'REGISTRY_UNAVAILABLE' | 'BASIS_CLOSED' | 'PROPERTY_CLOSED' | 'REGISTRATION_CLOSED' | 'CHANGED_MEANWHILE' }
  | { code: 'TOO_MANY_QUERIES'; waitMs: number }

export type StepInput = { [S in PlainStep]: { step: S; input: z.infer<(typeof stepAnswers)[S]> } }[PlainStep]

type Save = { actor: GuardianActor; now: Now; ask?: Registries } & StepInput

/** What a step adds: the answers so far with this one, and what a registry was asked on the way. */
type Saved = { answers: DraftAnswers; asked?: { registry: RegistryName; answer: Answer<unknown> }; consent?: { kind: string; version: string } }

/**
 * Keeps the answer of one plain step and says where to go next. Answering a step again drops what stood behind it, and the
 * reading time of the confirmation starts anew.
 */
export async function saveStep({ actor, now, ask = registries(), ...given }: Save): Promise<Result<{ next: Step }, StepFailure>> {
  const application = await findApplication(actor, given.input.applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (application.status !== 'draft') return fail({ code: 'NOT_DRAFT' })
  const published = await getPublishedSeason(application.county, application.year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const phase = seasonPhase(published.season.settings, now.season)
  if (phase !== 'open') return fail({ code: phase === 'before' ? 'SEASON_NOT_OPEN' : 'SEASON_CLOSED' })
  if (application.held) return fail({ code: 'APPEAL_WAITING' })
  if (!mayVisit(given.step, application.answers)) return fail({ code: 'STEP_NOT_REACHED' })
  if (!recordNaming(application, actor.idNumber)) return fail({ code: 'NOT_NAMED' })

  const step = await answerStep({ actor, application, published, now, ask, ...given })
  if (!step.ok) return step
  const written = await db().$transaction((transaction) => writeStep(transaction, { actor, application, now, step: given.step, ...step.value }))
  return written ? succeed({ next: furthestStep(step.value.answers) }) : fail({ code: 'CHANGED_MEANWHILE' })
}

type Context = { actor: GuardianActor; application: Application; published: PublishedSeason; now: Now; ask: Registries } & StepInput

async function answerStep(context: Context): Promise<Result<Saved, StepFailure>> {
  const { actor, application, published, now, ask } = context
  const { answers, findings } = application
  const before = answersUpTo(context.step, answers)
  const record = recordNaming(application, actor.idNumber)
  if (!record) return fail({ code: 'NOT_NAMED' })
  const family = [record.student.idNumber, ...record.guardians.map((guardian) => guardian.idNumber)]
  switch (context.step) {
    case 'record':
      return succeed({ answers: { ...before, record: { findingId: countedRecord(application)?.id ?? '' } } })
    case 'agreement': {
      if (context.input.version !== published.agreementVersion) return fail({ code: 'AGREEMENT_CHANGED' })
      // Only now, with the family's consent, is the household asked for.
      const answer = await ask.household.findHouseholds(family)
      return succeed({
        answers: { ...before, agreement: { version: context.input.version } },
        asked: { registry: 'household', answer },
        consent: { kind: AGREEMENT_CONSENT_KIND, version: context.input.version },
      })
    }
    case 'household': {
      // Registered nowhere here is an answer, and the family goes on with it; only silence is none.
      if (!findings.household || findings.household.outcome === 'unavailable') return fail({ code: 'REGISTRY_UNAVAILABLE' })
      const answer = await ask.property.findProperties(family)
      return succeed({ answers: { ...before, household: { findingId: findings.household.id } }, asked: { registry: 'property', answer } })
    }
    case 'basis': {
      const { basis } = context.input
      const state = listBases(actor, application, published.season, now.season).find((one) => one.basis === basis)
      if (state?.state === 'unanswered') return fail({ code: 'REGISTRY_UNAVAILABLE' })
      return state?.state === 'open' ? succeed({ answers: { ...before, basis } }) : fail({ code: 'BASIS_CLOSED' })
    }
    case 'contract':
      return answerContract(context, before, context.input.contractNumber)
    case 'registration': {
      const chosen = listRegistrations(actor, application, published.season, now.season).find((one) => one.reference === context.input.registration)
      const isUrban = chosen?.determination.refusals.every((refusal) => refusal.code !== 'HOUSEHOLD_NOT_URBAN')
      if (chosen?.view !== 'full' || !isUrban) return fail({ code: 'REGISTRATION_CLOSED' })
      return succeed({ answers: { ...before, registration: { of: chosen.of } } })
    }
    case 'deed':
    case 'property': {
      const deed = listDeeds(actor, application, published.season, now.season).find((one) => one.reference === context.input.property)
      if (!deed || deed.closedBy.length > 0) return fail({ code: 'PROPERTY_CLOSED' })
      const chosen = { certificateNumber: deed.property.certificateNumber }
      if (context.step === 'deed') return succeed({ answers: { ...before, deed: chosen } })
      if (answers.deed?.certificateNumber !== chosen.certificateNumber) return fail({ code: 'CHANGED_MEANWHILE' })
      return succeed({ answers: { ...before, property: chosen } })
    }
  }
}

/**
 * Asks for a contract by its number. Of a contract that nobody of the family bought not even its existence is told or
 * kept, and guessing is slowed; the family's own is kept with what came of it, so that the page can say it.
 */
async function answerContract({ actor, application, published, now, ask }: Context, before: DraftAnswers, contractNumber: string): Promise<Result<Saved, StepFailure>> {
  const waitMs = await countAgainst('contract-query', actor.guardianId)
  if (waitMs !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs })
  const answer = await ask.contract.findContract(contractNumber)
  const { season } = published
  if (answer.outcome === 'unavailable') {
    // An outage changes nothing that was answered: the number that was found before is still the family's contract.
    const known = findFamilyContract(actor, application, season, now.season)
    const same = known && writtenNumber(known.contract.contractNumber) === writtenNumber(contractNumber) ? known : null
    return succeed({ answers: { ...before, contract: { contractNumber, outcome: same ? outcomeOf(same) : 'unavailable' } }, asked: { registry: 'contract', answer } })
  }
  const contracts = answer.outcome === 'found' ? answer.value.contracts : []
  const [found] = contracts.flatMap((contract) => judgeContract(actor, application, contract, season, now.season) ?? [])
  const told: Answer<ContractFinding> = found && answer.outcome === 'found' ? { ...answer, value: { schemaVersion: 1, contracts: [found.contract] } } : { outcome: 'not-found' }
  const contract = { contractNumber: found?.contract.contractNumber ?? contractNumber, outcome: found ? outcomeOf(found) : 'not-found' } as const
  return succeed({ answers: { ...before, contract }, asked: { registry: 'contract', answer: told } })
}

function outcomeOf({ closedBy }: FamilyContract): 'usable' | 'closed' {
  return closedBy.length === 0 ? 'usable' : 'closed'
}

type Write = Saved & { actor: GuardianActor; application: Application; now: Now; step: PlainStep }

/** @returns false when somebody else (another phone, another press) changed the draft meanwhile */
async function writeStep(transaction: Transaction, write: Write): Promise<boolean> {
  const { actor, application, now, asked, consent } = write
  const moved = await transaction.application.updateMany({
    where: { id: application.id, status: 'draft', version: application.version },
    data: { answersCipher: writeContent(application.key, 'answers', write.answers), version: { increment: 1 }, updatedAt: new Date(now.season) },
  })
  if (moved.count === 0) return false
  await transaction.confirmation.deleteMany({ where: { applicationId: application.id } })
  const actedBy = { kind: 'guardian', id: actor.guardianId } as const
  if (consent) {
    await transaction.consent.createMany({ data: [{ applicationId: application.id, ...consent, givenAt: new Date(now.season) }], skipDuplicates: true })
    await recordAudit(transaction, { type: 'consent-given', actor: actedBy, application, content: consent })
  }
  if (asked) {
    await writeFinding(transaction, application, asked.registry, asked.answer, now.season)
    await recordAudit(transaction, { type: 'registry-asked', actor: actedBy, application, content: { registry: asked.registry, outcome: asked.answer.outcome } })
  }
  await recordAudit(transaction, { type: 'step-saved', actor: actedBy, application, content: { step: write.step } })
  return true
}
