'use client'

import { Actions } from '@/components/layout/actions'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TypedForm, useTypedForm } from '../../typed-form'
import { queryCertificate, queryContract } from './actions'

/** The steps at which a number is copied from paper and asked for; a certificate's is too long for the large type of numbers. */
const NUMBERS = {
  contract: { query: queryContract, name: 'contractNumber', label: '购房合同编号', hint: '照着合同填，字母和数字都要。', variant: 'id', waiting: '正在查询合同' },
  certificate: { query: queryCertificate, name: 'certificateNumber', label: '不动产权证号', hint: '照着证上填全，例如：赣（2019）安义县不动产权第0012345号。', variant: 'text', waiting: '正在查询房产' },
} as const

type Props = { step: keyof typeof NUMBERS; applicationId: string; kept: string | undefined; button: string; secondary?: boolean }

/** One number: what was typed stays, in the draft and beside an error, and never stands in an address. */
export function NumberForm({ step, applicationId, kept, button, secondary }: Props) {
  const { query, waiting, name, ...words } = NUMBERS[step]
  const { field, frame } = useTypedForm(step, query, { [name]: kept })
  return (
    <TypedForm frame={frame} hidden={{ applicationId, step }}>
      <TextField {...words} autoComplete="off" spellCheck={false} {...field(name)} />
      <Actions><SubmitButton variant={secondary ? 'secondary' : 'primary'} waitingText={waiting}>{button}</SubmitButton></Actions>
    </TypedForm>
  )
}
