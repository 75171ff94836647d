'use client'

import { useActionState } from 'react'
import { SessionExpired } from '@/components/forms/session-expired'
import { FieldError } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { STATUS_NAMES } from '@/lib/copy/staff/applications'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { newStaffForm } from '@/lib/forms/staff-state'
import { paths } from '@/lib/paths'
import { search } from './actions'

/** Finds a family of the county; what was typed and what was found stand on this page alone, and in no address. */
export function SearchForm() {
  const [state, action] = useActionState(search, newStaffForm)
  const error = state.status === 'refused' ? STAFF_ERRORS[state.code] : null
  return (
    <>
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      <form action={action} key={state.status === 'new' ? 0 : state.attempt} role="search" aria-label="查找家庭">
        <div className={error ? 'field field--error' : 'field'}>
          <label className="field-label block font-bold" htmlFor="typed">学生或监护人的身份证号、回执编号，或者姓名</label>
          {error && <FieldError id="typed-error">{error}</FieldError>}
          <div className="search">
            <input className="input" id="typed" name="typed" autoComplete="off" spellCheck={false} maxLength={50} defaultValue={state.status === 'new' ? '' : state.values.typed} aria-invalid={error ? true : undefined} aria-describedby={error ? 'typed-error' : 'typed-hint'} />
            <SubmitButton waitingText="正在查找">查找</SubmitButton>
          </div>
          <p id="typed-hint" className="text-xs text-ink-soft">身份证号要填满，姓名可以只填一部分。查找会留下记录。</p>
        </div>
      </form>
      <div role="status">
        {state.status === 'answered' && <p className="text-sm text-ink-soft">{state.answer.length === 0 ? '本县没有找到这样的登记。还没有开始登记的家庭，这里查不到。' : `找到 ${state.answer.length} 份登记。`}</p>}
      </div>
      {state.status === 'answered' && state.answer.length > 0 && (
        <div className="scroll">
          <table className="table">
            <thead><tr><th scope="col">学生</th><th scope="col">身份证号</th><th scope="col">办理人</th><th scope="col">状态</th><th scope="col">回执编号</th></tr></thead>
            <tbody>
              {state.answer.map((family) => (
                <tr key={family.applicationId}>
                  <td><a href={paths.deskFamily(family.applicationId)}>{family.child ?? '姓名未核实'}</a></td>
                  <td>{family.childIdNumber}</td>
                  <td>{family.guardian}{family.relation && `（${family.relation}）`}</td>
                  <td>{STATUS_NAMES[family.status].text}</td>
                  <td>{family.receiptNumber ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
