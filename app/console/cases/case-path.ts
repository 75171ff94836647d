import { paths } from '@/lib/paths'

export function queuePath(query: string): string {
  return withQuery(paths.cases, query)
}

/** A case keeps the filters of the queue in its address, so that the next one is claimed within them, and Esc leads back to the list that one came from. */
export function casePath(id: string, query: string): string {
  return withQuery(paths.case(id), query)
}

function withQuery(path: string, query: string): string {
  const kept = new URLSearchParams(query).toString()
  return kept ? `${path}?${kept}` : path
}
