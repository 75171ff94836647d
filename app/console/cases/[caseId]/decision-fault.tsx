import { FocusOnAppear } from '@/components/ui/focus-on-appear'
import { Notice } from '@/components/ui/notice'
import { DECISION } from '@/lib/copy/staff/decision'
import { STAFF_ERRORS, type StaffErrorCode } from '@/lib/copy/staff/errors'
import type { StaffFormState } from '@/lib/forms/staff-state'
import { casePath } from '../case-path'
import type { Place } from '../hidden'

/** What kept the verdict from being written: said above, where the focus goes; nothing that was typed is lost. */
export function DecisionFault({ state, place: { caseId, list } }: { state: StaffFormState; place: Place }) {
  if (state.status === 'new') return null
  return (
    <div id="not-decided" tabIndex={-1} role="alert">
      <FocusOnAppear targetId="not-decided" signature={String(state.attempt)} />
      {state.status === 'expired'
        ? <Notice title={DECISION.expired}><p><a className="inline-flex min-h-target items-center" href={state.signIn} target="_blank" rel="noreferrer">{DECISION.signIn}</a></p></Notice>
        : <Notice><p>{STAFF_ERRORS[state.code]}</p>{MOVED.includes(state.code) && <p><a className="inline-flex min-h-target items-center" href={casePath(caseId, list)} target="_blank" rel="noreferrer">{DECISION.latest}</a></p>}</Notice>}
    </div>
  )
}

/** The case is not what it was when it was opened. */
const MOVED: readonly StaffErrorCode[] = ['CASE_DECIDED', 'CASE_NOT_YOURS', 'CLAIM_OUTDATED', 'RETURN_ALREADY_PROPOSED', 'CASE_PROPOSED', 'RESULT_CHANGED', 'BY_HAND_WAITING']
