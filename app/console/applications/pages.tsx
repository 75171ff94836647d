import { ButtonLink } from '@/components/ui/button'
import { queryString, type ApplicationQuery } from '@/lib/domain/application-search'
import type { Cursor } from '@/lib/domain/list-query'
import { paths } from '@/lib/paths'

type Props = { query: ApplicationQuery; count: number; earlier: Cursor | null; later: Cursor | null }

/** On from the last line and back from the first: nothing is counted that is not shown. */
export function Pages({ query, count, earlier, later }: Props) {
  if (count === 0 && !later && !earlier) return null
  const { after: _after, before: _before, ...filters } = query
  const at = (turn: Partial<ApplicationQuery>) => `${paths.applications}?${queryString({ ...filters, ...turn })}`
  return (
    <nav className="con-head" aria-label="翻页">
      <p className="text-sm text-ink-soft">这一页 {count} 份</p>
      {later && <ButtonLink variant="secondary" href={at({ before: later })}>上一页</ButtonLink>}
      {earlier && <ButtonLink variant="secondary" href={at({ after: earlier })}>下一页</ButtonLink>}
    </nav>
  )
}
