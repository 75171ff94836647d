import { z } from 'zod'
import type { Reason } from '@/lib/rules'
import { AUDIT_OUTCOMES, type CaseKind } from './cases'
import { OBJECTION_OUTCOMES, type ObjectionOutcome } from './objections'
import { OTHER_DOCUMENT } from './papers'

export const APPEAL_VERDICTS = ['approved', 'refused', 'wanted'] as const
export type Verdict = (typeof APPEAL_VERDICTS)[number] | (typeof AUDIT_OUTCOMES)[number] | ObjectionOutcome

/** The season's reasons for one kind of case: its own stand in place of a general one of the same code. */
export function reasonsFor(kind: CaseKind, reasons: readonly Reason[]): Reason[] {
  const isOwn = (one: Reason) => one.kind === kind
  return reasons.filter((one) => isOwn(one) || (one.kind === '' && !reasons.some((other) => isOwn(other) && other.code === one.code)))
}

const said = {
  reason: z.string().max(500, { error: 'NOTE_TOO_LONG' }).default(''),
  /** where one goes on after the verdict */
  then: z.enum(['next', 'list']).catch('next'),
}

/** The papers that were found in order. */
const ticked = { 'checked[]': z.array(z.uuid()).max(100).default([]) }

const ofAppeal = z
  .object({
    ...said,
    ...ticked,
    subject: z.literal('appeal'),
    appealId: z.uuid(),
    round: z.coerce.number().int().min(1),
    verdict: z.enum(APPEAL_VERDICTS, { error: 'VERDICT_MISSING' }),
    reasonCode: z.string().max(60).default(''),
    document: z.string().max(100).default(''),
    documentName: z.string().trim().max(100).default(''),
  })
  .transform(({ document, documentName, reasonCode, 'checked[]': checked, ...rest }, context) => {
    const named = document === OTHER_DOCUMENT ? documentName : document
    if (rest.verdict === 'wanted' && named === '') context.addIssue({ code: 'custom', path: ['document'], message: 'WANTED_MISSING' })
    return { ...rest, checked, reasonCode: rest.verdict === 'refused' && reasonCode !== '' ? reasonCode : null, wanted: rest.verdict === 'wanted' ? named : null }
  })

const ofSubmission = z
  .object({ ...said, ...ticked, subject: z.literal('submission'), verdict: z.enum(AUDIT_OUTCOMES, { error: 'VERDICT_MISSING' }), reasonCode: z.string().max(60).default('') })
  .transform(({ reasonCode, 'checked[]': checked, ...rest }) => ({ ...rest, checked, reasonCode: rest.verdict === 'proposed-for-return' && reasonCode !== '' ? reasonCode : null }))

/** A school is asked for only where the result does not hold. */
const ofObjection = z
  .object({
    ...said,
    subject: z.literal('objection'),
    verdict: z.enum(OBJECTION_OUTCOMES, { error: 'VERDICT_MISSING' }),
    resultId: z.uuid(),
    schoolCode: z.string().max(20).default(''),
    overCapacity: z.literal('yes').optional(),
  })
  .transform(({ schoolCode, overCapacity, ...rest }, context) => {
    const changed = rest.verdict === 'changed'
    if (changed && schoolCode === '') context.addIssue({ code: 'custom', path: ['schoolCode'], message: 'SCHOOL_MISSING' })
    return { ...rest, schoolCode: changed ? schoolCode : null, overCapacity: changed && overCapacity === 'yes' }
  })

/** What the right side of a case posts; messages are codes of `lib/copy/staff/errors`. */
export const caseDecision = z.discriminatedUnion('subject', [ofAppeal, ofSubmission, ofObjection])
export type CaseDecision = z.infer<typeof caseDecision>
