import { StatusTag } from '@/components/ui/tag'
import { CASE_GROUND_NAMES, CASE_STANDINGS, CASE_TITLES, dueWords, QUEUE } from '@/lib/copy/staff/queue'
import { shortDayAndTime } from '@/lib/copy/time'
import type { CaseLine } from '@/lib/data/case-queue'
import type { StaffActor } from '@/lib/domain/actor'
import { hasRight } from '@/lib/domain/staff'
import { release } from './actions'
import { casePath } from './case-path'
import { Hidden } from './hidden'
import { ReassignForm } from './reassign-form'

type Officer = { id: string; name: string }
type Props = {
  actor: StaffActor
  lines: readonly CaseLine[]
  schools: readonly { code: string; name: string }[]
  reviewers: readonly Officer[]
  /** the filters as the address has them */
  list: string
  /** the season's clock, milliseconds */
  at: number
}

const HEADS = ['到期', '学生', '类型', '提交人', '预分配学校', '提交时间', '第几次', '状态', '审核人'] as const

export function QueueTable({ lines, schools, ...shared }: Props) {
  return (
    <div className="scroll" role="region" aria-label={QUEUE.table}>
      <table className="table" data-rows>
        <caption className="sr-only">{QUEUE.table}，按到期时间排列</caption>
        <thead><tr>{HEADS.map((head) => <th key={head} scope="col" className={head === '第几次' ? 'end' : undefined}>{head}</th>)}</tr></thead>
        <tbody>{lines.map((line) => <Line key={line.id} line={line} school={schools.find(({ code }) => code === line.schoolCode)?.name ?? line.schoolCode} {...shared} />)}</tbody>
      </table>
    </div>
  )
}

type LineProps = Omit<Props, 'lines' | 'schools'> & { line: CaseLine; school: string | null }

function Line({ line, school, at, ...officers }: LineProps) {
  const { id, kind, ground, because, standing } = line
  const beside = ground ?? because
  const open = standing === 'free' || standing === 'taken'
  const due = dueWords(line.dueAt, at)
  return (
    <tr className={line.reviewer?.id === officers.actor.staffId ? 'is-mine' : undefined}>
      <td>{open && due.pressing ? <StatusTag kind="due">{due.words}</StatusTag> : open ? due.words : shortDayAndTime(line.dueAt)}</td>
      {/* A link that loads anew: opening a case is on the record, and is never done ahead. */}
      <td><a href={casePath(id, officers.list)}>{line.child}</a></td>
      <td>{CASE_TITLES[kind]}{beside && <span className="text-ink-soft">　{CASE_GROUND_NAMES[beside]}</span>}</td>
      <td>{line.guardian}</td>
      <td>{school ?? <span className="text-ink-soft">{QUEUE.unplaced}</span>}</td>
      <td>{shortDayAndTime(line.openedAt)}</td>
      <td className="end">{line.round}</td>
      <td><StatusTag kind={CASE_STANDINGS[standing].tag}>{CASE_STANDINGS[standing].text}</StatusTag></td>
      <td><InHand line={line} open={open} {...officers} /></td>
    </tr>
  )
}

/** Who has the case, and what this officer may do about it from here. */
function InHand({ line: { id, reviewer }, open, actor, reviewers, list }: Pick<LineProps, 'actor' | 'reviewers' | 'list' | 'line'> & { open: boolean }) {
  const who = reviewer?.name ?? <span className="text-ink-soft">{QUEUE.unclaimed}</span>
  if (open && hasRight(actor.role, 'reassign')) {
    return <ReassignForm place={{ caseId: id, list }} reviewers={reviewers}><span className="flex-1">{who}</span></ReassignForm>
  }
  if (!open || reviewer?.id !== actor.staffId) return who
  return (
    <form className="flex items-center gap-2" action={release}>
      <Hidden place={{ caseId: id, list }} />
      <span className="flex-1">{who}</span>
      <button className="tool text-action font-normal" type="submit" data-key="u">{QUEUE.release}<kbd>U</kbd></button>
    </form>
  )
}
