import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { DEPARTMENT_NAMES, INQUIRIES } from '@/lib/copy/staff/inquiries'
import { DEPARTMENTS, EXPORT_FORMATS, type Department } from '@/lib/domain/inquiries'
import type { OpenCount } from '@/lib/data/inquiry-candidates'
import { paths } from '@/lib/paths'

/** A new sheet for a department; what it is for is written down before it exists. */
export function ExportForm({ open }: { open: Record<Department, OpenCount> }) {
  const toAsk = DEPARTMENTS.filter((department) => open[department].count > 0)
  if (toAsk.length === 0) return <p className="text-sm text-ink-soft">{INQUIRIES.nothingAtAll}</p>
  return (
    <form className="grid gap-3" method="post" action={paths.inquiriesExport}>
      <SelectField name="department" label={INQUIRIES.department} options={toAsk.map((department) => ({ value: department, label: `${DEPARTMENT_NAMES[department]}：${countWords(department, open[department])}` }))} />
      {DEPARTMENTS.filter((department) => !toAsk.includes(department)).map((department) => <p key={department} className="text-sm text-ink-soft">{DEPARTMENT_NAMES[department]}：{INQUIRIES.nothing}</p>)}
      <FormatField id="format" />
      <TextField name="reason" label={INQUIRIES.reason} hint={INQUIRIES.reasonHint} maxLength={200} required />
      <div><Button variant="secondary" icon="download">{INQUIRIES.send}</Button></div>
    </form>
  )
}

function countWords(department: Department, { count, exact }: OpenCount): string {
  return exact ? INQUIRIES.count[department](count) : INQUIRIES.perhaps(count)
}

export function FormatField({ id }: { id: string }) {
  return <SelectField id={id} name="format" label={INQUIRIES.format} options={EXPORT_FORMATS.map((format) => ({ value: format, label: INQUIRIES.formats[format] }))} />
}
