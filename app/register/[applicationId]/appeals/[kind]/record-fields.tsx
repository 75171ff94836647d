import { SelectField, TextField } from '@/components/ui/field'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { FieldsProps } from './form-context'

const RELATIONS = Object.entries(RELATION_WORDS).map(([value, label]) => ({ value, label }))

const HEADS = [
  { value: 'self', label: '我本人' },
  { value: 'other', label: '上面填的另一位监护人' },
  { value: 'student', label: '孩子' },
  { value: 'someone', label: '其他人（例如爷爷、外公）' },
]

/** a child whom the register does not know. */
export function StudentNotFoundFields(props: FieldsProps) {
  const { field } = props
  return (
    <>
      <ChildAndRelation {...props} />
      <OtherGuardian {...props} />
      <TextField label="户口本上的地址" hint="照着户口本首页填，写到门牌号。" autoComplete="off" rows={2} {...field('address')} />
      <SelectField label="户主是谁" hint="在户口本首页。" placeholder="请选择" options={HEADS} {...field('head')} />
      <TextField label="户主的身份证号" hint="户主是其他人的才填，不知道可以不填。" variant="id" {...field('headIdNumber')} />
    </>
  )
}

/** the record names the wrong guardians. */
export function GuardianMismatchFields(props: FieldsProps) {
  return (
    <>
      <ChildAndRelation {...props} />
      <OtherGuardian {...props} />
      <TextField label="哪里不对" hint="例如：登记的母亲不是孩子的母亲。" rows={3} {...props.field('explanation')} />
    </>
  )
}

function ChildAndRelation({ context, field }: FieldsProps) {
  return (
    <>
      <SummaryList>
        <SummaryRow term="孩子">
          {context.childName !== null && <>{context.childName}<br /></>}
          身份证号 <span className="whitespace-nowrap tabular-nums">{context.childNumber}</span>
        </SummaryRow>
        <SummaryRow term="您本人">{context.readerName}</SummaryRow>
      </SummaryList>
      {context.childName === null
        ? <TextField label="孩子的姓名" hint="照着户口本或出生医学证明填。" autoComplete="off" {...field('studentName')} />
        : <input type="hidden" name="studentName" value={context.childName} />}
      <SelectField label="您和孩子的关系" placeholder="请选择" options={RELATIONS} {...field('relation')} />
    </>
  )
}

function OtherGuardian({ field }: FieldsProps) {
  return (
    <fieldset className="form">
      <legend className="text-lg font-bold">另一位监护人</legend>
      <p className="text-sm text-ink-soft">只有您一位监护人的，这三项不用填。</p>
      <TextField label="另一位监护人的姓名" autoComplete="off" {...field('otherName')} />
      <TextField label="另一位监护人的身份证号" variant="id" {...field('otherIdNumber')} />
      <SelectField label="和孩子的关系" placeholder="请选择" options={RELATIONS} {...field('otherRelation')} />
    </fieldset>
  )
}
