'use client'

import { Actions } from '@/components/layout/actions'
import { SelectField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS, OWNER_WORDS, PAPER_WORDS } from '@/lib/copy/staff/desk'
import { COUNTIES } from '@/lib/domain/counties'
import { OWNER_RELATIONS, PAPERS } from '@/lib/domain/papers'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveProperty } from './actions'
import type { EntryFormProps } from './entry-form-props'
import { personOf, PersonRows } from './person-rows'

/** An offline-verified property, as the paper has it. */
export function PropertyForm({ kept, hidden }: EntryFormProps) {
  const { field, frame } = useTypedForm(saveProperty, kept)
  return (
    <TypedForm frame={frame} hidden={hidden} whose={personOf('owner', '产权人')}>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[2fr_3fr]">
        <div className="form">
          <TextField variant="id" label="不动产权证号" hint="照证件逐字填，旧证填旧证号" maxLength={100} {...field('certificateNumber')} />
          <SelectField label="所在区县" options={COUNTIES.map(({ code, name }) => ({ value: code, label: name }))} {...field('county')} />
          <TextField label="地址" rows={2} maxLength={ENTRY_LIMITS.text} {...field('address')} />
          <TextField label="用途" hint="照证件填，例如住宅" maxLength={ENTRY_LIMITS.text} {...field('use')} />
          <SelectField label="凭什么材料核验" options={PAPERS.property.map((paper) => ({ value: paper, label: PAPER_WORDS[paper] }))} placeholder="请选择" {...field('paper')} />
          <TextField label="说明（可以不填）" rows={2} maxLength={ENTRY_LIMITS.text} {...field('why')} />
        </div>
        <div className="form">
          <PersonRows field={field} prefix="owner" rows={ENTRY_LIMITS.owners} legend={(row) => (row === 1 ? '产权人' : `产权人 ${row}（没有就空着）`)} relations={OWNER_RELATIONS.map((relation) => ({ value: relation, label: OWNER_WORDS[relation] }))} />
        </div>
      </div>
      <Actions><SubmitButton waitingText="正在保存">{DESK_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
