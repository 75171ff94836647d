import { CheckField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/button'
import { AGAINST_NAMES } from '@/lib/copy/staff/season-trial'
import { AGAINST } from '@/lib/domain/simulation'
import { start } from './actions'

/** Whose families, and what the draft is held against. */
export function StartForm({ draftId, years }: { draftId: string; years: readonly number[] }) {
  return (
    <form action={start} className="filters">
      <input type="hidden" name="draftId" value={draftId} />
      <label className="pick"><span>用哪一年的登记</span><select name="year" defaultValue={years[0]}>{years.map((year) => <option key={year} value={year}>{year} 年</option>)}</select></label>
      <label className="pick"><span>和什么比</span><select name="against" defaultValue="submitted">{AGAINST.map((against) => <option key={against} value={against}>{AGAINST_NAMES[against]}</option>)}</select></label>
      <CheckField name="drafts" value="yes" label="还没提交、已选入学方式的也算" />
      <SubmitButton waitingText="正在安排">开始试算</SubmitButton>
    </form>
  )
}
