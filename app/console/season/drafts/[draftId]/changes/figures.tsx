import { SEASON_TABLES } from '@/lib/domain/season-draft'
import type { RowChange, SeasonChanges } from '@/lib/domain/season-changes'

/** How much one season would change of another. */
export function ChangeFigures({ changes: { tables, settings, agreement } }: { changes: SeasonChanges }) {
  const rows = SEASON_TABLES.flatMap((table) => tables[table])
  const count = (kind: RowChange['kind']) => rows.filter((row) => row.kind === kind).length
  return (
    <dl className="figures">
      <div><dt>新增的行</dt><dd><b>{count('added')}</b></dd></div>
      <div><dt>删除的行</dt><dd><b>{count('removed')}</b></dd></div>
      <div><dt>修改的行</dt><dd><b>{count('changed')}</b><small>换位置的 {count('moved')}</small></dd></div>
      <div><dt>日期与规则</dt><dd><b>{settings.length}</b><small>隐私协议 {agreement.length} 行</small></dd></div>
    </dl>
  )
}
