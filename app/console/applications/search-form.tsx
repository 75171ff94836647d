'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import type { SearchKind } from '@/lib/domain/application-search'
import { newStaffForm } from '@/lib/forms/staff-state'
import { search } from './actions'

type Props = {
  kinds: readonly { value: SearchKind; name: string }[]
  by: SearchKind
  /** of a search that stands, where it is no number of a person */
  text: string
  /** the list as it is narrowed now, for the way back */
  query: string
}

/** One box, and as what is typed is meant. Whole numbers are found by their index, so that they are typed whole. */
export function SearchForm({ kinds, by, text, query }: Props) {
  const [state, action] = useActionState(search, newStaffForm)
  const typed = state.status === 'new' ? { by, text } : state.values
  const error = state.status === 'refused' ? STAFF_ERRORS[state.code] : null
  return (
    <form action={action} role="search" aria-label="按人查询">
      <input type="hidden" name="query" value={query} />
      <div className={error ? 'field field--error' : 'field'}>
        {error && <FieldError id="text-error">{error}</FieldError>}
        {state.status === 'expired' && <p role="alert"><a href={state.signIn}>登录已过期，请重新登录</a></p>}
        <div className="search">
          <label className="pick">
            <span>查</span>
            {/* made anew with another choice: React resets a form after its action */}
            <select key={typed.by} name="by" aria-label="按什么查" defaultValue={typed.by}>
              {kinds.map(({ value, name }) => <option key={value} value={value}>{name}</option>)}
            </select>
          </label>
          <input className="input" type="search" name="text" aria-label="查询的内容" defaultValue={typed.text} maxLength={100} autoComplete="off" spellCheck={false} data-key="/" aria-invalid={error ? true : undefined} aria-describedby={error ? 'text-error' : 'text-hint'} />
          <SubmitButton waitingText="正在查询" icon={<Icon name="search" />}>查询</SubmitButton>
        </div>
        <p id="text-hint" className="text-xs text-ink-soft">姓名写一个字也可以；住址写小区、路、村，至少两个字；证件号和编号要写完整。按人查询会留下记录。</p>
      </div>
    </form>
  )
}
