'use client'

import type { ReactNode } from 'react'
import { Section } from '@/components/layout/section'
import { SelectField, TextField, type SelectOption } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { AFTER_CLOSE, NEIGHBOURS_LEAD, OVERFLOW, RETENTION_LEAD, SETTINGS_SECTIONS, SETTINGS_WORDS } from '@/lib/copy/staff/season-settings'
import type { SettingsField } from '@/lib/domain/season-settings'
import { TypedForm, useTypedForm } from '../../../../desk/typed-form'
import { save } from './actions'

type Props = {
  draftId: string
  /** the mark of what the fields were filled from */
  seen: string
  kept: Readonly<Record<string, string>>
  /** what the rules say, by field */
  faults: Readonly<Record<string, string>>
  orders: readonly SelectOption[]
  /** of the draft's table, with the name of each one's field of neighbours */
  schools: readonly { field: string; name: string }[]
  /** nobody edits a draft that waits or is published */
  editing: boolean
}

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** season.json as fields. What is saved wrong is kept, with what is wrong beside it. */
export function SettingsForm({ draftId, seen, kept, faults, orders, schools, editing }: Props) {
  const { field, frame } = useTypedForm(save, kept)
  const of = (name: string) => {
    const typed = field(name)
    return { ...typed, error: typed.error ?? faults[name] }
  }
  const line = (name: SettingsField, more: { type?: string; inputMode?: 'numeric' | 'decimal'; rows?: number } = {}) => <TextField key={name} {...SETTINGS_WORDS[name]} {...of(name)} {...more} spellCheck={false} />
  const choice = (name: SettingsField, list: readonly SelectOption[]) => <SelectField key={name} {...SETTINGS_WORDS[name]} {...of(name)} options={list} />
  const days = (name: SettingsField) => line(name, { inputMode: 'numeric' })
  return (
    <TypedForm frame={frame} hidden={{ draftId, seen }}>
      <fieldset disabled={!editing} className="grid gap-6">
        <Part title={SETTINGS_SECTIONS.dates}>
          {line('title')}{line('countyName')}{line('opensAt', { type: 'datetime-local' })}{line('closesAt', { type: 'datetime-local' })}
          {line('bornFrom', { type: 'date' })}{line('bornTo', { type: 'date' })}{days('readingSeconds')}{line('source')}
        </Part>
        <Part title={SETTINGS_SECTIONS.places}>{line('urbanPlaces', { rows: 4 })}{line('residentialUses', { rows: 4 })}</Part>
        <Part title={SETTINGS_SECTIONS.help}>{line('help.desk', { rows: 2 })}{line('help.hours', { rows: 2 })}</Part>
        <Part title={SETTINGS_SECTIONS.review}>
          {days('review.workingDays')}{line('review.until')}{line('review.holidays', { rows: 3 })}{line('review.workdays', { rows: 3 })}
          {line('review.sampling', { inputMode: 'decimal' })}{choice('review.afterClose', options(AFTER_CLOSE))}
        </Part>
        <Part title={SETTINGS_SECTIONS.allocation}>
          {choice('allocation.criteria', orders)}{choice('allocation.overflow', options(OVERFLOW))}{line('allocation.draw', { rows: 2 })}
          {schools.length > 0 && <p className="text-sm text-ink-soft lg:col-span-2">{NEIGHBOURS_LEAD}</p>}
          {schools.map((school) => <TextField key={school.field} label={school.name} {...of(school.field)} spellCheck={false} />)}
        </Part>
        <Part title={SETTINGS_SECTIONS.announcement}>{days('announcement.objectionDays')}{line('announcement.next', { rows: 3 })}</Part>
        <Part title={SETTINGS_SECTIONS.retention} lead={RETENTION_LEAD}>{days('retention.draftDays')}{days('retention.familyDays')}{days('retention.registerDays')}</Part>
      </fieldset>
      {editing && <div className="case-send justify-items-start"><SubmitButton hotKey="s" waitingText="正在保存">保存</SubmitButton></div>}
    </TypedForm>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Section near title={title}>
      {lead && <p className="text-sm text-ink-soft">{lead}</p>}
      <div className="grid items-end gap-x-10 gap-y-4 lg:grid-cols-2">{children}</div>
    </Section>
  )
}
