import type { TableQuery } from '@/lib/domain/draft-rows'
import type { SeasonTable } from '@/lib/domain/season-draft'
import { FilterSelect } from '@/components/console/filter-select'
import { paths } from '@/lib/paths'

/** Search within the table, and only what is wrong; in the address, which can be sent to a colleague. */
export function Filters({ draftId, table, query: { q, only } }: { draftId: string; table: SeasonTable; query: TableQuery }) {
  const page = paths.seasonTable(draftId, table)
  return (
    <form className="filters" method="get" action={page} role="search" aria-label="在这张表里查找">
      <label className={q ? 'pick is-on' : 'pick'}><span>查找</span><input type="search" name="q" defaultValue={q ?? ''} maxLength={50} autoComplete="off" data-key="/" /></label>
      <FilterSelect label="显示" name="only" value={only} all="全部行" options={[{ value: 'findings', label: '只看有问题的' }]} />
      <button className="tool text-action" type="submit">查找</button>
      {(q || only) && <a className="tool text-action" href={page}>清除筛选</a>}
    </form>
  )
}
