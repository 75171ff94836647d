'use client'

import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { SelectField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS, PAPER_WORDS } from '@/lib/copy/staff/desk'
import { PAPERS } from '@/lib/domain/papers'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveMatch } from './actions'
import type { EntryFormProps } from './entry-form-props'
import { RowPicker } from './row-picker'

/** The catchment row of an address, where the machine found none or a wrong one. */
export function MatchForm({ kept, hidden, addresses, rows }: EntryFormProps) {
  const { field, frame } = useTypedForm(saveMatch, kept)
  const address = field('address')
  return (
    <TypedForm frame={frame} hidden={hidden}>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div className="form">
          <ChoiceGroup legend="要匹配的地址" name={address.name} error={address.error}>
            {addresses.map((one) => <Choice key={one.reference} name={address.name} value={one.reference} title={one.address} text={`${one.what}，现在：${one.now}`} defaultChecked={address.defaultValue === one.reference} />)}
          </ChoiceGroup>
          <SelectField label="凭什么材料核验" options={PAPERS['address-match'].map((paper) => ({ value: paper, label: PAPER_WORDS[paper] }))} placeholder="请选择" {...field('paper')} />
          <TextField label="理由" hint="为什么是这一行，复核人要看" rows={3} maxLength={ENTRY_LIMITS.text} {...field('why')} />
        </div>
        <RowPicker rows={rows} {...field('row')} />
      </div>
      <Actions><SubmitButton waitingText="正在保存">{DESK_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
