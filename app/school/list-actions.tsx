import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { ButtonWords } from '@/components/ui/button-words'
import type { ApplicantQuery } from '@/lib/domain/applicants'
import { paths } from '@/lib/paths'
import { withQuery } from './list-query'

/** The list as it stands, on paper or in a file. Both are on the record, so that nothing fetches them beforehand. */
export function ListActions({ query: { after: _after, ...query } }: { query: ApplicantQuery }) {
  return (
    <>
      <a className={buttonStyle('secondary')} data-key="p" href={withQuery(paths.callSheet, query)}><ButtonWords icon="print">打印电话登记表</ButtonWords></a>
      <form method="post" action={paths.schoolExport}>
        {Object.entries(query).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        <Button variant="secondary" icon="download">导出表格</Button>
      </form>
    </>
  )
}
