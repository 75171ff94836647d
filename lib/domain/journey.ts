import type { Basis } from '@/lib/rules'
import type { DraftAnswers } from './answers'

/**
 * The way from the child's record to the submission. The journey asks, the rules decide. Where a person stands is computed
 * from the answers, never stored. Behind the choice of a basis each basis has pages of its own.
 */
const SHARED = ['record', 'agreement', 'household', 'basis'] as const
export const STEPS = [...SHARED, 'deed', 'property', 'contract', 'registration', 'confirm'] as const
export type Step = (typeof STEPS)[number]
export type PlainStep = Exclude<Step, 'confirm'>

/** The pages of each basis (third, sixth and seventh part of the notice); null where the county's desk serves it. */
const PAGES: Record<Basis, readonly PlainStep[] | null> = {
  TITLE_DEED: ['deed', 'property'],
  GRANDPARENT_DEED: null,
  PURCHASE_CONTRACT: ['contract'],
  HOUSEHOLD_REGISTRATION: ['registration'],
  NO_VALID_MATERIALS: null,
}

export function isServed(basis: Basis): boolean {
  return PAGES[basis] !== null
}

/** The steps of somebody who answered this much: those of other bases are not on the way. */
export function stepsOf(answers: DraftAnswers): readonly Step[] {
  return [...SHARED, ...((answers.basis && PAGES[answers.basis]) ?? []), 'confirm']
}

/** Where another property, contract or registration is chosen for the basis that was chosen. */
export function choosingStep({ basis }: DraftAnswers): PlainStep {
  return (basis && PAGES[basis]?.[0]) ?? 'basis'
}

/** The six stages that a family is shown; choosing a basis takes several pages of one stage. */
export const STAGE: Record<Step | 'start', number> = { start: 1, record: 2, agreement: 3, household: 4, basis: 5, deed: 5, property: 5, contract: 5, registration: 5, confirm: 6 }
export const STAGES = 6

const isAnswered: Record<PlainStep, (answers: DraftAnswers) => boolean> = {
  record: (answers) => answers.record !== undefined,
  agreement: (answers) => answers.agreement !== undefined,
  household: (answers) => answers.household !== undefined,
  basis: (answers) => answers.basis !== undefined && isServed(answers.basis),
  deed: (answers) => answers.deed !== undefined,
  // The details page confirms one property; a confirmation of another one does not count.
  property: (answers) => answers.property !== undefined && answers.property.certificateNumber === answers.deed?.certificateNumber,
  // A number that was asked for and cannot be used is kept, so that it can be mended, and leads nowhere.
  contract: (answers) => answers.contract?.outcome === 'usable',
  registration: (answers) => answers.registration !== undefined,
}

/**
 * The first step that is not answered yet; `confirm` when all are.
 * @param held the step at which a waiting appeal holds the family, whatever it has answered behind it
 */
export function furthestStep(answers: DraftAnswers, held: PlainStep | null = null): Step {
  return stepsOf(answers).find((step) => step === 'confirm' || step === held || !isAnswered[step](answers)) ?? 'confirm'
}

export function mayVisit(step: Step, answers: DraftAnswers, held: PlainStep | null = null): boolean {
  const steps = stepsOf(answers)
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(furthestStep(answers, held))
}

export function stepBefore(step: Step, answers: DraftAnswers): Step | null {
  const steps = stepsOf(answers)
  return steps[steps.indexOf(step) - 1] ?? null
}

/** Which answer each step gives; an answer that is not named here would be dropped by every change. */
const GIVES = {
  record: ['record'],
  agreement: ['agreement'],
  household: ['household'],
  basis: ['basis'],
  deed: ['deed'],
  property: ['property'],
  contract: ['contract'],
  registration: ['registration'],
} as const satisfies Record<PlainStep, readonly (keyof DraftAnswers)[]>

/** The answers without those that were given behind `step`: a changed answer drops what it had led to. */
export function answersUpTo(step: PlainStep, answers: DraftAnswers): DraftAnswers {
  const steps = stepsOf(answers)
  const kept = steps.slice(0, steps.indexOf(step) + 1).flatMap((one): readonly (keyof DraftAnswers)[] => (one === 'confirm' ? [] : GIVES[one]))
  return { ...Object.fromEntries(Object.entries(answers).filter(([name]) => kept.some((one) => one === name))), schemaVersion: 1 }
}
