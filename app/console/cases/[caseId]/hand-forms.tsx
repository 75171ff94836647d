import { SubmitButton } from '@/components/ui/submit-button'
import { CONTESTED } from '@/lib/copy/staff/by-hand'
import { CLAIM } from '@/lib/copy/staff/case-file'
import { QUEUE } from '@/lib/copy/staff/queue'
import { clockTime } from '@/lib/copy/time'
import type { CaseFile } from '@/lib/data/case-file'
import { paths } from '@/lib/paths'
import { claimNext } from '../actions'
import { ReassignForm } from '../reassign-form'
import { claim } from './actions'
import { Hidden, type Place } from '../hidden'

type Props = { file: CaseFile; place: Place; mayDecide: boolean; mayApprove: boolean; /** whom an administrator may give it to; null for others */ reviewers: readonly { id: string; name: string }[] | null }

/** In place of the decision, where this case is not in the reader's hand: what one may do instead. */
export function HandForms({ file, place, mayDecide, mayApprove, reviewers }: Props) {
  const { open, newerCaseId } = file
  const proposed = file.is === 'objection' && file.contested.waiting !== null
  return (
    <section className="case-decide" aria-label={CLAIM.claim}>
      <p>{proposed ? CLAIM.proposed : open ? (file.claim ? CLAIM.theirs(file.claim.name, clockTime(file.claim.until)) : mayDecide ? CLAIM.free : CLAIM.watching) : CLAIM.closed}</p>
      {proposed && mayApprove && <p><a className="inline-flex min-h-target items-center" href={paths.byHand}>{CONTESTED.toApproval}</a></p>}
      {newerCaseId && <p><a className="inline-flex min-h-target items-center" href={paths.case(newerCaseId)}>{CLAIM.newer}</a></p>}
      {open && mayDecide && !file.claim && !proposed && (
        <form action={claim}>
          <Hidden place={place} />
          <SubmitButton waitingText="正在领取" hotKey="c">{CLAIM.claim}<kbd className="ml-2" aria-hidden="true">C</kbd></SubmitButton>
        </form>
      )}
      {open && reviewers && !proposed && <ReassignForm place={place} reviewers={reviewers} />}
      {mayDecide && (
        <form action={claimNext}>
          <Hidden place={place} />
          <SubmitButton variant="secondary" waitingText="正在领取" hotKey="n">{QUEUE.next}<kbd className="ml-2" aria-hidden="true">N</kbd></SubmitButton>
        </form>
      )}
    </section>
  )
}
