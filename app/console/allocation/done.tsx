import { Notice } from '@/components/ui/notice'
import { ALLOCATION_DONE } from '@/lib/copy/staff/allocation'

/** What has just been done, from the address; an unknown word says nothing. */
export function Done({ what }: { what: string | string[] | undefined }) {
  const said = Object.entries(ALLOCATION_DONE).find(([code]) => code === what)?.[1]
  return said ? <Notice kind="ok"><p role="status">{said}</p></Notice> : null
}
