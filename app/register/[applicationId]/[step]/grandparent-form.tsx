'use client'

import { Actions } from '@/components/layout/actions'
import { CheckField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TypedForm, useTypedForm } from '../../typed-form'
import { queryGrandparent } from './actions'

type Props = { applicationId: string; kept: { name: string; idNumber: string } | null; button: string; secondary?: boolean }

/** Name, ID number, and that the grandparent agrees: that is said anew at each query and never ticked beforehand. */
export function GrandparentForm({ applicationId, kept, button, secondary }: Props) {
  const { field, frame } = useTypedForm('grandparent', queryGrandparent, { grandparentName: kept?.name, grandparentIdNumber: kept?.idNumber })
  const { name, defaultValue, error } = field('agreed')
  return (
    <TypedForm frame={frame} hidden={{ applicationId, step: 'grandparent' }}>
      <TextField label="老人的姓名" hint="和身份证上一样。" autoComplete="off" {...field('grandparentName')} />
      <TextField variant="id" label="老人的身份证号" hint="18 位。末位可能是 X。" {...field('grandparentIdNumber')} />
      <CheckField name={name} value="yes" label="老人同意查询，也同意用自己的房产给孩子入学" error={error} defaultChecked={defaultValue === 'yes'} />
      <Actions><SubmitButton variant={secondary ? 'secondary' : 'primary'} waitingText="正在查询亲属关系">{button}</SubmitButton></Actions>
    </TypedForm>
  )
}
