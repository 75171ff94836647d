import type { ReactNode } from 'react'
import { QUEUE } from '@/lib/copy/staff/queue'
import { reassign } from './actions'
import { Hidden, type Place } from './hidden'

type Props = { place: Place; reviewers: readonly { id: string; name: string }[]; /** who has the case now */ children?: ReactNode }

/** An administrator gives a case to a reviewer, in the queue and on the case itself. */
export function ReassignForm({ place, reviewers, children }: Props) {
  return (
    <form className="flex items-center gap-2" action={reassign}>
      <Hidden place={place} />
      {children}
      <select className="input" name="to" aria-label={QUEUE.reassignTo} data-key="g" required><option value="">{QUEUE.reassignTo}</option>{reviewers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
      <button className="tool text-action" type="submit">{QUEUE.reassign}</button>
    </form>
  )
}
