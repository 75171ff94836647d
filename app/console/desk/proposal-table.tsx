import { StatusTag } from '@/components/ui/tag'
import { KIND_WORDS, PROPOSAL_STATUS, waitedWords } from '@/lib/copy/staff/desk'
import { dayAndTime } from '@/lib/copy/time'
import { isDeskKind } from '@/lib/domain/desk-entries'
import type { ProposalLine } from '@/lib/data/desk-proposals'
import { paths } from '@/lib/paths'

type Props = {
  lines: readonly ProposalLine[]
  /** the season's clock, milliseconds: how long each has waited */
  now: number
  caption: string
  /** said where there is none */
  none: string
}

/** Entries of the desk, each with whose it is, how long it has waited and what became of it. */
export function ProposalTable({ lines, now, caption, none }: Props) {
  if (lines.length === 0) return <p className="text-sm text-ink-soft">{none}</p>
  return (
    <div className="scroll">
      <table className="table [&_th]:w-1/6">
        <caption className="sr-only">{caption}</caption>
        <thead><tr><th scope="col">学生</th><th scope="col">录入</th><th scope="col">提出人</th><th scope="col">提出时间</th><th scope="col">状态</th><th scope="col">复核人</th></tr></thead>
        <tbody>
          {lines.map((line) => {
            const status = PROPOSAL_STATUS[line.status]
            return (
              <tr key={line.id}>
                <td><a href={paths.proposal(line.id)}>{line.child ?? line.childIdNumber}</a></td>
                <td>{isDeskKind(line.kind) && KIND_WORDS[line.kind].name}</td>
                <td>{line.proposedBy}</td>
                <td>{dayAndTime(line.proposedAt)}</td>
                <td><StatusTag kind={status.tag}>{status.text}</StatusTag>{line.status === 'waiting' && <span className="ml-2 text-sm text-ink-soft">已等 {waitedWords(now - line.proposedAt)}</span>}</td>
                <td>{line.status === 'withdrawn' ? '—' : (line.decidedBy ?? '—')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
