import { Icon } from '@/components/ui/icon'
import { Nowrap } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { StatusTag } from '@/components/ui/tag'
import { CLAIM, HISTORY } from '@/lib/copy/staff/case-file'
import { CASE_STANDINGS, CASE_TITLES, dueWords, QUEUE } from '@/lib/copy/staff/queue'
import { clockTime, shortDayAndTime } from '@/lib/copy/time'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { Now } from '@/lib/domain/actor'
import type { CaseFile } from '@/lib/data/case-file'
import { recordNaming } from '@/lib/data/applications'
import { paths } from '@/lib/paths'
import { release } from '../actions'
import { queuePath } from '../case-path'
import { Hidden, type Place } from '../hidden'
import { ClaimClock } from './claim-clock'

type Props = { file: CaseFile; child: string; staffId: string; now: Now; place: Place; back: string; /** how many cases beside this one the reader has in hand */ also: number }

/** Whose case it is, since when, and in whose hand. */
export function CaseHead({ file, child, staffId, now, place, back, also }: Props) {
  const { application, guardian, claim, kind, round } = file
  const own = recordNaming(application, guardian.idNumber)?.guardians.find((one) => one.idNumber === guardian.idNumber)
  return (
    <div className="case-head">
      <a className="tool" href={back} aria-label={CLAIM.back} data-key="escape"><Icon name="chevron-left" /></a>
      <h1>{child}　{CASE_TITLES[kind]}</h1>
      {file.is !== 'objection' && <StatusTag kind="plain">{HISTORY.round(file.is === 'submission' ? file.submission.round : round)}</StatusTag>}
      {file.is === 'objection' && file.contested.waiting && <StatusTag kind="wait">{CASE_STANDINGS.proposed.text}</StatusTag>}
      {file.open && now.season > file.dueAt && <StatusTag kind="due">{dueWords(file.dueAt, now.season).words}</StatusTag>}
      <span className="text-sm text-ink-soft">提交人{guardian.name}{own && `（${RELATION_WORDS[own.relation]}）`}　<Nowrap>{shortDayAndTime(sentAt(file))}</Nowrap></span>
      <span className="grow" />
      {/* Beside the case, not over it: what is typed there stays. Numbers to call are shown on the file only. */}
      <a className="tool" href={paths.applicationFile(application.id)} target="_blank" rel="noreferrer">{CLAIM.file}</a>
      {also > 0 && <a className="tool" href={queuePath('reviewer=mine')}>{QUEUE.alsoInHand(also)}</a>}
      {claim?.staffId === staffId && <ClaimClock key={`${place.caseId}-${claim.until}`} place={place} until={claim.until} leftMs={claim.until - now.real} />}
      {claim && claim.staffId !== staffId && <span className="num text-sm text-ink-soft">{CLAIM.theirs(claim.name, clockTime(claim.until))}</span>}
      {claim?.staffId === staffId && (
        <form action={release}>
          <Hidden place={place} />
          <SubmitButton variant="secondary" waitingText="正在放回" hotKey="u">{CLAIM.release}<kbd className="ml-2" aria-hidden="true">U</kbd></SubmitButton>
        </form>
      )}
    </div>
  )
}

function sentAt(file: CaseFile): number {
  if (file.is === 'objection') return file.contested.objection.sentAt
  if (file.is === 'submission') return file.submission.submittedAt
  return file.rounds.find((one) => one.number === file.round)?.sentAt ?? file.openedAt
}
