'use client'

import { SelectField, TextField, type SelectOption } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveRow } from './actions'
import { TypedForm, useTypedForm } from '../../../../../desk/typed-form'

export type CellField = { name: string; label: string; hint: string; value: string } & (
  | { input: 'text' | 'long' }
  | { input: 'select'; options: readonly SelectOption[] }
  | { input: 'ticks'; none: string; options: readonly SelectOption[] }
)

type Props = {
  hidden: Readonly<Record<string, string>>
  fields: readonly CellField[]
  submit: string
  /** where the row stands as it is now */
  now: string
}

/** A row's cells, in place. Whatever is refused, what was typed stays. */
export function RowForm({ hidden, fields, submit, now }: Props) {
  const { typed, field, frame } = useTypedForm(saveRow, Object.fromEntries(fields.map(({ name, value }) => [name, value])))
  // The page may know the row as somebody else has left it by now: what is sent again still names the row that was seen.
  const seen = { line: typed.line ?? hidden.line ?? '', seen: typed.seen ?? hidden.seen ?? '' }
  const isChanged = frame.state.status === 'refused' && frame.state.code === 'ROW_CHANGED'
  return (
    <TypedForm frame={frame} hidden={{ ...hidden, ...seen }}>
      {isChanged && <p><a href={now} target="_blank" rel="noreferrer">在新窗口看这一行现在的内容</a></p>}
      <div className="row-fields">
        {fields.map((cell) => {
          const { label, hint } = cell
          if (cell.input === 'ticks') return null
          if (cell.input === 'select') return <SelectField key={cell.name} label={label} hint={hint} options={cell.options} {...field(cell.name)} />
          return <TextField key={cell.name} label={label} hint={hint} rows={cell.input === 'long' ? 3 : undefined} autoComplete="off" spellCheck={false} {...field(cell.name)} />
        })}
      </div>
      {fields.map((cell) => cell.input === 'ticks' && <Ticks key={cell.name} {...cell} chosen={(typed[cell.name] ?? '').split(' ')} />)}
      <SubmitButton waitingText="正在保存">{submit}</SubmitButton>
    </TypedForm>
  )
}

/** Several words in one cell. The hidden first value is what stands there when none is ticked. */
function Ticks({ name, label, hint, none, options, chosen }: Omit<Extract<CellField, { input: 'ticks' }>, 'input' | 'value'> & { chosen: readonly string[] }) {
  return (
    <fieldset className="field row-ticks">
      <legend><b>{label}</b>　<span className="text-sm font-normal text-ink-soft">{hint}</span></legend>
      <input type="hidden" name={name} value={none} />
      <div>
        {options.map(({ value, label: words }) => (
          <label key={value} className="check"><input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /><span>{words}</span></label>
        ))}
      </div>
    </fieldset>
  )
}
