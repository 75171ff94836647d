import type { DraftAnswers } from './answers'

/**
 * The way from the child's record to the submission (first and third part of the notice). The journey asks, the rules
 * decide. Where a person stands is computed from the answers, never stored.
 */
export const STEPS = ['record', 'agreement', 'household', 'basis', 'deed', 'property', 'confirm'] as const
export type Step = (typeof STEPS)[number]
export type PlainStep = Exclude<Step, 'confirm'>

/** The six stages that a family is shown; choosing a basis takes three pages of one stage. */
export const STAGE: Record<Step | 'start', number> = { start: 1, record: 2, agreement: 3, household: 4, basis: 5, deed: 5, property: 5, confirm: 6 }
export const STAGES = 6

const isAnswered: Record<PlainStep, (answers: DraftAnswers) => boolean> = {
  record: (answers) => answers.record !== undefined,
  agreement: (answers) => answers.agreement !== undefined,
  household: (answers) => answers.household !== undefined,
  basis: (answers) => answers.basis !== undefined,
  deed: (answers) => answers.deed !== undefined,
  // The details page confirms one property; a confirmation of another one does not count.
  property: (answers) => answers.property !== undefined && answers.property.certificateNumber === answers.deed?.certificateNumber,
}

/** The first step that is not answered yet; `confirm` when all are. */
export function furthestStep(answers: DraftAnswers): Step {
  return STEPS.find((step) => step === 'confirm' || !isAnswered[step](answers)) ?? 'confirm'
}

export function mayVisit(step: Step, answers: DraftAnswers): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(furthestStep(answers))
}

export function stepAfter(step: PlainStep): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'confirm'
}

export function stepBefore(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null
}

/** The answers without those that were given behind `step`: a changed answer drops what it had led to. */
export function answersUpTo(step: PlainStep, answers: DraftAnswers): DraftAnswers {
  const kept: DraftAnswers = { schemaVersion: 1 }
  const last = STEPS.indexOf(step)
  if (STEPS.indexOf('record') <= last) kept.record = answers.record
  if (STEPS.indexOf('agreement') <= last) kept.agreement = answers.agreement
  if (STEPS.indexOf('household') <= last) kept.household = answers.household
  if (STEPS.indexOf('basis') <= last) kept.basis = answers.basis
  if (STEPS.indexOf('deed') <= last) kept.deed = answers.deed
  if (STEPS.indexOf('property') <= last) kept.property = answers.property
  return kept
}
