import { StatusTag } from '@/components/ui/tag'
import { PROPOSAL_KINDS, PROPOSAL_STANDINGS } from '@/lib/copy/staff/season-publication'
import { dayAndTime } from '@/lib/copy/time'
import type { SeasonProposal } from '@/lib/data/season-proposals'
import { paths } from '@/lib/paths'

/** What one administrator has proposed and how another one decided. */
export function ProposalTable({ proposals, none }: { proposals: readonly SeasonProposal[]; none?: string }) {
  if (proposals.length === 0) return <p className="text-sm text-ink-soft">{none}</p>
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">管理员的提请</caption>
        <thead><tr><th scope="col">提请</th><th scope="col">状态</th><th scope="col">提出</th><th scope="col">决定</th></tr></thead>
        <tbody>
          {proposals.map(({ id, kind, year, status, proposedBy, proposedAt, decidedBy, decidedAt }) => (
            <tr key={id}>
              <td><a href={paths.seasonProposal(id)}>{PROPOSAL_KINDS[kind]}，{year} 年</a></td>
              <td><StatusTag kind={PROPOSAL_STANDINGS[status].tag}>{PROPOSAL_STANDINGS[status].text}</StatusTag></td>
              <td>{proposedBy} {dayAndTime(proposedAt)}</td>
              <td>{decidedAt === null ? '' : `${decidedBy ?? ''} ${dayAndTime(decidedAt)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
