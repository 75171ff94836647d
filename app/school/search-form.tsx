import Link from 'next/link'
import { FilterSelect } from '@/components/console/filter-select'
import { Button } from '@/components/ui/button'
import { splitLabel } from '@/lib/copy/bases'
import { STATE_WORDS } from '@/lib/copy/staff/school'
import { APPLICANT_STATES, LONGEST_SEARCH, type ApplicantQuery } from '@/lib/domain/applicants'
import type { OwnSchool } from '@/lib/data/own-school'
import { paths } from '@/lib/paths'
import { search } from './actions'
import { categoriesOf, rowsOf } from './season-lists'

type Props = { query: ApplicantQuery; text: string; own: OwnSchool; found: string }

/** One form for what is typed and what is chosen, because both narrow the same list; it works as a post and a redirect. */
export function SearchForm({ query, text, own, found }: Props) {
  const narrowed = query.q || query.state || query.category || query.row
  return (
    <form role="search" action={search} className="flex flex-col gap-4">
      <div>
        <label className="mb-1.5 block text-sm font-bold" htmlFor="q">姓名、小区、路、村，或家长手机后四位</label>
        <div className="search">
          <input key={text} className="input" id="q" name="text" type="search" defaultValue={text} maxLength={LONGEST_SEARCH} autoComplete="off" data-key="/" />
          <Button icon="search">查询</Button>
        </div>
      </div>
      <div className="filters" role="group" aria-label="筛选">
        <FilterSelect label="类别" name="category" value={query.category} options={categoriesOf(own).map(({ key, label }) => ({ value: key, label: splitLabel(label).value }))} />
        <FilterSelect label="状态" name="state" value={query.state} options={APPLICANT_STATES.map((state) => ({ value: state, label: STATE_WORDS[state].text }))} />
        <FilterSelect label="学区表行" name="row" value={query.row} options={rowsOf(own).map(({ key, label }) => ({ value: key, label }))} />
        <p className="ml-2 text-sm text-ink-soft" role="status">{found}</p>
        {narrowed && <Link className="inline-flex min-h-target items-center px-2 text-sm" href={paths.school} prefetch={false}>清除筛选</Link>}
      </div>
    </form>
  )
}
