import { z } from 'zod'

/** What a family says is wrong with its result. */
export const COMPLAINTS = ['wrong-category', 'wrong-catchment', 'siblings-apart', 'something-else'] as const
export type Complaint = (typeof COMPLAINTS)[number]

const OBJECTION_LENGTH = { least: 10, most: 1000 } as const

/** What its form posts: of which result, so that nobody objects to one that was replaced meanwhile. Messages are codes of `lib/copy/errors`. */
export const objectionAnswers = z.object({
  applicationId: z.uuid(),
  resultId: z.uuid(),
  complaint: z.enum(COMPLAINTS, { error: 'complaint-missing' }),
  // A browser sends each line end as two characters and counts it as one.
  text: z.string().overwrite((typed) => typed.replaceAll('\r\n', '\n')).trim().min(1, { error: 'explanation-missing' }).min(OBJECTION_LENGTH.least, { error: 'objection-short' }).max(OBJECTION_LENGTH.most, { error: 'objection-long' }),
})
export type ObjectionAnswers = z.infer<typeof objectionAnswers>

export const objectionContent = z.object({ schemaVersion: z.literal(1), text: z.string() })

/** What the county answers: the result holds, or another school is given by hand. */
export const OBJECTION_OUTCOMES = ['kept', 'changed'] as const
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number]

/** `schoolCode`: where the child goes now; null where the result holds. The reason is in words that the family reads. */
export const objectionAnswer = z.object({ schemaVersion: z.literal(1), schoolCode: z.string().nullable(), reason: z.string() })
export type ObjectionAnswer = z.infer<typeof objectionAnswer>

/** `answer-objection`: of which objection, judged on which result, and whether a seat beyond the school's capacity is meant. */
export const answerObjectionContent = z.object({
  ...objectionAnswer.shape,
  objectionId: z.uuid(),
  resultId: z.uuid(),
  overCapacity: z.boolean(),
})
export type AnswerObjectionContent = z.infer<typeof answerObjectionContent>
