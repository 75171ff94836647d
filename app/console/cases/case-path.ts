import { narrowingEntries, type CaseNarrowing } from '@/lib/domain/case-filters'
import { paths } from '@/lib/paths'

/** A case keeps the filters of the queue in its address, so that the next one is claimed within them too. */
export function casePath(id: string, narrowing: CaseNarrowing): string {
  const query = new URLSearchParams(narrowingEntries(narrowing)).toString()
  return query ? `${paths.case(id)}?${query}` : paths.case(id)
}
