import { WITHDRAWALS } from '@/lib/copy/staff/withdrawals'

type Props = { /** what had been confirmed, masked */ words: string; establishedAt: number; establishedBy: string; at: number; by: string; why: string }

/** What the county had confirmed, by whom, and who took it back, when and why. */
export function WithdrawalLines({ words, establishedAt, establishedBy, at, by, why }: Props) {
  return (
    <>
      <span className="block">{words}</span>
      <span className="block text-ink-soft">{WITHDRAWALS.confirmed(establishedBy, establishedAt)}</span>
      <span className="block font-bold">{WITHDRAWALS.takenBack(by, at)}</span>
      <span className="block">{WITHDRAWALS.why(why)}</span>
    </>
  )
}
