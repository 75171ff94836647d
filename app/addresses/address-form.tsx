'use client'

import { useActionState } from 'react'
import { WentWrong } from '@/components/forms/wrong-later'
import { Actions } from '@/components/layout/actions'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ADDRESS_CHECK, ADDRESS_FAULTS } from '@/lib/copy/address-check'
import { AddressAnswer } from './address-answer'
import { check } from './actions'
import { newCheck } from './check-state'

/** One address, one answer; the form stays under it for the next one. */
export function AddressForm({ county, year }: { county: string; year: number }) {
  const [{ attempt, address, answer, fault, refusal }, action] = useActionState(check, newCheck)
  const error = fault && ADDRESS_FAULTS[fault]
  return (
    <>
      <WentWrong errors={error ? [{ field: 'address', message: error }] : []} attempt={attempt} refusal={refusal} />
      {/* A key that is not the form's: with one key for both React left the answer before standing above the new one. */}
      {answer && <AddressAnswer key={`answer-${attempt}`} {...answer} address={address} />}
      <form className="form" action={action} noValidate key={attempt}>
        <input type="hidden" name="county" value={county} />
        <input type="hidden" name="year" value={year} />
        <TextField label="住址" name="address" hint={ADDRESS_CHECK.hint} defaultValue={address} error={error} required autoComplete="off" spellCheck={false} />
        <Actions><SubmitButton waitingText="正在查">{answer ? '再查一次' : '查学校'}</SubmitButton></Actions>
      </form>
    </>
  )
}
