import { z } from 'zod'
import { BASES } from '@/lib/rules'
import { draftAnswers } from './answers'
import { VERIFIED } from './desk-entries'

const usedProperty = z.object({
  kind: z.string(),
  address: z.string(),
  owners: z.array(z.string()),
  number: z.string().nullable(),
  /** what the county has verified offline; nothing in the first submissions */
  verified: z.array(z.enum(VERIFIED)).default([]),
})
/** As the first submissions have it, when a title deed was the only way: what is frozen is read as it was written. */
const usedDeed = usedProperty.omit({ number: true }).extend({ certificateNumber: z.string() }).transform(({ certificateNumber, ...rest }) => ({ ...rest, number: certificateNumber }))

/** What the family had before its eyes when it pressed 「提交入学信息」; the receipt repeats it. Already masked. */
export const shownConfirmation = z.object({
  student: z.object({ name: z.string(), idNumber: z.string() }),
  submittedBy: z.object({ name: z.string(), relation: z.string() }),
  guardians: z.array(z.object({ name: z.string(), relation: z.string() })),
  studentHousehold: z.object({ address: z.string().nullable(), place: z.string() }),
  basis: z.enum(BASES),
  /** what the seat is asked for on; a registration has no owners and no number */
  property: z.union([usedProperty, usedDeed]),
  category: z.object({ row: z.string(), label: z.string() }),
  schools: z.array(z.object({ code: z.string(), name: z.string() })),
  zone: z.string().nullable(),
})
export type ShownConfirmation = z.infer<typeof shownConfirmation>

/** A submission's frozen content: answers, what was shown, facts, determination and the findings it rests on. */
export const submissionContent = z.object({
  schemaVersion: z.literal(1),
  answers: draftAnswers,
  shown: shownConfirmation,
  facts: z.record(z.string(), z.unknown()),
  determination: z.record(z.string(), z.unknown()),
  findingIds: z.array(z.string()),
  /** what the county established and this rests on; nothing yet in the first submissions */
  establishmentIds: z.array(z.string()).default([]),
  agreementVersion: z.string(),
  /** the officer who acted for a guardian at the desk */
  assistedBy: z.string().nullable().default(null),
  /** completed after the close: the second officer, and the instant as of which it was judged */
  completed: z.object({ approvedBy: z.string(), judgedAt: z.number() }).nullable().default(null),
})
export type SubmissionContent = z.infer<typeof submissionContent>
