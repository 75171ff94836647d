import { STATE_WORDS } from '@/lib/copy/staff/school'
import type { Applicant } from '@/lib/domain/applicants'
import { PersonCells } from '../person-cells'
import type { Listed } from '../season-lists'
import { SheetMark } from '../sheet-mark'

type Props = { applicants: readonly Applicant[]; /** whose it is, on each of its pages */ mark: string; /** what the rows of the catchment table are called */ rows: readonly Listed[] }

export function SheetTable({ applicants, mark, rows }: Props) {
  const called = new Map(rows.map(({ key, label }) => [key, label]))
  return (
    <div className="scroll">
      <table className="sheet">
        <caption className="sr-only">电话登记表</caption>
        <thead>
          <SheetMark columns={9}>{mark}</SheetMark>
          <tr><th scope="col">序号</th><th scope="col">学生</th><th scope="col">家长</th><th scope="col">手机</th><th scope="col">类别</th><th scope="col">学区</th><th scope="col">状态</th><th scope="col">通话时间</th><th scope="col">结果</th></tr>
        </thead>
        <tbody>
          {applicants.map(({ applicationId, detail, catchmentRow, state }, index) => (
            <tr key={applicationId}>
              <PersonCells number={index + 1} detail={detail} />
              <td className="wrap">{catchmentRow && (called.get(catchmentRow) ?? catchmentRow)}</td>
              <td>{STATE_WORDS[state].text}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
