'use server'

import { z } from 'zod'
import type { QUEUE_DONE } from '@/lib/copy/staff/queue'
import { caseDecision, type CaseDecision } from '@/lib/domain/case-decision'
import { succeed, type Result } from '@/lib/domain/result'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { claimCase } from '@/lib/commands/claim-case'
import { claimNextCase } from '@/lib/commands/claim-next-case'
import { decideAppeal, type DecideFailure } from '@/lib/commands/decide-appeal'
import { decideAudit, type DecideAuditFailure } from '@/lib/commands/decide-audit'
import { proposeAnswer, type ProposeAnswerFailure } from '@/lib/commands/propose-answer'
import { keepClaim } from '@/lib/commands/keep-claim'
import { writeNote } from '@/lib/commands/write-note'
import { staffAction, staffPost, staffQuestion } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'
import { casePath, queuePath } from '../case-path'
import { list, narrowingOf } from '../queue-list'

const place = z.object({ caseId: z.uuid(), list })
const written = place.extend({ text: z.string().trim().min(1, { error: 'NOTE_MISSING' }).max(500, { error: 'NOTE_TOO_LONG' }) })
const decided = z.intersection(place.extend({ note: z.string().trim().max(500, { error: 'NOTE_TOO_LONG' }).default('') }), caseDecision)

/** The page from which a form was posted, whatever else is wrong with it. */
function pageOf(form: FormData): string {
  const read = place.safeParse(Object.fromEntries(form))
  return read.success ? casePath(read.data.caseId, read.data.list) : paths.cases
}

export const claim = staffPost('decide', place, pageOf, ({ actor, input: { caseId }, now }) => claimCase({ actor, caseId, now }), ({ caseId }, input) => casePath(caseId, input.list))

/** Asked by the page itself while somebody works on it. */
export const keep = staffQuestion('decide', place, pageOf, ({ actor, input: { caseId }, now }) => keepClaim({ actor, caseId, now }))

export const note = staffAction('decide', written, pageOf, ({ actor, input: { caseId, text }, now }) => writeNote({ actor, caseId, text, now }), ({ caseId }, input) => `${casePath(caseId, input.list)}#notes`)

type Refused = DecideFailure | DecideAuditFailure | ProposeAnswerFailure
type Given = { actor: StaffActor; input: z.output<typeof decided>; now: Now }

/** 「提交，打开下一件」: the verdict, with it a note that stood there unsaved, and the next case in hand, within the same filters. */
export const decide = staffAction(
  'decide',
  decided,
  pageOf,
  async ({ actor, input, now }: Given): Promise<Result<string, Refused>> => {
    const verdict = await verdictOf({ actor, input, now })
    if (!verdict.ok) return verdict
    if (input.note !== '') await writeNote({ actor, caseId: input.caseId, text: input.note, now })
    if (input.then === 'list') return succeed(donePath(input.list, 'decided'))
    const claimed = await claimNextCase({ actor, narrowing: narrowingOf(input.list), now })
    return succeed(claimed.ok ? casePath(claimed.value.caseId, input.list) : donePath(input.list, 'last'))
  },
  (path) => path,
)

/** Back in the queue, which says that the verdict is written: that no case is left is no fault of it. */
function donePath(query: string, done: keyof typeof QUEUE_DONE): string {
  return queuePath(new URLSearchParams([...new URLSearchParams(query), ['done', done]]).toString())
}

function verdictOf({ actor, input, now }: { actor: StaffActor; input: CaseDecision & { caseId: string }; now: Now }): Promise<Result<unknown, Refused>> {
  if (input.subject === 'submission') return decideAudit({ actor, caseId: input.caseId, outcome: input.verdict, reason: input.reason, reasonCode: input.reasonCode, checked: input.checked, now })
  if (input.subject === 'objection') return proposeAnswer({ actor, caseId: input.caseId, resultId: input.resultId, schoolCode: input.schoolCode, overCapacity: input.overCapacity, reason: input.reason, now })
  const { appealId, round, verdict, reason, reasonCode, wanted, checked } = input
  return decideAppeal({ actor, appealId, round, outcome: verdict === 'approved' ? 'approved' : 'refused', reason, reasonCode, wanted, checked, now })
}
