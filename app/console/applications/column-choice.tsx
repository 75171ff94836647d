import { Button } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { COLUMN_NAMES } from '@/lib/copy/staff/applications'
import { COLUMNS, type Column } from '@/lib/domain/application-columns'
import { chooseColumns } from './actions'

/** Which columns the table has: kept in this browser until they are chosen anew. */
export function ColumnChoice({ chosen, query }: { chosen: readonly Column[]; query: string }) {
  return (
    <More summary="选择显示哪些列">
      <form action={chooseColumns} className="columns-choice">
        <input type="hidden" name="query" value={query} />
        {COLUMNS.map((column) => (
          <label key={column} className="check">
            <input type="checkbox" name="columns[]" value={column} defaultChecked={chosen.includes(column)} />
            <span>{COLUMN_NAMES[column]}</span>
          </label>
        ))}
        <Button variant="secondary">按这些列显示</Button>
      </form>
    </More>
  )
}
