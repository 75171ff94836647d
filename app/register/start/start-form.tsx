'use client'

import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { CheckField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TypedForm, useTypedForm } from '../typed-form'
import { start } from './actions'

type County = { code: string; name: string; closes: string }
type Props = { open: readonly County[]; closed: readonly string[]; consent: string; chosen: string }

/** County, ID number, consent. A refusal of age says which limit was missed, above the form with the number kept. */
export function StartForm({ open, closed, consent, chosen }: Props) {
  const { field, frame } = useTypedForm('start', start, { county: chosen })
  const county = field('county')
  const agreed = field('consent')
  return (
    <TypedForm frame={frame}>
      <ChoiceGroup legend="入学区县" name={county.name} error={county.error}>
        {open.map(({ code, name, closes }) => (
          <Choice key={code} name={county.name} value={code} title={name} text={`${closes} 截止`} defaultChecked={county.defaultValue === code} />
        ))}
      </ChoiceGroup>
      <More summary={`南昌市其他 ${closed.length} 个区县`}>
        <p className="text-sm text-ink-soft">{closed.join('、')}：本平台还没有开放采集，请看当地教育部门的通知。</p>
      </More>
      <TextField variant="id" label="学生身份证号" hint="18 位，在户口本学生页。末位可能是 X。" {...field('idNumber')} />
      <CheckField name={agreed.name} value="yes" label={consent} error={agreed.error} defaultChecked={agreed.defaultValue === 'yes'} />
      <Actions><SubmitButton waitingText="正在查询">查询学生信息</SubmitButton></Actions>
    </TypedForm>
  )
}
