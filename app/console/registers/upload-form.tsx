import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { REGISTERS, UPLOAD_NAMES } from '@/lib/copy/staff/registers'
import { UPLOAD_KINDS } from '@/lib/domain/registers'
import { paths } from '@/lib/paths'

/** A plain form: the file streams to its route, and the answer is the trial's own page. */
export function UploadForm() {
  const { upload, columns } = REGISTERS
  return (
    <form className="grid gap-3" method="post" action={paths.registerUploads} encType="multipart/form-data">
      <h2 id="upload-title" className="text-base font-bold">{upload.title}</h2>
      <SelectField name="kind" label={upload.kind} hint={upload.county} options={UPLOAD_KINDS.map((kind) => ({ value: kind, label: UPLOAD_NAMES[kind] }))} />
      <TextField name="file" type="file" label={upload.file} hint={upload.fileHint} inputProps={{ accept: '.csv,.xlsx' }} />
      <div><Button>{upload.send}</Button></div>
      <details className="more">
        <summary>每种文件的列名</summary>
        <dl className="text-sm">
          {UPLOAD_KINDS.map((kind) => <div key={kind} className="py-1"><dt className="text-ink-soft">{UPLOAD_NAMES[kind]}</dt><dd className="wrap-anywhere">{columns[kind]}</dd></div>)}
        </dl>
      </details>
    </form>
  )
}
