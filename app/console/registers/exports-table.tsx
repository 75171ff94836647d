import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { DEPARTMENT_NAMES, INQUIRIES } from '@/lib/copy/staff/inquiries'
import { dayAndTime } from '@/lib/copy/time'
import type { ExportLine } from '@/lib/data/inquiries'
import { paths } from '@/lib/paths'
import { FormatField } from './export-form'

/** What went out to whom and how far it is answered; a sheet that was lost is made once more, with the same numbers. */
export function ExportsTable({ exports }: { exports: readonly ExportLine[] }) {
  if (exports.length === 0) return <p className="text-sm text-ink-soft">{INQUIRIES.none}</p>
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">{INQUIRIES.exports}</caption>
        <thead><tr><th scope="col">部门</th><th scope="col">导出时间</th><th scope="col">导出人</th><th scope="col" className="end">已答复 / 共</th><th scope="col">文件</th></tr></thead>
        <tbody>
          {exports.map(({ id, department, at, by, count, answered }) => (
            <tr key={id}>
              <td>{DEPARTMENT_NAMES[department]}</td>
              <td>{dayAndTime(at)}</td>
              <td>{by}</td>
              <td className="end">{INQUIRIES.answered(answered, count)}</td>
              <td>
                <details className="more">
                  <summary>{INQUIRIES.again}</summary>
                  <form className="grid gap-2 py-2" method="post" action={paths.inquiriesExport}>
                    <input type="hidden" name="exportId" value={id} />
                    <FormatField id={`format-${id}`} />
                    <TextField id={`reason-${id}`} name="reason" label={INQUIRIES.reason} hint={INQUIRIES.reasonHint} maxLength={200} required />
                    <div><Button variant="secondary" small icon="download">{INQUIRIES.again}</Button></div>
                  </form>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
