import { FilterSelect } from '@/components/console/filter-select'
import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import type { AdmissionQuery } from '@/lib/domain/admission-list'
import type { OwnSchool } from '@/lib/data/own-school'
import { paths } from '@/lib/paths'
import { SearchBox } from '../search-box'
import { categoriesOf } from '../season-lists'
import { search } from './actions'

type Props = { query: AdmissionQuery; text: string; own: OwnSchool; found: string }

export function AdmissionSearch({ query, text, own, found }: Props) {
  const narrowed = query.q || query.category || query.outcome
  return (
    <SearchBox search={search} text={text} found={found} clear={narrowed ? paths.schoolAdmissions : null}>
      <FilterSelect label="类别" name="category" value={query.category} options={categoriesOf(own).map(({ key, label }) => ({ value: key, label: splitLabel(label).value }))} />
      <FilterSelect label="录取方式" name="outcome" value={query.outcome} options={Object.entries(OUTCOME_NAMES).map(([value, { text: label }]) => ({ value, label }))} />
    </SearchBox>
  )
}
