import { FilterSelect } from '@/components/console/filter-select'
import { splitLabel } from '@/lib/copy/bases'
import { STATE_WORDS } from '@/lib/copy/staff/school'
import { APPLICANT_STATES, type ApplicantQuery } from '@/lib/domain/applicants'
import type { OwnSchool } from '@/lib/data/own-school'
import { paths } from '@/lib/paths'
import { search } from './actions'
import { SearchBox } from './search-box'
import { categoriesOf, rowsOf } from './season-lists'

type Props = { query: ApplicantQuery; text: string; own: OwnSchool; found: string }

export function SearchForm({ query, text, own, found }: Props) {
  const narrowed = query.q || query.state || query.category || query.row
  return (
    <SearchBox search={search} text={text} found={found} clear={narrowed ? paths.school : null}>
      <FilterSelect label="类别" name="category" value={query.category} options={categoriesOf(own).map(({ key, label }) => ({ value: key, label: splitLabel(label).value }))} />
      <FilterSelect label="状态" name="state" value={query.state} options={APPLICANT_STATES.map((state) => ({ value: state, label: STATE_WORDS[state].text }))} />
      <FilterSelect label="学区表行" name="row" value={query.row} options={rowsOf(own).map(({ key, label }) => ({ value: key, label }))} />
    </SearchBox>
  )
}
