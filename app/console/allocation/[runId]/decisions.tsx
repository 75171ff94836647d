import { FilterSelect } from '@/components/console/filter-select'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { StatusTag } from '@/components/ui/tag'
import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES, REASON_WORDS } from '@/lib/copy/staff/allocation'
import { allocationSeasonOf } from '@/lib/domain/allocation'
import { allocationQueryString, OUTCOMES, REASONS_OF_A_RUN, type AllocationQuery } from '@/lib/domain/allocation-query'
import type { DecisionLine } from '@/lib/data/allocation-figures'
import type { AllocationRun } from '@/lib/data/allocation-runs'
import type { PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'

type Props = { run: AllocationRun; season: PublishedSeason['season']; query: AllocationQuery; lines: readonly DecisionLine[]; next: string | null }

/** Every decision with its reason, narrowed in the address; a child a line, which leads to its registration. */
export function Decisions({ run, season, query, lines, next }: Props) {
  const { schools } = season
  const { categories } = allocationSeasonOf(season)
  const nameOf = (code: string | null) => schools.find((school) => school.code === code)?.name ?? code
  const at = (turned: AllocationQuery) => `${paths.allocationRun(run.id)}?${allocationQueryString(turned)}#decisions`
  const { after, ...filters } = query
  return (
    <section className="con-part" aria-labelledby="decisions">
      <h2 id="decisions" className="text-lg">名单</h2>
      <form className="filters" method="get" action={`${paths.allocationRun(run.id)}#decisions`} aria-label="筛选">
        <FilterSelect label="学校" name="school" value={query.school} options={schools.map(({ code, name }) => ({ value: code, label: name }))} />
        <FilterSelect label="结果" name="outcome" value={query.outcome} options={OUTCOMES.map((value) => ({ value, label: OUTCOME_NAMES[value].text }))} />
        <FilterSelect label="原因" name="because" value={query.because} options={REASONS_OF_A_RUN.map((value) => ({ value, label: REASON_WORDS[value] }))} />
        <FilterSelect label="类别" name="rank" value={query.rank === undefined ? null : String(query.rank)} options={categories.map(({ label }, rank) => ({ value: String(rank), label: splitLabel(label).value }))} />
        <noscript><button className="tool" type="submit">筛选</button></noscript>
        {Object.values(filters).some((one) => one !== undefined) && <a className="tool" href={`${paths.allocationRun(run.id)}#decisions`}>清除筛选</a>}
      </form>
      {lines.length === 0 ? <Empty title="没有这样的学生">换一个筛选。</Empty> : (
        <div className="scroll">
          <table className="table" data-rows>
            <caption className="sr-only">每个学生的结果和原因</caption>
            <thead><tr><th scope="col">学生</th><th scope="col">身份证号</th><th scope="col">类别</th><th scope="col">预分配学校</th><th scope="col">结果</th><th scope="col">学校</th><th scope="col">原因</th><th scope="col">抽签号</th></tr></thead>
            <tbody>
              {lines.map(({ id, detail, rank, wanted, outcome, school, because, override, lot }) => (
                <tr key={id}>
                  <td><a href={paths.applicationFile(id)}>{detail.child ?? detail.childIdNumber}</a></td>
                  <td>{detail.childIdNumber}</td>
                  <td>{splitLabel(categories[rank ?? -1]?.label ?? '').value}</td>
                  <td>{nameOf(wanted) ?? '未定'}</td>
                  <td><StatusTag kind={OUTCOME_NAMES[outcome].tag}>{OUTCOME_NAMES[outcome].text}</StatusTag></td>
                  <td>{override ? `${nameOf(override)}（${REASON_WORDS.DECIDED_BY_HAND}）` : (nameOf(school) ?? '未定')}</td>
                  <td>{REASON_WORDS[because]}</td>
                  <td><span className="num" title={lot}>{lot.slice(0, 8)}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="con-head" aria-label="翻页">
        <p className="text-sm text-ink-soft">这一页 {lines.length} 人</p>
        {after && <ButtonLink variant="secondary" href={at(filters)}>回到第一页</ButtonLink>}
        {next && <ButtonLink variant="secondary" href={at({ ...filters, after: next })}>下一页</ButtonLink>}
      </nav>
    </section>
  )
}
