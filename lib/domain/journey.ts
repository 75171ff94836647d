import type { Basis } from '@/lib/rules'
import type { DraftAnswers } from './answers'

/**
 * The way from the child's record to the submission. The journey asks, the rules decide. Where a person stands is computed
 * from the answers, never stored. Behind the choice of a basis each basis has pages of its own.
 */
const SHARED = ['record', 'agreement', 'household', 'basis'] as const
export const STEPS = [...SHARED, 'grandparent', 'binding', 'certificate', 'deed', 'property', 'contract', 'registration', 'no-materials', 'confirm'] as const
export type Step = (typeof STEPS)[number]
export type PlainStep = Exclude<Step, 'confirm'>

/** The pages of each basis (third to eighth part of the notice). */
const PAGES: Record<Basis, (answers: DraftAnswers) => readonly PlainStep[]> = {
  TITLE_DEED: () => ['deed', 'property'],
  // Where the registries prove the kinship the properties are listed; where the county approved it, a number is typed.
  GRANDPARENT_DEED: ({ bound }) => ['grandparent', 'binding', bound?.at(-1)?.proof === 'APPEAL' ? 'certificate' : 'deed', 'property'],
  PURCHASE_CONTRACT: () => ['contract'],
  HOUSEHOLD_REGISTRATION: () => ['registration'],
  NO_VALID_MATERIALS: () => ['no-materials'],
}

/** The steps of somebody who answered this much: those of other bases are not on the way. */
export function stepsOf(answers: DraftAnswers): readonly Step[] {
  return [...SHARED, ...(answers.basis ? PAGES[answers.basis](answers) : []), 'confirm']
}

/** Where that on which the seat is asked for is chosen: what 「选择其他房产」 leads back to. */
const CHOOSING = ['certificate', 'deed', 'contract', 'registration', 'no-materials'] as const satisfies readonly PlainStep[]

export function choosingStep(answers: DraftAnswers): PlainStep {
  const steps = stepsOf(answers)
  return CHOOSING.find((step) => steps.includes(step)) ?? 'basis'
}

/** Whose deeds the steps of a property list: the family's own, or the bound grandparents'. */
export type DeedBasis = Extract<Basis, 'TITLE_DEED' | 'GRANDPARENT_DEED'>
export function deedBasis({ basis }: DraftAnswers): DeedBasis {
  return basis === 'GRANDPARENT_DEED' ? basis : 'TITLE_DEED'
}

/** The six stages that a family is shown; choosing a basis takes several pages of one stage. */
export const STAGE: Record<Step | 'start', number> = {
  start: 1, record: 2, agreement: 3, household: 4, confirm: 6,
  basis: 5, grandparent: 5, binding: 5, certificate: 5, deed: 5, property: 5, contract: 5, registration: 5, 'no-materials': 5,
}
export const STAGES = 6

const isAnswered: Record<PlainStep, (answers: DraftAnswers) => boolean> = {
  record: (answers) => answers.record !== undefined,
  agreement: (answers) => answers.agreement !== undefined,
  household: (answers) => answers.household !== undefined,
  basis: (answers) => answers.basis !== undefined,
  // Somebody whose kinship is not proved is kept, so that nothing is typed twice, and leads nowhere but to the appeal.
  grandparent: (answers) => answers.grandparent?.outcome === 'proved',
  // The grandparent who was asked about last is the one to be bound; those bound before stay bound.
  binding: (answers) => answers.bound !== undefined && answers.bound.at(-1)?.idNumber === answers.grandparent?.idNumber,
  certificate: (answers) => answers.certificate?.outcome === 'usable',
  deed: (answers) => answers.deed !== undefined,
  // The details page confirms one property; a confirmation of another one does not count.
  property: (answers) => answers.property !== undefined && answers.property.certificateNumber === answers.deed?.certificateNumber,
  // A number that was asked for and cannot be used is kept, so that it can be mended, and leads nowhere.
  contract: (answers) => answers.contract?.outcome === 'usable',
  registration: (answers) => answers.registration !== undefined,
  'no-materials': (answers) => answers.noMaterials !== undefined,
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
  grandparent: ['grandparent'],
  binding: ['bound'],
  certificate: ['certificate', 'deed'],
  deed: ['deed'],
  property: ['property'],
  contract: ['contract'],
  registration: ['registration'],
  'no-materials': ['noMaterials'],
} as const satisfies Record<PlainStep, readonly (keyof DraftAnswers)[]>

/** The answers without those that were given behind `step`: a changed answer drops what it had led to. */
export function answersUpTo(step: PlainStep, answers: DraftAnswers): DraftAnswers {
  const steps = stepsOf(answers)
  const kept = steps.slice(0, steps.indexOf(step) + 1).flatMap((one): readonly (keyof DraftAnswers)[] => (one === 'confirm' ? [] : GIVES[one]))
  return { ...Object.fromEntries(Object.entries(answers).filter(([name]) => kept.some((one) => one === name))), schemaVersion: 1 }
}

/** After which step's answer a fresh answer of a register leaves the draft: what was chosen on the old one is asked again. Null: nothing stays. A contract's number is typed anew. */
const KEPT_UP_TO = { record: null, household: 'agreement', property: 'basis', 'grandparent-property': 'binding', contract: 'basis' } as const satisfies Record<string, PlainStep | null>
export type AskedRegistry = keyof typeof KEPT_UP_TO

/** What a draft keeps once a register has answered anew. */
export function keptAnswers(registry: AskedRegistry, answers: DraftAnswers): DraftAnswers {
  const upTo = KEPT_UP_TO[registry]
  return upTo === null ? { schemaVersion: 1 } : answersUpTo(upTo, answers)
}
