'use client'

import { Actions } from '@/components/layout/actions'
import { SelectField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS, PAPER_WORDS } from '@/lib/copy/staff/desk'
import { PAPERS } from '@/lib/domain/papers'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { RELATIONS, RELATION_WORDS } from '@/lib/domain/relation'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveIdentity } from './actions'
import type { EntryFormProps } from './entry-form-props'
import { personOf, PersonRows } from './person-rows'

/** Student and guardians as their papers prove them: they become the record, beside what the register says. */
export function IdentityForm({ kept, hidden }: EntryFormProps) {
  const { field, frame } = useTypedForm(saveIdentity, kept)
  return (
    <TypedForm frame={frame} hidden={hidden} whose={personOf('guardian', '监护人')}>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[2fr_3fr]">
        <div className="form">
          <TextField label="学生姓名" autoComplete="off" maxLength={50} {...field('studentName')} />
          <TextField label="户口本上的地址（登记里有户籍的，不填）" rows={2} maxLength={ENTRY_LIMITS.text} {...field('householdAddress')} />
          <TextField variant="id" label="户主的身份证号（不填地址的，不填）" {...field('headIdNumber')} />
          <SelectField label="凭什么材料核验" options={PAPERS.identity.map((paper) => ({ value: paper, label: PAPER_WORDS[paper] }))} placeholder="请选择" {...field('paper')} />
          <TextField label="说明（可以不填）" rows={2} maxLength={ENTRY_LIMITS.text} {...field('why')} />
        </div>
        <div className="form">
          <PersonRows field={field} prefix="guardian" rows={ENTRY_LIMITS.guardians} legend={(row) => (row === 1 ? '监护人' : `监护人 ${row}（没有就空着）`)} relations={RELATIONS.map((relation) => ({ value: relation, label: RELATION_WORDS[relation] }))} />
        </div>
      </div>
      <Actions><SubmitButton waitingText="正在保存">{DESK_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
