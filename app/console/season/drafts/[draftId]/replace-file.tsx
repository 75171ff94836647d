import { Button } from '@/components/ui/button'
import { paths } from '@/lib/paths'

type Props = { draftId: string }

/** One file over the draft's own; its name says which. */
export function ReplaceFile({ draftId }: Props) {
  return (
    <form className="con-part max-w-form" method="post" encType="multipart/form-data" action={paths.seasonFileUpload(draftId)}>
      <label className="field-label block">一张表（.csv 或 .xlsx）、season.json 或 agreement.md，整个换掉草稿里的；文件名要照原样，例如 catchment.csv
        <input className="input mt-1.5" type="file" name="file" accept=".json,.csv,.xlsx,.md" required />
      </label>
      <Button variant="secondary">上传并替换</Button>
    </form>
  )
}
