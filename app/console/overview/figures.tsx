import { hoursWords } from '@/lib/copy/staff/overview'
import type { Overview } from '@/lib/domain/overview'

/** The four figures that are asked for by telephone. */
export function Figures({ overview: { submitted, drafts, waiting, medianHours } }: { overview: Overview }) {
  const { yesterday, all } = medianHours
  return (
    <dl className="figures">
      <div><dt>已提交</dt><dd><b>{submitted.total}</b><small>今天 {submitted.today}</small></dd></div>
      <div><dt>填写中</dt><dd><b>{drafts.total}</b><small>24 小时没动的 {drafts.still}</small></dd></div>
      <div><dt>待审核</dt><dd><b>{waiting.total}</b><small>超期 {waiting.overdue}</small></dd></div>
      <div>
        <dt>审核用时，中位</dt>
        <dd><b>{hoursWords(yesterday ?? all)}</b><small>{medianWords({ yesterday, all })}</small></dd>
      </div>
    </dl>
  )
}

/** What the median is of. Without one there is no unit either. */
function medianWords({ yesterday, all }: Overview['medianHours']): string {
  if (all === null) return '还没有审核过'
  return yesterday === null ? '小时，开始以来' : `小时，昨天；开始以来 ${hoursWords(all)}`
}
