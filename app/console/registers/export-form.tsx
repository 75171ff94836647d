import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { DEPARTMENT_NAMES, INQUIRIES } from '@/lib/copy/staff/inquiries'
import { DEPARTMENTS, EXPORT_FORMATS, type Department } from '@/lib/domain/inquiries'
import { paths } from '@/lib/paths'

/** A new sheet for a department; what it is for is written down before it exists. */
export function ExportForm({ open }: { open: Record<Department, number> }) {
  return (
    <form className="grid gap-3" method="post" action={paths.inquiriesExport}>
      <SelectField name="department" label={INQUIRIES.department} options={DEPARTMENTS.map((department) => ({ value: department, label: `${DEPARTMENT_NAMES[department]}：${INQUIRIES.count[department](open[department])}` }))} />
      <FormatField id="format" />
      <TextField name="reason" label={INQUIRIES.reason} hint={INQUIRIES.reasonHint} maxLength={200} required />
      <div><Button variant="secondary" icon="download">{INQUIRIES.send}</Button></div>
    </form>
  )
}

export function FormatField({ id }: { id: string }) {
  return <SelectField id={id} name="format" label={INQUIRIES.format} options={EXPORT_FORMATS.map((format) => ({ value: format, label: INQUIRIES.formats[format] }))} />
}
