import { StatusTag } from '@/components/ui/tag'
import { DRAFT_STANDINGS } from '@/lib/copy/staff/season-drafts'
import { dayAndTime } from '@/lib/copy/time'
import type { DraftHead } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'

type Props = { drafts: readonly DraftHead[]; names: ReadonlyMap<string, string>; caption: string }

/** Drafts of the county, each with who began it and who changed it last. */
export function DraftTable({ drafts, names, caption }: Props) {
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead><tr><th scope="col">草稿</th><th scope="col">状态</th><th scope="col">起草</th><th scope="col">最近修改</th></tr></thead>
        <tbody>
          {drafts.map(({ id, year, status, createdById, createdAt, changedById, changedAt }) => (
            <tr key={id}>
              <td><a href={paths.seasonDraft(id)}>{year} 年</a></td>
              <td><StatusTag kind={DRAFT_STANDINGS[status].tag}>{DRAFT_STANDINGS[status].text}</StatusTag></td>
              <td>{names.get(createdById)} {dayAndTime(createdAt)}</td>
              <td>{names.get(changedById)} {dayAndTime(changedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
