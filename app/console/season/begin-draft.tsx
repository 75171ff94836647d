import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SeasonLine } from '@/lib/data/season-list'
import { paths } from '@/lib/paths'
import { openDraft } from './actions'

type Props = {
  newest: SeasonLine | null
  /** the season that the county works on, where the newest one is a later year's */
  underWay: number | null
  /** years that have an open draft already */
  open: readonly number[]
}

/** A draft begins as what is published, for the same year or the next, or as files. */
export function BeginDraft({ newest, underWay, open }: Props) {
  return (
    <div className="ways">
      {newest && (
        <div className="con-part">
          <h3 className="sub">从已发布的开始</h3>
          <p className="text-sm text-ink-soft">{newest.year} 年第 {newest.number} 版的全部内容。作为下一年的，日期、年龄和标题顺延一年，节假日清空，都要逐项核对。</p>
          <form action={openDraft} className="filters">
            {!open.includes(newest.year) && <Button variant="secondary" name="as" value="same-year">修订 {newest.year} 年</Button>}
            {!open.includes(newest.year + 1) && <Button variant="secondary" name="as" value="next-year">准备 {newest.year + 1} 年</Button>}
          </form>
          {underWay !== null && !open.includes(underWay) && (
            <form action={openDraft} className="filters">
              <input type="hidden" name="of" value={underWay} />
              <Button variant="secondary" name="as" value="same-year">修订 {underWay} 年</Button>
              <span className="text-sm text-ink-soft">正在办的一年</span>
            </form>
          )}
          {open.includes(newest.year) && open.includes(newest.year + 1) && <p className="text-sm">两年的草稿都已经有了，在上面接着改。</p>}
        </div>
      )}
      <form className="con-part" method="post" encType="multipart/form-data" action={paths.seasonUpload}>
        <h3 className="sub">从文件开始</h3>
        <p className="text-sm text-ink-soft">season.json、各张表（.csv 或 .xlsx）和 agreement.md，一次选齐；或者选整个文件夹，或者一个 .zip。读不了的会列出来，其余照样收下。</p>
        <div className="two-files">
          <label className="field-label">文件，可以多选<input className="input" type="file" name="file" multiple accept=".json,.csv,.xlsx,.md,.zip" /></label>
          {/* a browser that knows no folders takes it for one file more */}
          <label className="field-label">或者整个文件夹<input className="input" type="file" name="file" multiple {...{ webkitdirectory: '' }} /></label>
        </div>
        <SubmitButton variant="secondary" waitingText="正在读取">上传并起草</SubmitButton>
      </form>
    </div>
  )
}
