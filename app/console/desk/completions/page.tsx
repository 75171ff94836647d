import type { ComponentProps } from 'react'
import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { StatusTag } from '@/components/ui/tag'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { APPEAL_NAMES } from '@/lib/copy/appeals'
import { COMPLETION_WORDS, ENDING_WORDS } from '@/lib/copy/staff/assist'
import { PROPOSAL_STATUS } from '@/lib/copy/staff/desk'
import { dayAndTime } from '@/lib/copy/time'
import { listCompletableOf, type Completable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: COMPLETION_WORDS.title }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What appeals left open at the season's close: one officer completes it, another one approves. */
export default async function CompletionsPage({ searchParams }: Props) {
  const actor = await requireStaff('approveDesk', paths.completions)
  const [now, { fault }] = await Promise.all([requestNow(), searchParams])
  const [published, rows] = await Promise.all([getSeasonUnderWay(actor.county, now.season), listCompletableOf(db(), actor.county, now.season)])
  const settings = published?.season.settings
  const none = settings?.review.afterClose === 'never' ? COMPLETION_WORDS.never : settings && now.season < settings.closesAt ? COMPLETION_WORDS.open : COMPLETION_WORDS.none
  return (
    <ConsolePage actor={actor} current="desk" demonstration={isDemonstration()} title={COMPLETION_WORDS.title} lead={COMPLETION_WORDS.lead} back={{ href: paths.desk, to: '线下窗口' }} fault={fault}>
      {rows.length === 0 ? <p>{none}</p> : (
        <div className="scroll">
          <table className="table">
            <caption className="sr-only">{COMPLETION_WORDS.title}</caption>
            <thead><tr><th scope="col">学生</th><th scope="col">监护人</th><th scope="col">申诉</th><th scope="col">交材料的时间</th><th scope="col">审核的时间</th><th scope="col">状态</th><th scope="col">不通过的原因</th></tr></thead>
            <tbody>{rows.map((row) => <Row key={row.application.id} row={row} />)}</tbody>
          </table>
        </div>
      )}
    </ConsolePage>
  )
}

/** How it stands: with the second officer, with a reviewer, sent back with a note, or still to be done. */
function statusOf({ because, waiting, proposal }: Completable): { tag: ComponentProps<typeof StatusTag>['kind']; text: string } {
  if (proposal?.status === 'waiting' || (proposal && !waiting)) return { tag: PROPOSAL_STATUS[proposal.status].tag, text: proposal.kind === 'ending' ? ENDING_WORDS.status[proposal.status] : PROPOSAL_STATUS[proposal.status].text }
  return { tag: 'hold', text: waiting ? COMPLETION_WORDS.reviewed : COMPLETION_WORDS.tags[because] }
}

/** What waits for a second officer is opened where that officer decides. */
function Row({ row }: { row: Completable }) {
  const { application, child, guardian, kind, judgedAt, decidedAt, proposal } = row
  const { tag, text } = statusOf(row)
  return (
    <tr>
      <td><a href={proposal?.status === 'waiting' && proposal.kind === 'completion' ? paths.completionProposal(proposal.id) : paths.completion(application.id)}>{child}</a></td>
      <td>{guardian.name}</td>
      <td>{APPEAL_NAMES[kind]}</td>
      <td>{dayAndTime(judgedAt)}</td>
      <td>{dayAndTime(decidedAt)}</td>
      <td><StatusTag kind={tag}>{text}</StatusTag></td>
      <td>{proposal?.note}</td>
    </tr>
  )
}
