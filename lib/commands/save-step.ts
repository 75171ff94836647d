import 'server-only'
import type { Basis } from '@/lib/rules'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { stepAnswers } from '@/lib/domain/answers'
import { judgedAt } from '@/lib/domain/completion'
import { AGREEMENT_CONSENT_KIND, witnessedBy } from '@/lib/domain/consent'
import { answersUpTo, deedBasis, furthestStep, mayVisit, type PlainStep, type Step } from '@/lib/domain/journey'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { isOpenForAnswers } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { countedRecord, familyOf, findApplication, householdsOf, recordNaming, type Application } from '@/lib/data/applications'
import { listBases } from '@/lib/data/bases'
import { db, type Transaction } from '@/lib/data/db'
import { listDeeds } from '@/lib/data/deeds'
import { writeFinding } from '@/lib/data/findings'
import { writeContent } from '@/lib/data/json'
import { listRegistrations } from '@/lib/data/registrations'
import { listApplication } from '@/lib/data/listings'
import { getPublishedSeason } from '@/lib/data/seasons'
import { registries, type Registries } from '@/lib/registry/registries'
import type { z } from 'zod'
import type { Answered, Answering, Saved, StepFailure } from './save-step/answering'
import { answerContract } from './save-step/contract'
import { answerCertificate, answerGrandparent, bindGrandparent } from './save-step/grandparents'

export type { StepFailure } from './save-step/answering'

export type StepInput = { [S in PlainStep]: { step: S; input: z.infer<(typeof stepAnswers)[S]> } }[PlainStep]

type Save = { actor: GuardianActor; now: Now; ask?: Registries } & StepInput

/**
 * Keeps the answer of one plain step and says where to go next. Answering a step again drops what stood behind it, and the
 * reading time of the confirmation starts anew.
 */
