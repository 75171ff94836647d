import { Button } from '@/components/ui/button'
import { TRIED_AS_NAMES } from '@/lib/copy/staff/address-trial'
import { MOST_IN_FILE, TRIED_AS } from '@/lib/domain/address-limits'
import { paths } from '@/lib/paths'

/** A list that is too long for the page: it comes back as a list with the answers beside. */
export function UploadForm({ draftId }: { draftId: string }) {
  return (
    <form method="post" action={paths.addressExport} encType="multipart/form-data" className="con-part">
      <input type="hidden" name="draftId" value={draftId} />
      <div className="field">
        <label className="block font-bold" htmlFor="list">名单</label>
        <p id="list-hint" className="text-sm text-ink-soft">.xlsx、.csv 或者一行一个地址的 .txt，最多 {MOST_IN_FILE} 个、2 MB。有「地址」一列就用那一列，没有就用第一列。结果直接下载，系统不保存名单。</p>
        <input className="input" id="list" type="file" name="list" accept=".xlsx,.csv,.txt" aria-describedby="list-hint" required />
      </div>
      <div className="filters">
        <label className="pick"><span>当作</span><select name="as" defaultValue="any">{TRIED_AS.map((as) => <option key={as} value={as}>{TRIED_AS_NAMES[as]}</option>)}</select></label>
        <Button variant="secondary" name="format" value="xlsx">对照并下载 .xlsx</Button>
        <Button variant="secondary" name="format" value="csv">对照并下载 .csv</Button>
      </div>
    </form>
  )
}
