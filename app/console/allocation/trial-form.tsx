import { SubmitButton } from '@/components/ui/submit-button'
import { ALLOCATION_ERRORS } from '@/lib/copy/staff/allocation'
import { drawSeed } from '@/lib/data/allocation-outcome'
import { StaffForm } from '@/app/staff/staff-form'
import { run } from './actions'

/**
 * Where the season names a public draw, its number is typed, and no other stands there. Else the seed stands in the form as it
 * was drawn, so that a second press is the same run.
 */
export function TrialForm({ state, draw }: { state: 'open' | 'not-closed' | 'published'; draw: string }) {
  if (state !== 'open') return <p className="pt-2 text-sm">{ALLOCATION_ERRORS[state === 'published' ? 'ALLOCATION_PUBLISHED' : 'ALLOCATION_NOT_CLOSED']}</p>
  const drawn = '同等条件的由它抽签。有公开摇出的号码，请填在这里；没有的，用机器抽出的这一串。'
  return (
    <StaffForm post={run} fields={[{ name: 'seed', label: '种子', hint: draw ? `截止前公布过：${draw}。照开出的填。` : drawn, value: draw ? '' : drawSeed() }]}>
      <SubmitButton waitingText="正在试排">试排一次</SubmitButton>
    </StaffForm>
  )
}
