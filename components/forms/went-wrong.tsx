import { AgeRefusal } from '@/components/application/age-refusal'
import { RefusalNotice } from '@/components/application/refusal-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SessionExpired } from './session-expired'
import type { WrongProps } from './wrong-props'

/** What the server said of a form: which fields, that the session has ended, or why it was not taken. */
export function WentWrong({ errors, attempt, signIn, refusal, idNumber = '' }: WrongProps) {
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      {signIn && <SessionExpired signIn={signIn} />}
      {refusal && (refusal.age ? <AgeRefusal fault={refusal.age} idNumber={idNumber} /> : <RefusalNotice {...refusal} />)}
    </>
  )
}
