'use client'

import { useActionState } from 'react'
import { SessionExpired } from '@/components/forms/session-expired'
import { SubmitButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { TRIED_AS_NAMES } from '@/lib/copy/staff/address-trial'
import type { TriedAddresses } from '@/lib/commands/try-addresses'
import { MOST_ON_PAGE, TRIED_AS } from '@/lib/domain/address-limits'
import { newStaffForm, type StaffAnswerState } from '@/lib/forms/staff-state'
import { tryOut } from './actions'
import { ExportForm } from './export-form'
import { TriedTable } from './tried-table'

/** Addresses one a line, and under them what both seasons say. What was typed stays in the page and goes nowhere else. */
export function AddressForm({ draftId }: { draftId: string }) {
  const [state, action] = useActionState<StaffAnswerState<TriedAddresses>, FormData>(tryOut, newStaffForm)
  const typed = state.status === 'new' ? {} : state.values
  const answer = state.status === 'answered' ? state.answer : null
  return (
    <>
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      <form action={action} noValidate className="con-part" key={state.status === 'new' ? 0 : state.attempt}>
        <input type="hidden" name="draftId" value={draftId} />
        <TextField name="addresses" label="地址" hint={`一行一个，最多 ${MOST_ON_PAGE} 个。照房产证、户口本上的写法，繁体和简体算不同的字。系统不保存。`} rows={6} required spellCheck={false} autoComplete="off" defaultValue={typed.addresses} error={state.status === 'refused' ? STAFF_ERRORS[state.code] : undefined} />
        <div className="filters">
          <label className="pick"><span>当作</span><select name="as" defaultValue={typed.as ?? 'any'}>{TRIED_AS.map((as) => <option key={as} value={as}>{TRIED_AS_NAMES[as]}</option>)}</select></label>
          <SubmitButton waitingText="正在对照">试一试</SubmitButton>
        </div>
      </form>
      {answer && (
        <section className="con-part" aria-labelledby="answer">
          <h2 id="answer" className="sub">{answer.lines.length} 个地址，{answer.lines.filter(({ change }) => change === 'schools').length} 个学校变了，{answer.lines.filter(({ draft }) => draft.status !== 'matched').length} 个按草稿对不上一所学校</h2>
          <TriedTable lines={answer.lines} />
          <ExportForm draftId={draftId} as={typed.as ?? 'any'} addresses={typed.addresses ?? ''} />
        </section>
      )}
    </>
  )
}
