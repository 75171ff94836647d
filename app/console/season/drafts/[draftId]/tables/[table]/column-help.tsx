import { More } from '@/components/ui/disclosure'
import { COLUMN_WORDS } from '@/lib/copy/staff/season-tables'
import type { SeasonTable } from '@/lib/domain/season-draft'

/** How each column is filled. */
export function ColumnHelp({ table }: { table: SeasonTable }) {
  return (
    <More summary="各列怎么填">
      <dl className="facts max-w-3xl">
        {Object.entries(COLUMN_WORDS[table]).map(([column, { name, help }]) => <div key={column}><dt>{name} <small>{column}</small></dt><dd>{help}</dd></div>)}
      </dl>
    </More>
  )
}
