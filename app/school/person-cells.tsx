import { splitLabel } from '@/lib/copy/bases'
import { NO_CATEGORY } from '@/lib/copy/staff/school'
import type { Applicant } from '@/lib/domain/applicants'

/** Whom a line of a printed sheet is about. Of the phone the last four digits: enough to know who rings, and nothing that a lost sheet could give away. */
export function PersonCells({ number, detail }: { number: number; detail: Applicant['detail'] }) {
  return (
    <>
      <td>{number}</td>
      <th scope="row">{detail.child ?? detail.childIdNumber}</th>
      <td>{detail.guardian}</td>
      <td>{detail.phoneTail && `尾号 ${detail.phoneTail}`}</td>
      <td>{detail.categoryLabel ? splitLabel(detail.categoryLabel).value : NO_CATEGORY}</td>
    </>
  )
}