export async function saveStep({ actor, now, ask = registries(), ...given }: Save): Promise<Result<{ next: Step }, StepFailure>> {
  const application = await findApplication(actor, given.input.applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (!isOpenForAnswers(application.status)) return fail({ code: 'NOT_DRAFT' })
  const published = await getPublishedSeason(application.county, application.year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const at = judgedAt(actor, application, now)
  const phase = seasonPhase(published.season.settings, at)
  if (phase !== 'open') return fail({ code: phase === 'before' ? 'SEASON_NOT_OPEN' : 'SEASON_CLOSED' })
  if (application.held) return fail({ code: 'APPEAL_WAITING' })
  if (!mayVisit(given.step, application.answers)) return fail({ code: 'STEP_NOT_REACHED' })
  if (!recordNaming(application, actor.idNumber)) return fail({ code: 'NOT_NAMED' })

  const step = await answerStep({ actor, application, published, at, ask, ...given })
  if (!step.ok) return step
  const written = await db().$transaction((transaction) => writeStep(transaction, { actor, application, now, step: given.step, ...step.value }))
  return written ? succeed({ next: furthestStep(step.value.answers) }) : fail({ code: 'CHANGED_MEANWHILE' })
}

type Given = Omit<Answering, 'record' | 'before'> & StepInput

async function answerStep(given: Given): Answered {
  const { actor, application, published, at, ask } = given
  const { answers, findings } = application
  const before = answersUpTo(given.step, answers)
  const record = recordNaming(application, actor.idNumber)
  if (!record) return fail({ code: 'NOT_NAMED' })
  const answering: Answering = { actor, application, record, before, published, at, ask }
  const family = familyOf(record)
  switch (given.step) {
    case 'record':
      return succeed({ answers: { ...before, record: { findingId: countedRecord(application)?.id ?? '' } } })
    case 'agreement': {
      if (given.input.version !== published.agreementVersion) return fail({ code: 'AGREEMENT_CHANGED' })
      // Only now, with the family's consent, is the household asked for.
      const answer = await ask.household.findHouseholds(householdsOf(application, record))
      return succeed({
        answers: { ...before, agreement: { version: given.input.version } },
        asked: { registry: 'household', answer },
        consent: { kind: AGREEMENT_CONSENT_KIND, version: given.input.version },
      })
    }
    case 'household': {
      // Registered nowhere here is an answer, and the family goes on with it; only silence is none.
      if (!findings.household || findings.household.outcome === 'unavailable') return fail({ code: 'REGISTRY_UNAVAILABLE' })
      const answer = await ask.property.findProperties(family)
      return succeed({ answers: { ...before, household: { findingId: findings.household.id } }, asked: { registry: 'property', answer } })
    }
    case 'basis': {
      const { basis } = given.input
      const open = openBasis(answering, basis)
      return open.ok ? succeed({ answers: { ...before, basis } }) : open
    }
    case 'grandparent':
      return answerGrandparent(answering, { name: given.input.grandparentName, idNumber: given.input.grandparentIdNumber })
    case 'binding':
      return bindGrandparent(answering, given.input.grandparent)
    case 'certificate':
      return answerCertificate(answering, given.input.certificateNumber)
    case 'contract':
      return answerContract(answering, given.input.contractNumber)
    case 'no-materials': {
      const open = openBasis(answering, 'NO_VALID_MATERIALS')
      if (!open.ok) return open
      const { materials } = application.established
      if (!materials) return fail({ code: 'MATERIALS_NOT_APPROVED' })
      if (materials.id !== given.input.establishment) return fail({ code: 'CHANGED_MEANWHILE' })
      return succeed({ answers: { ...before, noMaterials: { establishmentId: materials.id } } })
    }
    case 'registration': {
      const chosen = listRegistrations(actor, application, published.season, at).find((one) => one.reference === given.input.registration)
      const isUrban = chosen?.determination.refusals.every((refusal) => refusal.code !== 'HOUSEHOLD_NOT_URBAN')
      if (chosen?.view !== 'full' || !isUrban) return fail({ code: 'REGISTRATION_CLOSED' })
      return succeed({ answers: { ...before, registration: { of: chosen.of } } })
    }
    case 'deed':
    case 'property': {
      const deed = listDeeds(actor, application, published.season, at, deedBasis(answers)).find((one) => one.reference === given.input.property)
      if (!deed || deed.closedBy.length > 0) return fail({ code: 'PROPERTY_CLOSED' })
      const chosen = { certificateNumber: deed.property.certificateNumber }
      if (given.step === 'deed') return succeed({ answers: { ...before, deed: chosen } })
      if (answers.deed?.certificateNumber !== chosen.certificateNumber) return fail({ code: 'CHANGED_MEANWHILE' })
      return succeed({ answers: { ...before, property: chosen } })
    }
  }
}

/** Closed is closed by every route: by its card, by an address that was kept, and by what a registry says since. */
function openBasis({ actor, application, published, at }: Answering, basis: Basis): Result<null, StepFailure> {
  const state = listBases(actor, application, published.season, at).find((one) => one.basis === basis)
  if (state?.state === 'unanswered') return fail({ code: 'REGISTRY_UNAVAILABLE' })
  return state?.state === 'open' ? succeed(null) : fail({ code: 'BASIS_CLOSED' })
}

type Write = Saved & { actor: GuardianActor; application: Application; now: Now; step: PlainStep }

/** @returns false when somebody else (another phone, another press) changed the draft meanwhile */
async function writeStep(transaction: Transaction, write: Write): Promise<boolean> {
  const { actor, application, now, asked, consent } = write
  const moved = await transaction.application.updateMany({
    where: { id: application.id, status: application.status, version: application.version },
    data: { answersCipher: writeContent(application.key, 'answers', write.answers), version: { increment: 1 }, updatedAt: new Date(now.season) },
  })
  if (moved.count === 0) return false
  await transaction.confirmation.deleteMany({ where: { applicationId: application.id } })
  const actedBy = auditedAs(actor)
  if (consent) {
    await transaction.consent.createMany({ data: [{ applicationId: application.id, ...consent, givenAt: new Date(now.season), ...witnessedBy(actor) }], skipDuplicates: true })
    await recordAudit(transaction, { type: 'consent-given', actor: actedBy, application, content: consent })
  }
  if (asked) {
    await writeFinding(transaction, application, asked.registry, asked.answer, now.season)
    await recordAudit(transaction, { type: 'registry-asked', actor: actedBy, application, content: { registry: asked.registry, outcome: asked.answer.outcome } })
  }
  await recordAudit(transaction, { type: 'step-saved', actor: actedBy, application, content: { step: write.step } })
  await listApplication(transaction, application.id, now.season)
  return true
}
