import { dayAndTime } from '@/lib/copy/time'
import type { SeasonLine } from '@/lib/data/season-list'
import { paths } from '@/lib/paths'

/** The published versions: when, by whom, for which dates, and each one's folder. */
export function VersionTable({ versions }: { versions: readonly SeasonLine[] }) {
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">已发布的版本，新的在前</caption>
        <thead><tr><th scope="col">版本</th><th scope="col">登记时间</th><th scope="col" className="end">学校</th><th scope="col" className="end">学区表</th><th scope="col">发布时间</th><th scope="col">发布人</th><th scope="col"><span className="sr-only">办理</span></th></tr></thead>
        <tbody>
          {versions.map(({ id, year, number, publishedAt, by, window, schools, catchmentRows }) => (
            <tr key={id}>
              <td>{year} 年第 {number} 版</td>
              <td>{window ? `${dayAndTime(window.opensAt)} 到 ${dayAndTime(window.closesAt)}` : '—'}</td>
              <td className="end">{schools} 所</td>
              <td className="end">{catchmentRows} 行</td>
              <td>{dayAndTime(publishedAt)}</td>
              <td>{by ? `${by.proposed}提请，${by.decided ?? ''}复核` : '服务器导入'}</td>
              <td className="end"><form method="post" action={paths.seasonExport(id)}><button className="tool text-action" type="submit">导出<span className="sr-only"> {year} 年第 {number} 版</span></button></form></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
