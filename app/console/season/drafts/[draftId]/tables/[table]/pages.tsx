import { ButtonLink } from '@/components/ui/button'
import { tableQueryString, type TableQuery } from '@/lib/domain/draft-rows'
import type { SeasonTable } from '@/lib/domain/season-draft'
import { paths } from '@/lib/paths'

type Props = { draftId: string; table: SeasonTable; query: TableQuery; page: number; pages: number; count: number }

/** On and back through the table as it is narrowed. */
export function Pages({ draftId, table, query: { q, only }, page, pages, count }: Props) {
  const at = (to: number) => `${paths.seasonTable(draftId, table)}?${tableQueryString({ q, only, page: to })}`
  return (
    <nav className="con-head" aria-label="翻页">
      <p className="text-sm text-ink-soft">{pages > 1 ? `共 ${count} 行，第 ${page} 页，共 ${pages} 页` : `共 ${count} 行`}</p>
      {page > 1 && <ButtonLink variant="secondary" href={at(page - 1)}>上一页</ButtonLink>}
      {page < pages && <ButtonLink variant="secondary" href={at(page + 1)}>下一页</ButtonLink>}
    </nav>
  )
}
