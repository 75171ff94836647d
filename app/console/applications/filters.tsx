import { FilterSelect } from '@/components/console/filter-select'
import { YearSelect } from '@/components/console/year-select'
import { BASIS_WORDS, splitLabel } from '@/lib/copy/bases'
import { describeCatchment } from '@/lib/copy/catchment'
import { STATUS_NAMES } from '@/lib/copy/staff/applications'
import type { ApplicationQuery } from '@/lib/domain/application-search'
import { NONE } from '@/lib/domain/list-query'
import { STATUSES } from '@/lib/domain/status'
import type { PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'

type Basis = NonNullable<ApplicationQuery['basis']>
const BASES = Object.keys(BASIS_WORDS).filter((name): name is Basis => name in BASIS_WORDS)

/** What is no person's stands in the address: a list can be kept, and sent to a colleague. */
export function Filters({ query: { q, school, category, status, basis, row }, season, years }: { query: ApplicationQuery; season: PublishedSeason['season']; years: readonly number[] }) {
  const categories = new Map(season.categories.map((one) => [one.category, splitLabel(one.label).value]))
  const isNarrowed = [q, school, category, status, basis, row].some(Boolean)
  return (
    <form className="filters" method="get" action={paths.applications} aria-label="筛选">
      {q && <input type="hidden" name="q" value={q} />}
      <YearSelect years={years} shown={season.settings.year} />
      <FilterSelect label="状态" name="status" value={status} all="有效的" options={STATUSES.map((one) => ({ value: one, label: STATUS_NAMES[one].text }))} />
      <FilterSelect label="学校" name="school" value={school} options={[...season.schools.map(({ code, name }) => ({ value: code, label: name })), { value: NONE, label: '未定' }]} />
      <FilterSelect label="类别" name="category" value={category} options={[...[...categories].map(([value, label]) => ({ value, label })), { value: NONE, label: '未定' }]} />
      <FilterSelect label="方式" name="basis" value={basis} options={BASES.map((one) => ({ value: one, label: BASIS_WORDS[one].title }))} />
      <FilterSelect label="学区表行" name="row" value={row} options={[...season.catchmentRows.map((one) => ({ value: one.row, label: `${one.row} ${describeCatchment(one)}` })), { value: NONE, label: '不在学区表' }]} />
      <noscript><button className="tool" type="submit">筛选</button></noscript>
      {isNarrowed && <a className="tool" href={paths.applications}>清除筛选</a>}
    </form>
  )
}
