import { Button } from '@/components/ui/button'
import { paths } from '@/lib/paths'

/** What stands above, as a file: a post, because that it was tried is on the record. */
export function ExportForm({ draftId, as, addresses }: { draftId: string; as: string; addresses: string }) {
  return (
    <form method="post" action={paths.addressExport} encType="multipart/form-data" className="filters">
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="as" value={as} />
      <input type="hidden" name="addresses" value={addresses} />
      <Button variant="secondary" name="format" value="xlsx">导出 .xlsx</Button>
      <Button variant="secondary" name="format" value="csv">导出 .csv</Button>
    </form>
  )
}
