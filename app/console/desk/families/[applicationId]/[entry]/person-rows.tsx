import { SelectField, TextField, type SelectOption } from '@/components/ui/field'

type Field = (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined }

type Props = {
  field: Field
  /** before the number of the row: owner1Name, owner1IdNumber, owner1Relation */
  prefix: string
  rows: number
  legend: (row: number) => string
  relations: readonly SelectOption[]
}

/** People as papers name them, a row each; rows that are not needed stay empty. */
export function PersonRows({ field, prefix, rows, legend, relations }: Props) {
  return Array.from({ length: rows }, (_, index) => (
    <fieldset key={index}>
      <legend className="sub">{legend(index + 1)}</legend>
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_2fr_1fr]">
        <TextField label="姓名" autoComplete="off" maxLength={50} {...field(`${prefix}${index + 1}Name`)} />
        <TextField variant="id" label="身份证号" {...field(`${prefix}${index + 1}IdNumber`)} />
        <SelectField label="关系" options={relations} placeholder="请选择" {...field(`${prefix}${index + 1}Relation`)} />
      </div>
    </fieldset>
  ))
}

/** Whose row a field is of, before a fault's words: several rows may have the same fault. @param legend as the rows are called, 产权人 */
export function personOf(prefix: string, legend: string): (field: string) => string {
  return (field) => {
    const [, row] = new RegExp(`^${prefix}(\\d+)`).exec(field) ?? []
    return row === undefined ? '' : `${legend}${row === '1' ? '' : ` ${row}`}：`
  }
}
