import { Choice, ChoiceGroup, ClosedChoice } from '@/components/ui/choice'
import { SelectField, TextField } from '@/components/ui/field'
import { NOT_THIS_GUARDIAN, SINGLE_PARENT_WORDS } from '@/lib/copy/appeals'
import type { FieldsProps } from './form-context'

const REASONS = Object.entries(SINGLE_PARENT_WORDS).map(([value, label]) => ({ value, label }))

/** whom to delete; nobody deletes themselves. */
export function SingleParentFields({ context, field }: FieldsProps) {
  const { name, defaultValue, error } = field('removed')
  return (
    <>
      <ChoiceGroup legend="要删除哪一位监护人" name={name} error={error}>
        {context.guardians.map(({ subject, words, isReader }) =>
          isReader
            ? <ClosedChoice key={subject} title={words} reason={NOT_THIS_GUARDIAN.removed} />
            : <Choice key={subject} name={name} value={subject} title={words} defaultChecked={defaultValue === subject} />,
        )}
      </ChoiceGroup>
      <SelectField label="原因" placeholder="请选择" options={REASONS} {...field('reason')} />
      <Note {...field('explanation')} />
    </>
  )
}

/** whoever is chosen goes on, so it is the one who is signed in. */
export function BlendedFamilyFields({ context, field }: FieldsProps) {
  const { name, defaultValue, error } = field('kept')
  return (
    <>
      <ChoiceGroup legend="由哪一位监护人办理入学" name={name} error={error}>
        {context.guardians.map(({ subject, words, isReader }) =>
          isReader
            ? <Choice key={subject} name={name} value={subject} title={words} defaultChecked={defaultValue === subject} />
            : <ClosedChoice key={subject} title={words} reason={NOT_THIS_GUARDIAN.kept} />,
        )}
      </ChoiceGroup>
      <Note {...field('explanation')} />
    </>
  )
}

function Note(field: ReturnType<FieldsProps['field']>) {
  return <TextField label="说明（可以不填）" hint="有需要区县知道的情况，写在这里。" rows={3} {...field} />
}
