import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { KINSHIP_WORDS } from '@/lib/copy/kinship'
import type { FieldsProps } from './form-context'

const KINSHIPS = Object.entries(KINSHIP_WORDS).map(([value, label]) => ({ value, label }))

/** which grandparent, and through which guardian. */
export function KinshipFields({ context, field }: FieldsProps) {
  const { name, defaultValue, error } = field('agreed')
  return (
    <>
      <TextField label="老人的姓名" autoComplete="off" {...field('grandparentName')} />
      <TextField label="老人的身份证号" variant="id" {...field('grandparentIdNumber')} />
      <SelectField label="是孩子的" placeholder="请选择" options={KINSHIPS} {...field('kinship')} />
      <SelectField label="是哪一位监护人的父母" placeholder="请选择" options={context.guardians.map(({ subject, words }) => ({ value: subject, label: words }))} {...field('through')} />
      <CheckField name={name} value="yes" label="老人同意用自己的房产给孩子入学" error={error} defaultChecked={defaultValue === 'yes'} />
    </>
  )
}
