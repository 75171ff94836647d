'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { RETURN } from '@/lib/copy/returns'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { newStaffForm } from '@/lib/forms/staff-state'
import { propose } from './actions'

/** The first of two administrators: what the family has to correct, in words that it will read. */
export function ReturnForm({ applicationId, list }: { applicationId: string; /** the query of the list from which the file was opened */ list: string }) {
  const [state, action] = useActionState(propose, newStaffForm)
  return (
    <form action={action} className="grid max-w-form gap-3">
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="list" value={list} />
      {state.status === 'expired' && <p role="alert"><a href={state.signIn}>登录已过期，请重新登录</a></p>}
      <TextField
        name="reason" label={`${RETURN.act}：${RETURN.why}`} rows={3} maxLength={300} required
        hint="写给家长看。另一位管理员同意以后才退回；家长没有再提交的，现在这一份仍然有效。"
        defaultValue={state.status === 'new' ? '' : state.values.reason}
        error={state.status === 'refused' ? STAFF_ERRORS[state.code] : undefined}
      />
      <div><SubmitButton variant="secondary" waitingText="正在提交">{RETURN.propose}，请另一位管理员决定</SubmitButton></div>
    </form>
  )
}
