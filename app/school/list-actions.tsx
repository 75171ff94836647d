import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { ButtonWords } from '@/components/ui/button-words'
import type { AdmissionQuery } from '@/lib/domain/admission-list'
import type { ApplicantQuery } from '@/lib/domain/applicants'
import { withQuery } from './list-query'

type Props = {
  query: Omit<ApplicantQuery, 'after'> & AdmissionQuery
  /** what is printed, and where */
  print: { text: string; path: string }
  /** where the file is posted for */
  exportPath: string
}

/** The list as it stands, on paper or in a file. Both are on the record, so that nothing fetches them beforehand. */
export function ListActions({ query, print, exportPath }: Props) {
  return (
    <>
      <a className={buttonStyle('secondary')} data-key="p" href={withQuery(print.path, query)}><ButtonWords icon="print">{print.text}</ButtonWords></a>
      <form method="post" action={exportPath}>
        {Object.entries(query).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        <Button variant="secondary" icon="download">导出表格</Button>
      </form>
    </>
  )
}
