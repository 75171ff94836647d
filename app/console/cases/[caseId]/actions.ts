'use server'

import { z } from 'zod'
import type { QUEUE_DONE } from '@/lib/copy/staff/queue'
import { caseNarrowing, narrowingEntries } from '@/lib/domain/case-filters'
import { caseDecision, type CaseDecision } from '@/lib/domain/case-decision'
import { succeed, type Result } from '@/lib/domain/result'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { claimCase } from '@/lib/commands/claim-case'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { decideAppeal, type DecideFailure } from '@/lib/commands/decide-appeal'
import { decideAudit, type DecideAuditFailure } from '@/lib/commands/decide-audit'
import { proposeAnswer, type ProposeAnswerFailure } from '@/lib/commands/propose-answer'
import { writeNote } from '@/lib/commands/write-note'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'
import { casePath } from '../case-path'

/** The filters travel as the query that they are in the queue's address. */
const list = z.string().max(1000).transform((query) => caseNarrowing.parse(Object.fromEntries(new URLSearchParams(query))))
const place = z.object({ caseId: z.uuid(), list })
const written = place.extend({ text: z.string().trim().min(1, { error: 'NOTE_MISSING' }).max(500, { error: 'NOTE_TOO_LONG' }) })
const decided = z.intersection(place, caseDecision)

/** The page from which a form was posted, whatever else is wrong with it. */
function pageOf(form: FormData): string {
  const read = place.safeParse(Object.fromEntries(form))
  return read.success ? casePath(read.data.caseId, read.data.list) : paths.cases
}

export const claim = staffPost('decide', place, pageOf, ({ actor, input: { caseId }, now }) => claimCase({ actor, caseId, now }), ({ caseId }, input) => casePath(caseId, input.list))

export const note = staffPost('decide', written, pageOf, ({ actor, input: { caseId, text }, now }) => writeNote({ actor, caseId, text, now }), ({ caseId }, input) => `${casePath(caseId, input.list)}#notes`)

type Refused = DecideFailure | DecideAuditFailure | ProposeAnswerFailure
type Given = { actor: StaffActor; input: z.output<typeof decided>; now: Now }

/** 「提交，打开下一件」: the verdict, and with it the next case in hand, within the same filters. */
export const decide = staffAction(
  'decide',
  decided,
  pageOf,
  async ({ actor, input, now }: Given): Promise<Result<string, Refused>> => {
    const verdict = await verdictOf({ actor, input, now })
    if (!verdict.ok) return verdict
    const entries = narrowingEntries(input.list)
    if (input.then === 'list') return succeed(donePath(entries, 'decided'))
    const claimed = await claimNextCase({ actor, narrowing: input.list, now })
    return succeed(claimed.ok ? casePath(claimed.value.caseId, input.list) : donePath(entries, 'last'))
  },
  (path) => path,
)

/** Back in the queue, which says that the verdict is written: that no case is left is no fault of it. */
function donePath(entries: readonly [string, string][], done: keyof typeof QUEUE_DONE): string {
  return `${paths.cases}?${new URLSearchParams([...entries, ['done', done]]).toString()}`
}

function verdictOf({ actor, input, now }: { actor: StaffActor; input: CaseDecision & { caseId: string }; now: Now }): Promise<Result<unknown, Refused>> {
  if (input.subject === 'submission') return decideAudit({ actor, caseId: input.caseId, outcome: input.verdict, reason: input.reason, now })
  if (input.subject === 'objection') return proposeAnswer({ actor, caseId: input.caseId, resultId: input.resultId, schoolCode: input.schoolCode, overCapacity: input.overCapacity, reason: input.reason, now })
  const { appealId, round, verdict, reason, reasonCode, wanted, checked } = input
  return decideAppeal({ actor, appealId, round, outcome: verdict === 'approved' ? 'approved' : 'refused', reason, reasonCode, wanted, checked, now })
}
