import { WithdrawalLines } from '@/components/console/withdrawal-lines'
import { establishedName } from '@/lib/copy/staff/application-file'
import { factWords } from '@/lib/copy/staff/desk'
import { WITHDRAWALS } from '@/lib/copy/staff/withdrawals'
import type { Withdrawal } from '@/lib/data/withdrawals'
import { Fact, Facts } from './facts'

/** What the county had confirmed for this family and two officers took back: a reviewer decides knowing what was believed before. */
export function WithdrawalsSection({ withdrawals }: { withdrawals: readonly Withdrawal[] }) {
  if (withdrawals.length === 0) return null
  return (
    <Facts title={WITHDRAWALS.title}>
      {withdrawals.map(({ fact, ...one }) => <Fact key={one.id} term={establishedName(fact.kind)}><WithdrawalLines {...one} words={factWords(fact)} /></Fact>)}
    </Facts>
  )
}
